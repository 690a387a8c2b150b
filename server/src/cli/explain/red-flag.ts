// The page of a red flag: signs that together call for a referral.
import type { RedFlag } from '../../core/index';
import { type PageKind, part, toSources } from './page';

export const redFlagPages: PageKind = {
  name: 'red flag',
  plural: 'red flags',
  what: 'signs that together call for a referral, and how fast',
  list: (kb) => kb.data.redFlags.map((flag) => ({ id: flag.id, names: [flag.title] })),
  toPage: (kb, id) => {
    const flag = kb.redFlags.get(id);
    if (flag === undefined) return undefined;
    const signs = flag.features.map((feature) => kb.signs.get(feature.sign)?.name ?? feature.sign);
    return {
      kind: 'red flag',
      id,
      title: flag.title,
      parts: [
        part('What to do', flag.action, describeUrgency(flag)),
        part(
          `Raised by ${flag.minimumFeatures} or more of`,
          ...signs.map((sign) => `- ${sign}`),
          'The number is our own cautious setting, not a validated score.',
        ),
        part(
          'Kept for',
          flag.suspect === undefined ? undefined : kb.conditions.get(flag.suspect)?.name,
          flag.note,
        ),
        toSources(kb, flag.sources, flag.confidence),
      ],
    };
  },
};

function describeUrgency(flag: RedFlag): string {
  switch (flag.urgency) {
    case 'emergency':
      return 'Urgency: emergency, call now.';
    case 'same-day':
      return 'Urgency: medical review on the same day.';
    case 'urgent':
      return 'Urgency: medical review within days.';
    case 'soon':
      return 'Urgency: medical review soon.';
  }
}

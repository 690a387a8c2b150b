// Units of timed codes against minutes, by the 8-minute rule; only for a practice that asks for it (`billing:`).
import { findPracticeSetting, findPracticeSettings } from '../../note/practice';
import { say } from '../../text/say';
import { type Span, span } from '../../text/span';
import type { Check, CheckInput } from '../check';
import type { Finding } from '../finding';
import { listTimedEntries, totalOf } from '../visits/minutes';
import { aboutVisits } from '../visits/notes';

export const billingUnits: Check = { name: 'billing-units', run: listBillingFindings };

// Timed codes of the CPT that massage therapists bill: 97124 massage, 97140 manual therapy, 97112 neuromuscular
// re-education, 97110 exercise. Units of 15 minutes; under 8 none (hns-97124; the table of the sums is general-knowledge).
const timed: readonly string[] = ['97124', '97140', '97112', '97110'];
// Units are one digit with a sign or word for them: "97124 x 3", "2 x 97124", "97124 (2 units)"; "97140 59" is a modifier.
const writtenCode =
  /(?:\b(\d)[ \t]?[x×][ \t]?)?\b(97\d{3})\b(?:[ \t]?[x×][ \t]?(\d)\b|[ \t]?[,:(]?[ \t]?(\d)[ \t]?units?\b)?/gi;

// Codes below it are applied without the therapist beside the client and are billed once, not by time.
const isTimed = (code: string): boolean => Number(code) >= 97032;

/** Units that so many timed minutes allow: 8–22 one, 23–37 two, 38–52 three. */
export const unitsFor = (total: number): number => (total < 8 ? 0 : Math.floor((total + 7) / 15));

interface Billed {
  readonly code: string;
  readonly units: number;
  readonly span: Span;
}

function listBillingFindings(input: CheckInput): readonly Finding[] {
  if (findPracticeSetting(input.practice, 'billing.rule')?.value !== '8-minute') return [];
  const { note, uri } = input.session;
  const own = findPracticeSettings(input.practice, 'billing.codes').map(({ value }) => value.trim());
  const written = listBilled(note.text, note.frontMatter?.span.end ?? 0);
  const billed = written.filter(({ code }) => (own.length > 0 ? own : timed).includes(code) && isTimed(code));
  const stray = own.length === 0 ? undefined : written.find(({ code }) => !own.includes(code));
  if (stray !== undefined)
    return [
      aboutVisits(
        'billing-code',
        'information',
        { uri, span: stray.span },
        say`${stray.code} is not among the codes of this practice (${own.slice(0, 6).join(', ')}).`,
      ),
      ...judgeBilled(input, billed),
    ];
  return judgeBilled(input, billed);
}

function judgeBilled(input: CheckInput, billed: readonly Billed[]): readonly Finding[] {
  const { note, uri } = input.session;
  const [first] = billed;
  if (first === undefined) return [];
  const at = { uri, span: first.span };
  if (note.frontMatter?.type?.value === 'wellness')
    return [
      aboutVisits(
        'billing-wellness',
        'warning',
        at,
        say`A wellness session is no treatment that a payer covers; check these codes.`,
      ),
    ];
  const entries = listTimedEntries(input.session);
  if (entries.length === 0)
    return [
      aboutVisits(
        'billing-minutes',
        'warning',
        at,
        say`Codes are billed, but no treatment entry has minutes.`,
      ),
    ];
  const total = totalOf(entries);
  const units = billed.reduce((sum, one) => sum + one.units, 0);
  const allowed = unitsFor(total);
  const findings: Finding[] = [];
  if (units > allowed)
    findings.push(
      aboutVisits(
        'billing-units',
        'warning',
        at,
        say`${units} units are billed; ${total} timed minutes allow ${allowed} by the 8-minute rule.`,
        entries
          .slice(0, 6)
          .map((entry) => ({ at: { uri, span: entry.span }, text: say`${entry.minutes} min` })),
      ),
    );
  const codes = new Set(billed.map(({ code }) => code));
  const regions = new Set(
    input.session.techniques
      .filter(({ status }) => status === 'done')
      .flatMap((use) => use.regions.map((region) => `${region.id} ${region.side ?? ''}`)),
  );
  if (codes.has('97124') && codes.has('97140') && regions.size === 1)
    findings.push(
      aboutVisits(
        'billing-same-region',
        'information',
        at,
        say`97124 and 97140 are billed together for one region; payers ask for separate ones.`,
      ),
    );
  return findings;
}

function listBilled(text: string, from: number): readonly Billed[] {
  return [...text.slice(from).matchAll(writtenCode)].flatMap((match) => {
    const code = match[2] ?? '';
    const start = from + match.index;
    return [
      {
        code,
        units: Number(match[1] ?? match[3] ?? match[4] ?? '1'),
        span: span(start, start + match[0].trimEnd().length),
      },
    ];
  });
}

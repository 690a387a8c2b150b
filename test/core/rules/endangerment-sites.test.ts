// Places where nerves, vessels or organs lie shallow: each is known, deep pressure there is told once a note, calmly.
import { describe, expect, test } from 'vitest';
import { findHover } from '../../../server/src/core';
import { viewFixture } from '../../support/findings';
import { loadKnowledge } from '../../support/knowledge';

const kb = loadKnowledge();
const everybody = new Set(
  kb.data.rules
    .filter((rule) => rule.anyOf.some((cause) => 'anyClient' in cause))
    .map((rule) => `contraindication/${rule.id}`),
);
const cautions = (note: string) =>
  viewFixture(note).findings.filter((finding) => everybody.has(finding.rule));

// Lymph nodes lie at several places that are sites of their own: neck, axilla, groin.
const places = kb.data.endangermentSites.filter((site) => site.id !== 'lymph-node-areas');

describe('every site', () => {
  test.each(places.map((site) => [site.id, site] as const))(
    '%s is told of under deep pressure',
    (_, site) => {
      const region = kb.regions.get(site.region);
      const found = cautions(`T: Deep tissue: ${region?.name ?? ''}, 10 min\n`);
      expect(found).toHaveLength(1);
      expect(found[0]?.message).toMatch(/take care here \([^…]+\)\.$/);
      // Above the carotid artery it is more than a precaution.
      expect(found[0]?.severity).toBe(site.region === 'anterior-neck' ? 'warning' : 'information');
    },
  );

  test.each(places.map((site) => [site.id, site] as const))(
    '%s is left in peace by light work',
    (_, site) => {
      const region = kb.regions.get(site.region);
      expect(cautions(`T: Effleurage: ${region?.name ?? ''}, 5 min\n`)).toEqual([]);
      expect(cautions(`T: Deep tissue: ${region?.name ?? ''}, 10 min, light pressure 1/5\n`)).toEqual([]);
    },
  );
});

test('the words say what lies there', () => {
  expect(cautions('T: Deep tissue: L popliteal fossa\n').map(({ message }) => message)).toEqual([
    'Deep tissue massage, left popliteal fossa: take care here (popliteal artery and vein, tibial and common fibular nerves).',
  ]);
});

test('once for a note, the other places as related information', () => {
  const found = cautions(
    'T:\n- Deep tissue: L popliteal fossa\n- Trigger point therapy: suboccipitals\n- Deep tissue: R axilla\n',
  );
  expect(found).toHaveLength(1);
  expect(found[0]?.because.map(({ text }) => text)).toEqual([
    'Also meets: Trigger point therapy',
    'Also meets: Deep tissue massage',
  ]);
});

test('a wider place, or a muscle beside it, says nothing', () => {
  for (const where of ['back', 'L calf', 'R glutes', 'L piriformis', 'upper arms', 'L QL', 'B UT', 'thighs'])
    expect(cautions(`T: Deep tissue: ${where}, 10 min\n`), where).toEqual([]);
});

test('what was avoided or only planned elsewhere says nothing', () => {
  expect(cautions('T: Deep tissue: back. Avoided popliteal fossa.\n')).toEqual([]);
});

test('a caution for everybody never hides a finding for this client', () => {
  const rules = viewFixture('S: Takes warfarin.\nT: Deep tissue: L popliteal fossa\n').findings.map(
    ({ rule }) => rule,
  );
  expect(rules).toContain('contraindication/anticoagulant-depth');
  expect(rules).toContain('contraindication/endangerment-sites');
});

test('hover says what to mind there', () => {
  const view = viewFixture('T: Deep tissue: L popliteal fossa\n');
  const words = findHover(view, view.file.text.indexOf('Deep') + 1)?.markdown ?? '';
  expect(words).toContain('*Popliteal fossa:* Light broad contact only; check for lump, heat or calf signs.');
  const other = viewFixture('S: Takes warfarin.\nT: Deep tissue: back\n');
  expect(findHover(other, other.file.text.indexOf('Deep') + 1)?.markdown).not.toContain('fossa');
});

// What the words of a rule mean, one at a time: extents, phase, severity, qualifier, strict. Each table fails if a meaning shifts.
import { describe, expect, test } from 'vitest';
import { createKnowledge, type Rule, type RuleExample } from '../../../server/src/core';
import { readExample } from '../../../server/src/core/rules/examples';
import { loadKnowledge } from '../../support/knowledge';

const shipped = loadKnowledge();
const base: Rule = (() => {
  const rule = shipped.rules.get('open-wound-local');
  if (rule === undefined) throw new Error('the rule to build on is gone');
  return rule;
})();

/** What a rule says in a note: silent, or its doubts (`sure` without any). */
function judge(change: Partial<Rule>, note: string, record?: string): string {
  const rule: Rule = { ...base, id: 'tried', ...change };
  const kb = createKnowledge({ ...shipped.data, rules: [rule] });
  const example: RuleExample = { note, record, date: '2026-11-20', earlier: [], why: undefined };
  const [match] = readExample(kb, example).matches;
  return match === undefined ? 'silent' : match.doubts.join(', ') || 'sure';
}

describe('local extents, from a wound on the left forearm', () => {
  const worked = [
    'L forearm',
    'R forearm',
    'L hand',
    'L upper arm',
    'L shoulder',
    'back',
    'forearm',
  ] as const;
  test.each([
    ['site', ['sure', 'silent', 'silent', 'silent', 'silent', 'silent', 'sure']],
    ['site-plus-margin', ['sure', 'silent', 'silent', 'silent', 'silent', 'silent', 'sure']],
    ['region', ['sure', 'silent', 'silent', 'silent', 'silent', 'silent', 'sure']],
    ['site-plus-distal', ['sure', 'silent', 'sure', 'silent', 'silent', 'silent', 'sure']],
    ['limb-distal', ['sure', 'silent', 'sure', 'silent', 'silent', 'silent', 'sure']],
    ['limb-whole', ['sure', 'silent', 'sure', 'sure', 'silent', 'silent', 'side-unknown']],
  ] as const)('%s', (localExtent, expected) => {
    const found = worked.map((where) =>
      judge({ localExtent }, `S: open wound L forearm\nT: Effleurage: ${where}, 10 min\n`),
    );
    expect(found).toEqual(expected);
  });

  test.each([
    ['both arms', 'sure'],
    ['B forearms', 'sure'],
    ['L arm', 'sure'],
    ['R arm', 'silent'],
    ['L leg', 'silent'],
  ])('a wider or two-sided place: %s', (where, expected) =>
    expect(judge({ localExtent: 'site' }, `S: open wound L forearm\nT: Effleurage: ${where}\n`)).toBe(
      expected,
    ),
  );

  test('no place stated for the work, none stated for the wound', () => {
    expect(judge({}, 'S: open wound L forearm\nT: Effleurage 10 min\n')).toBe('no-place');
    expect(judge({}, 'S: open wound\nT: Effleurage: back\n')).toBe('site-unknown');
  });
});

describe('named regions', () => {
  const named = { localExtent: 'region', regions: ['lower-leg'] } as const;
  test.each([
    ['varicose veins L lower leg', 'L calf', 'sure'],
    ['varicose veins L lower leg', 'R calf', 'silent'],
    ['varicose veins L lower leg', 'L thigh', 'silent'],
    ['varicose veins', 'R calf', 'side-unknown'],
    ['varicose veins', 'back', 'silent'],
  ])('%s, work on %s: %s', (cause, where, expected) =>
    expect(
      judge({ ...named, anyOf: [{ condition: 'varicose-veins' }] }, `S: ${cause}\nT: Effleurage: ${where}\n`),
    ).toBe(expected),
  );
});

describe('a place in a record with its side in one', () => {
  const veins = { anyOf: [{ condition: 'varicose-veins' }], localExtent: 'site' } as const;
  test.each([
    ['region: L calf', 'L calf', 'sure'],
    ['region: L calf', 'R calf', 'silent'],
    ['region: "calf (left)"', 'R calf', 'silent'],
    // The key counts where the two differ.
    ['region: L calf, side: right', 'R calf', 'sure'],
    ['region: L calf, side: right', 'L calf', 'silent'],
  ])('%s, work on %s: %s', (place, where, expected) =>
    expect(
      judge(veins, `T: Effleurage: ${where}\n`, `conditions:\n  - { name: varicose veins, ${place} }\n`),
    ).toBe(expected),
  );
});

describe('phase, severity and qualifier', () => {
  const whole = { scope: 'systemic', localExtent: undefined } as const;
  const gout = { ...whole, anyOf: [{ condition: 'gout' }] } as const;
  const qualifier = { text: 'new within weeks', phrases: ['newly started'] };
  const pill = { ...whole, anyOf: [{ medicationClass: 'anticoagulant' }], qualifier } as const;
  const acute = ['acute'] as const;
  test.each<[string, Partial<Rule>, string, string]>([
    ['the phase is there', { ...gout, phase: acute }, 'acute gout', 'sure'],
    ['another phase', { ...gout, phase: acute }, 'chronic gout', 'silent'],
    ['no phase', { ...gout, phase: acute }, 'gout', 'phase-unknown'],
    ['no phase, strict', { ...gout, phase: acute, strict: true }, 'gout', 'silent'],
    ['the phase, strict', { ...gout, phase: acute, strict: true }, 'acute gout', 'sure'],
    ['the severity is there', { ...gout, severity: ['severe'] }, 'severe gout', 'sure'],
    ['another severity', { ...gout, severity: ['severe'] }, 'mild gout', 'silent'],
    ['no severity', { ...gout, severity: ['severe'] }, 'gout', 'severity-unknown'],
    ['no severity, strict', { ...gout, severity: ['severe'], strict: true }, 'gout', 'silent'],
    ['the qualifier is there', pill, 'Takes Eliquis, newly started.', 'sure'],
    ['no qualifier: a question', pill, 'Takes Eliquis.', 'question'],
    ['a denied qualifier: a question', pill, 'Takes Eliquis, not newly started.', 'question'],
    ['no qualifier, strict', { ...pill, strict: true }, 'Takes Eliquis.', 'silent'],
    ['a denied qualifier, strict', { ...pill, strict: true }, 'Takes Eliquis, not newly started.', 'silent'],
    ['weak evidence is a doubt', { ...gout, confidence: 'low' }, 'gout', 'weak-evidence'],
    [
      'doubts add up',
      { ...gout, phase: acute, confidence: 'low' },
      '?gout',
      'suspected, phase-unknown, weak-evidence',
    ],
  ])('%s', (_, change, said, expected) =>
    expect(judge(change, `S: ${said}\nT: Effleurage: back\n`)).toBe(expected),
  );

  test('a phase is worked out from a date in the record', () => {
    const wound = { ...whole, anyOf: [{ condition: 'whiplash' }], phase: acute, strict: true } as const;
    const note = 'T: Effleurage: back\n';
    expect(judge(wound, note, 'conditions:\n  - { name: whiplash, since: 2026-11-17 }\n')).toBe('sure');
    expect(judge(wound, note, 'conditions:\n  - { name: whiplash, since: 2026-08-17 }\n')).toBe('silent');
  });
});

describe('targets', () => {
  const whole = { scope: 'systemic', localExtent: undefined } as const;
  test.each([
    [['trait:depth-deep'], 'Deep tissue: back', 'sure'],
    [['trait:depth-deep'], 'Petrissage: back', 'silent'],
    [['trait:depth-deep'], 'Petrissage: back, deep', 'sure'],
    [['trait:depth-moderate-plus'], 'Petrissage: back', 'sure'],
    [['trait:depth-moderate-plus'], 'Petrissage: back, pressure 1/5', 'silent'],
    [['trait:depth-light-plus'], 'Effleurage: back', 'sure'],
    [['tech:swedish-massage'], 'Effleurage: back', 'sure'],
    [['tech:effleurage'], 'Swedish massage: back', 'silent'],
    [['trait:suction'], 'Cupping: back', 'sure'],
    [['trait:ischaemic-compression'], 'Trigger point therapy: back, light', 'silent'],
  ] as const)('%s, %s: %s', (targets, done, expected) =>
    expect(judge({ ...whole, targets }, `S: open wound L forearm\nT: ${done}\n`)).toBe(expected),
  );
});

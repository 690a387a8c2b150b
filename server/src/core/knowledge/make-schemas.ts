// Makes the one schema of the knowledge files, which `schema.ts` gives to those who ask for it.
import * as z from 'zod';
import { depths, exampleReasons, termKinds, traits } from './model';
import { requirementKinds, requirementTimes } from './profile';

/** The schemas of single entries, and of each kind of file by the name that its first line gives. */
export function makeSchemas() {
  const id = z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'an id is kebab-case: small letters, digits and hyphens');
  const words = z.string().min(1);
  const list = <T extends z.ZodType>(item: T) => z.array(item).default([]);
  const confidence = z
    .enum(['high', 'medium', 'low'])
    .describe('How sure we are: high = named professional or peer-reviewed source');
  const source = z.union([
    z.strictObject({ ref: id }),
    z.strictObject({ kind: z.literal('general-knowledge') }),
  ]);
  const sources = z
    .array(source)
    .min(1)
    .describe('Where the statement comes from; {kind: general-knowledge} where no source was found');

  const term = {
    id: id.describe('A name of its own: small letters, digits and hyphens'),
    name: words.describe('The name, as messages say it'),
    synonyms: list(words).describe('Phrases that mean this, in any case and number'),
    abbreviations: list(words).describe('Short forms, as written'),
    weakSynonyms: list(words).describe('Everyday words that count only beside clinical words'),
  };

  const technique = z.strictObject({
    ...term,
    family: words.describe('The family it belongs to, such as swedish or spa'),
    parent: id.optional().describe('The technique that it is a kind of'),
    depth: z.enum(depths).describe('How deep it usually is; a pressure in the note overrides it'),
    traits: list(z.enum(traits)).describe('What it brings along; rules aim at traits'),
    typicalMinutes: words.optional().describe('How long it usually takes'),
    description: words.describe('One sentence that says what it is'),
    sources,
    confidence,
  });

  const course = z
    .strictObject({
      kind: z.enum(['acute', 'episodic', 'chronic', 'event']),
      lapsesAfterDays: z.number().int().positive().optional(),
      untilEnded: z
        .literal(true)
        .optional()
        .describe('A therapy: in a record it goes on until it says that it ended'),
      acuteDays: z.number().int().nonnegative().optional(),
      subacuteDays: z.number().int().nonnegative().optional(),
      becomes: id.optional(),
      ends: list(id).describe('Conditions that are over once this one is there'),
    })
    .describe('How long it stays true, and in which phase it is');

  const condition = z.strictObject({
    ...term,
    region: id.optional().describe('Where it is, if that goes without saying'),
    local: z.boolean().default(false).describe('It sits at some one place, which only the words can say'),
    flags: list(words).describe('What it brings along, such as clot-risk'),
    icd10cm: words.optional().describe('A code for grouping, not for billing'),
    icdFit: z.enum(['direct', 'nearest-category', 'none']),
    icdCheck: words,
    course,
    suspected: id.optional().describe('What a possible reading is'),
    sources,
    confidence,
  });

  const medicationClass = z.strictObject({
    id,
    name: words,
    whyItMatters: words,
    massageAdvice: words,
    sources,
    confidence,
  });
  const medication = z.strictObject({
    ...term,
    class: id.describe('The class whose rules hold for it'),
    alsoClasses: list(id).describe('Further classes whose rules hold for it'),
    note: words.optional().describe('Anything else to know'),
    genericCheck: words,
    sources,
    confidence,
  });

  const region = z.strictObject({
    ...term,
    kind: z.enum(['region', 'subregion', 'joint', 'landmark', 'spinal-level', 'muscle']),
    parent: id.optional().describe('The region that it is a part of'),
    laterality: z.enum(['paired', 'midline', 'mixed']),
    impliedBy: list(words).describe('Words that name it inside a longer phrase, such as TKR for the knee'),
    limb: z.enum(['arm', 'leg']).optional(),
    rank: z.number().int().positive().optional(),
  });

  const endangermentSite = z.strictObject({
    id,
    name: words,
    region: id,
    structures: words,
    guidance: words,
    confidence,
    sources,
  });
  const position = z.strictObject({ ...term, sources });

  const test = z.union([
    z.strictObject({
      value: id,
      above: z.number().optional(),
      atLeast: z.number().optional(),
      below: z.number().optional(),
      atMost: z.number().optional(),
    }),
    z.strictObject({ condition: id }),
    z.strictObject({ sign: id }),
    z.strictObject({ redFlag: id }),
  ]);
  const finding = z.strictObject({
    id,
    name: words,
    anyOf: z.array(z.array(test).min(1)).min(1),
    note: words.optional(),
    sources,
  });

  const cause = z.union([
    z.strictObject({ condition: id }),
    z.strictObject({ medication: id }),
    z.strictObject({ medicationClass: id }),
    z.strictObject({ finding: id }),
    z.strictObject({ anyClient: z.literal(true) }),
  ]);
  const day = z
    .string()
    .regex(/^(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, 'a day is YYYY-MM-DD');
  const example = z.union([
    words.describe('A note'),
    z.strictObject({
      note: words,
      record: words.optional().describe('The client record, as YAML'),
      date: day.optional().describe("The session's date, where it matters"),
      earlier: list(z.strictObject({ date: day, note: words })).describe('Earlier notes of the client'),
      why: z.enum(exampleReasons).optional().describe('Why the rule must stay silent'),
    }),
  ]);
  const rule = z.strictObject({
    id,
    title: words.describe('What it is about, in a few words'),
    anyOf: z.array(cause).min(1).describe('Any of these makes the rule a candidate'),
    phase: list(z.enum(['acute', 'subacute', 'chronic'])).describe('Only in these phases; without it in all'),
    severity: list(words).describe('Only if the note or record says one of these words'),
    qualifier: z.strictObject({ text: words, phrases: z.array(words).min(1) }).optional(),
    strict: z
      .boolean()
      .default(false)
      .describe('Without the stated phase, severity or qualifier the rule stays silent'),
    targets: z
      .array(z.string().regex(/^(?:all|(?:tech|family|trait|position):[a-z0-9-]+)$/))
      .min(1)
      .describe('What it is aimed at: all, or tech:, family:, trait:, position: with an id'),
    scope: z
      .enum(['systemic', 'local'])
      .describe('systemic: wherever one works; local: only at the place of the cause'),
    localExtent: z
      .enum(['site', 'site-plus-margin', 'site-plus-distal', 'region', 'limb-distal', 'limb-whole'])
      .optional(),
    regions: list(id).describe('For a local rule: the regions that it protects'),
    level: z
      .enum(['absolute', 'local', 'relative'])
      .describe('absolute: do not; local: keep off the place; relative: adapt'),
    action: z
      .enum(['refer-emergency', 'withhold', 'clearance', 'avoid-area', 'adapt'])
      .describe('What the therapist is to do'),
    rationale: words.describe('Why, in a sentence'),
    saferAlternatives: list(id).describe('Techniques that may be used instead'),
    clearsWhen: words.describe('What has to be so that the rule no longer holds'),
    whenClearedApply: list(id).describe('Rules that hold once a doctor has cleared this one'),
    reschedule: words.optional(),
    sources,
    sourceDisagreement: words.optional(),
    bestSourceAuthority: z.enum(['high', 'medium', 'low', 'general-knowledge']),
    confidence,
    examples: z
      .strictObject({ flags: list(example), allows: list(example) })
      .default({ flags: [], allows: [] })
      .describe('Notes in which the rule speaks, and notes in which it must not; both run as tests'),
    reviewed: day.optional().describe('When the rule was last read against its sources'),
    reviewEvery: z.number().int().positive().default(24).describe('Months until it is to be read again'),
  });

  const sign = z.strictObject({ ...term, conditions: list(id), sources });
  const redFlag = z.strictObject({
    id,
    title: words,
    features: z.array(id).min(1),
    minimumFeatures: z.number().int().positive(),
    suspect: id.optional(),
    urgency: z.enum(['emergency', 'same-day', 'urgent', 'soon']),
    action: words,
    note: words.optional(),
    sources,
    confidence,
  });

  const measure = z.strictObject({
    ...term,
    family: z.enum(['scale', 'outcome', 'vital']),
    unit: words.optional(),
    range: z.tuple([z.number(), z.number()]).optional(),
    rangeText: words.optional(),
    totals: list(z.number().positive()),
    percent: z.boolean().optional(),
    normal: words.optional(),
    direction: words.optional(),
    importantChange: words.optional().describe('The change that matters to clients, as the source words it'),
    important: z
      .strictObject({ change: z.number().positive(), of: z.number().positive() })
      .optional()
      .describe('The same as a number: so many points of so many'),
    levels: list(words),
    plusMinus: z.boolean().optional(),
    usedFor: list(id),
    note: words.optional(),
    sources,
    confidence,
  });
  const assessmentDomain = z.strictObject({ id, record: words, sources });
  const rangeOfMotion = z.strictObject({
    joint: words,
    movement: words,
    region: id,
    aaosDegrees: z.number().optional(),
    amaDegrees: z.number().optional(),
    typicalRange: z.union([words, z.array(z.number())]).optional(),
    unit: words,
    sources,
    confidence,
  });

  const indication = z.strictObject({
    id,
    conditions: list(id),
    techniques: list(id),
    populations: list(id),
    evidence: words,
    evidenceStrength: z.enum(['high', 'moderate', 'low', 'mixed']),
    caution: words.optional(),
    sources,
    confidence,
  });
  const visitFrequency = z.strictObject({
    id,
    phase: words,
    when: words,
    guidance: words,
    daysBetweenMin: z.number(),
    daysBetweenMax: z.number(),
    until: words,
    note: words.optional(),
    sources,
    confidence,
  });

  const requirement = z.strictObject({
    id: z.enum(requirementKinds).describe('What is asked for'),
    when: z
      .enum(requirementTimes)
      .default('each')
      .describe(
        'Each session, the first one, later ones, sessions that treat a complaint, work on a sensitive area, clients under 18',
      ),
    level: z.enum(['error', 'warning', 'information']),
    rule: words.describe('The rule that asks for it, as messages cite it'),
    help: words.describe('What the rule says, or what to write'),
    toCheck: z.boolean().default(false).describe('The text of the rule was not read in full: look it up'),
    sources,
  });
  const profile = z.strictObject({
    id,
    title: words,
    about: words,
    basis: id
      .optional()
      .describe('The profile whose requirements hold too, where this one does not name them'),
    consent: z
      .strictObject({ written: z.boolean().default(false), months: z.number().int().positive().optional() })
      .default({ written: false })
      .describe('Whether consent has to be in writing, and for how many months it holds'),
    sensitive: z
      .strictObject({ regions: list(id), eachSession: z.boolean().default(false) })
      .default({ regions: [], eachSession: false })
      .describe('Regions that want a consent of their own, and whether before each session'),
    requirements: list(requirement),
    notChecked: list(words).describe('What the rules also ask for and no note can show'),
  });

  const candidate = z.union([
    z.strictObject({
      kind: z.enum(termKinds),
      id,
      near: list(words).describe('Words in the same statement that speak for this reading'),
    }),
    z.strictObject({
      kind: z.literal('other'),
      meaning: words,
      near: list(words).describe('Words right before it that speak for this meaning'),
    }),
  ]);
  const outside = z.strictObject({ kind: z.literal('other'), meaning: words });
  const ambiguousTerm = z.strictObject({
    term: words,
    candidates: z.array(candidate).min(1),
    usual: z
      .union([z.strictObject({ kind: z.enum(termKinds), id }), outside])
      .optional()
      .describe('The reading to take where nothing speaks for another'),
    hint: words,
  });
  const sourceEntry = z.strictObject({
    id,
    kind: words,
    title: words,
    year: words.optional(),
    url: words.optional(),
    authority: confidence,
    note: words.optional(),
  });

  const files = {
    techniques: z.strictObject({ techniques: z.array(technique) }),
    conditions: z.strictObject({ category: id, conditions: z.array(condition) }),
    medications: z.strictObject({ classes: z.array(medicationClass), medications: z.array(medication) }),
    regions: z.strictObject({ regions: z.array(region) }),
    'endangerment-sites': z.strictObject({ endangermentSites: z.array(endangermentSite) }),
    positions: z.strictObject({ positions: z.array(position) }),
    findings: z.strictObject({ findings: z.array(finding) }),
    rules: z.strictObject({ rules: z.array(rule) }),
    signs: z.strictObject({ signs: z.array(sign) }),
    'red-flags': z.strictObject({ redFlags: z.array(redFlag) }),
    measures: z.strictObject({ measures: z.array(measure), assessmentDomains: z.array(assessmentDomain) }),
    'range-of-motion': z.strictObject({
      note: words,
      noteSources: sources,
      rangeOfMotion: z.array(rangeOfMotion),
    }),
    indications: z.strictObject({
      populations: z.record(id, words),
      indications: z.array(indication),
      visitFrequencies: z.array(visitFrequency),
      benefitClaims: z.array(
        z.strictObject({ claim: words, claimDetail: words, ourReading: words, sources }),
      ),
      expectedEffects: z.array(
        z.strictObject({ effect: words, howOften: words, act: words, sources, confidence }),
      ),
    }),
    'ambiguous-terms': z.strictObject({ ambiguousTerms: z.array(ambiguousTerm) }),
    'everyday-phrases': z.strictObject({
      everydayPhrases: z.array(
        z.strictObject({
          instead: words.describe('What the phrase does not mean'),
          phrases: z.array(words).min(1),
        }),
      ),
    }),
    'look-alikes': z.strictObject({
      lookAlikes: z.strictObject({
        pairs: z.array(z.tuple([words, words])),
        words: words.describe('Further words, with spaces between them'),
      }),
    }),
    profiles: z.strictObject({ profiles: z.array(profile) }),
    sources: z.strictObject({ sources: z.array(sourceEntry) }),
  } as const;

  return {
    files,
    entries: { technique, condition, medication, region, rule, id, words, list, day, source },
  };
}

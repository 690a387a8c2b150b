// The schema of a practice's own knowledge: entries as in the shipped files, and changes to shipped entries.
import * as z from 'zod';
import { ownFieldSections, ownFieldValues } from './own-fields';
import { entrySchemas } from './schema';

function makeEntries() {
  const { technique, condition, medication, region, rule, id, words, list, day, source } = entrySchemas();

  const own = z
    .strictObject({ source: z.literal('practice'), by: words, on: day })
    .describe('A decision of the practice: who made it, and when');
  const sources = z
    .array(z.union([source, own]))
    .min(1)
    .describe('{ref: id}, {kind: general-knowledge} or {source: practice, by: NAME, on: YYYY-MM-DD}');
  const confidence = z.enum(['high', 'medium', 'low']).default('medium');

  return {
    techniques: technique.extend({ sources, confidence }),
    conditions: condition.extend({
      sources,
      confidence,
      icdFit: condition.shape.icdFit.default('none'),
      icdCheck: words.default('not checked'),
    }),
    medications: medication.extend({ sources, confidence, genericCheck: words.default('not checked') }),
    regions: region,
    rules: rule.extend({
      sources,
      confidence,
      bestSourceAuthority: rule.shape.bestSourceAuthority.default('general-knowledge'),
    }),
    fields: z
      .strictObject({
        id,
        label: words.max(60).describe('The label, as notes write it before the colon'),
        synonyms: list(words).describe('Other labels that mean it'),
        section: z.enum(ownFieldSections).describe('Where it belongs'),
        value: z.enum(ownFieldValues).default('text').describe('What stands behind the colon'),
        values: list(words).describe('For the value `choice`: what may stand there'),
        from: z.number().optional().describe('For the value `number`: the least'),
        to: z.number().optional().describe('For the value `number`: the most'),
        required: z.boolean().default(false).describe('Every note of the practice is asked for it'),
        help: words.describe('One line of help, as hover and completion show it'),
      })
      .refine(
        ({ value, values }) => (value === 'choice') === values.length > 0,
        'a choice has values, and nothing else has',
      )
      .describe('A field of the practice’s own'),
    changes: z.union([
      z
        .strictObject({
          rule: id.describe('The shipped rule'),
          level: rule.shape.level.optional().describe('How strict the rule is from now on'),
          phase: rule.shape.phase.removeDefault().min(1).optional().describe('Only in these phases'),
          regions: z.array(id).min(1).optional().describe('Only in these regions'),
          strict: z
            .literal(true)
            .optional()
            .describe('Silent unless the stage or words that it asks for stand there'),
          because: words.describe('Why the practice decided so'),
          by: words.describe('Who decided'),
          on: day.describe('The day of the decision'),
        })
        .describe('Narrows or re-levels a shipped rule'),
      z
        .strictObject({
          field: id.describe('A shipped field, such as gait'),
          values: list(words).describe('What may stand there'),
          required: z.boolean().default(false).describe('Every note of the practice is asked for it'),
          because: words.describe('Why the practice decided so'),
          by: words.describe('Who decided'),
          on: day.describe('The day of the decision'),
        })
        .describe('Narrows a shipped field, or asks for it'),
      z
        .strictObject({
          technique: id.optional(),
          condition: id.optional(),
          medication: id.optional(),
          region: id.optional(),
          synonyms: list(words),
          abbreviations: list(words),
          weakSynonyms: list(words),
          depth: technique.shape.depth.optional().describe('How deep a technique is done here, if deeper'),
          traits: technique.shape.traits.describe('What a technique brings along here, beside what it has'),
          lapsesAfterDays: z
            .number()
            .int()
            .positive()
            .optional()
            .describe('For how many days a condition counts here after it was last stated'),
          because: words.optional().describe('Why the practice decided so'),
          by: words.optional().describe('Who decided'),
          on: day.optional().describe('The day of the decision'),
        })
        .refine(
          ({ depth, traits, lapsesAfterDays, because, by, on }) =>
            (depth === undefined && traits.length === 0 && lapsesAfterDays === undefined) ||
            (because !== undefined && by !== undefined && on !== undefined),
          'say because, by and on for a change of more than phrases',
        )
        .refine(
          (entry) =>
            [entry.technique, entry.condition, entry.medication, entry.region].filter(
              (it) => it !== undefined,
            ).length === 1,
          'name one technique, condition, medication or region',
        )
        .describe('Adds phrases to a shipped entry, or says how it is here'),
    ]),
  } as const;
}

let made: ReturnType<typeof makeEntries> | undefined;

/** The schema of one entry of each list, made when it is first asked for. */
export const practiceEntries = (): ReturnType<typeof makeEntries> => {
  made ??= makeEntries();
  return made;
};

/** The lists of a practice's knowledge file. */
export type PracticeList = keyof ReturnType<typeof makeEntries>;
export const practiceLists: readonly PracticeList[] = [
  'techniques',
  'conditions',
  'medications',
  'regions',
  'rules',
  'fields',
  'changes',
];

/** What one list holds after validation. */
export type PracticeEntry<L extends PracticeList> = z.output<ReturnType<typeof makeEntries>[L]>;

/** The JSON Schema of a practice's knowledge file, for editors. */
export const practiceJsonSchema = (): unknown =>
  z.toJSONSchema(
    z.strictObject({
      techniques: z.array(practiceEntries().techniques).optional(),
      conditions: z.array(practiceEntries().conditions).optional(),
      medications: z.array(practiceEntries().medications).optional(),
      regions: z.array(practiceEntries().regions).optional(),
      rules: z.array(practiceEntries().rules).optional(),
      fields: z.array(practiceEntries().fields).optional(),
      changes: z.array(practiceEntries().changes).optional(),
    }),
    { io: 'input' },
  );

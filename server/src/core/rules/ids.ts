// The ids of all findings that do not come from rules of the knowledge, by family. Tests hold them to the sources.
import type { Knowledge } from '../knowledge/knowledge';
import { requirementKinds } from '../knowledge/profile';

/** What the reader of YAML says of any file. */
const reader = [
  'bad-date',
  'bad-duration',
  'bad-time',
  'bad-value',
  'duplicate-key',
  'missing-due',
  'missing-name',
  'side-conflict',
  'unknown-key',
  'wrong-type',
] as const;

/** The names of the findings of each family; those of contraindications and red flags come from the knowledge. */
export const findingNames: Readonly<Record<string, readonly string[]>> = {
  client: reader,
  completeness: ['empty', 'missing', ...requirementKinds],
  contraindication: [],
  internal: ['rule-crashed'],
  knowledge: ['entry', 'example', 'ignored', 'not-yaml', 'review-due', 'schema'],
  note: [
    ...reader,
    'ambiguous-term',
    'front-matter-unclosed',
    'laterality-conflict',
    'misspelt-term',
    'missing-date',
    'no-front-matter',
  ],
  practice: [...reader, 'field-missing', 'field-value', 'unknown-profile'],
  record: [
    'another-client',
    'contradiction',
    'incomplete-clearance',
    'incomplete-override',
    'two-ids',
    'unknown-condition',
    'unknown-medication',
    'unknown-region',
    'unknown-rule',
    'unrecorded',
  ],
  'red-flag': [],
  signature: ['changed', 'malformed', 'unchained'],
  value: [
    'blood-pressure-swapped',
    'gestation-out-of-range',
    'gravidity',
    'motion-impossible',
    'motion-unlikely',
    'outcome-out-of-range',
    'outcome-total',
    'outcome-unit',
    'pain-decimals',
    'pain-out-of-range',
    'pain-without-scale',
    'pressure-out-of-range',
    'vital-impossible',
    'vital-unit',
    'vital-unlikely',
  ],
  visits: [
    'billing-code',
    'billing-minutes',
    'billing-same-region',
    'billing-units',
    'billing-wellness',
    'clearance-missing',
    'cloned-findings',
    'cloned-section',
    'consent-ending',
    'frequency-guidance',
    'goal-past',
    'later-than-planned',
    'measure-worse',
    'minutes-over',
    'no-progress',
    'no-progress-measure',
    'plan-ended',
    'reassessment-due',
  ],
  yaml: ['alias', 'multiple-documents', 'syntax', 'too-deep', 'too-large', 'too-many-keys'],
};

/** The ids of all findings that there can be with some knowledge. */
export const listFindingIds = (kb: Knowledge): readonly string[] => [
  ...Object.entries(findingNames).flatMap(([family, names]) => names.map((name) => `${family}/${name}`)),
  ...[...kb.rules.keys()].map((id) => `contraindication/${id}`),
  ...[...kb.redFlags.keys()].map((id) => `red-flag/${id.replace(/^rf-/, '')}`),
];

// The one sorted list of checks; a test compares it with the folder checks/.
import type { Check } from './check';
import { ambiguousTerms } from './checks/ambiguous-terms';
import { answers } from './checks/answers';
import { completeness } from './checks/completeness';
import { contraindications } from './checks/contraindications';
import { gestation } from './checks/gestation';
import { lateralityConflict } from './checks/laterality-conflict';
import { misspeltTerms } from './checks/misspelt-terms';
import { noteProblems } from './checks/note-problems';
import { outcomeMeasures } from './checks/outcome-measures';
import { painScores } from './checks/pain-scores';
import { positions } from './checks/positions';
import { rangeOfMotion } from './checks/range-of-motion';
import { redFlags } from './checks/red-flags';
import { signature } from './checks/signature';
import { unknownNames } from './checks/unknown-names';
import { unrecordedFacts } from './checks/unrecorded-facts';
import { vitalSigns } from './checks/vital-signs';

export const checks: readonly Check[] = [
  ambiguousTerms,
  answers,
  completeness,
  contraindications,
  gestation,
  lateralityConflict,
  misspeltTerms,
  noteProblems,
  outcomeMeasures,
  painScores,
  positions,
  rangeOfMotion,
  redFlags,
  signature,
  unknownNames,
  unrecordedFacts,
  vitalSigns,
];

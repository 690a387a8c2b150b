// The one sorted list of checks; a test compares it with the folder checks/.
import type { Check } from './check';
import { ambiguousTerms } from './checks/ambiguous-terms';
import { answers } from './checks/answers';
import { askedClearance } from './checks/asked-clearance';
import { billingUnits } from './checks/billing-units';
import { clientFile } from './checks/client-file';
import { clonedText } from './checks/cloned-text';
import { completeness } from './checks/completeness';
import { consentEnding } from './checks/consent-ending';
import { contradictions } from './checks/contradictions';
import { contraindications } from './checks/contraindications';
import { gestation } from './checks/gestation';
import { goals } from './checks/goals';
import { lateralityConflict } from './checks/laterality-conflict';
import { minutes } from './checks/minutes';
import { misspeltTerms } from './checks/misspelt-terms';
import { noteProblems } from './checks/note-problems';
import { outcomeMeasures } from './checks/outcome-measures';
import { ownFields } from './checks/own-fields';
import { painScores } from './checks/pain-scores';
import { positions } from './checks/positions';
import { pressureSteps } from './checks/pressure-steps';
import { progress } from './checks/progress';
import { rangeOfMotion } from './checks/range-of-motion';
import { redFlags } from './checks/red-flags';
import { signature } from './checks/signature';
import { unknownNames } from './checks/unknown-names';
import { unrecordedFacts } from './checks/unrecorded-facts';
import { visitFrequency } from './checks/visit-frequency';
import { visitRhythm } from './checks/visit-rhythm';
import { vitalSigns } from './checks/vital-signs';

export const checks: readonly Check[] = [
  ambiguousTerms,
  answers,
  askedClearance,
  billingUnits,
  clientFile,
  clonedText,
  completeness,
  consentEnding,
  contradictions,
  contraindications,
  gestation,
  goals,
  lateralityConflict,
  minutes,
  misspeltTerms,
  noteProblems,
  outcomeMeasures,
  ownFields,
  painScores,
  positions,
  pressureSteps,
  progress,
  rangeOfMotion,
  redFlags,
  signature,
  unknownNames,
  unrecordedFacts,
  visitFrequency,
  visitRhythm,
  vitalSigns,
];

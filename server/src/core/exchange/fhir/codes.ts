// How our kinds are coded in FHIR R4: one table, each part with its source. What has no code here goes as text alone.
import type { Depth } from '../../knowledge/model';
import type { SectionId } from '../../note/sections';
import type { VitalMeasure } from '../../note/values/vitals';
import type { Severity } from '../../rules/finding';

/** A code of a code system. */
export interface Coding {
  readonly system: string;
  readonly code: string;
  readonly display: string;
}

const terminology = 'http://terminology.hl7.org/CodeSystem';
const of =
  (system: string) =>
  (code: string, display: string): Coding => ({ system, code, display });

const loinc = of('http://loinc.org');
const snomed = of('http://snomed.info/sct');
const category = of(`${terminology}/observation-category`);

/** Code systems that are only named, since their codes come from elsewhere. Source: HL7 R4, terminologies-systems. */
export const systems = {
  icd10cm: 'http://hl7.org/fhir/sid/icd-10-cm',
  ucum: 'http://unitsofmeasure.org',
} as const;

/** The kind of document that a session note is. Source: LOINC; HL7 R4 value set doc-typecodes. */
export const documentType: Coding = loinc('11506-3', 'Progress note');

/** Sections. Source: LOINC; HL7 R4 value set doc-section-codes, C-CDA R2.1 for interventions, assessment and histories. */
export const sectionCodes: Readonly<Record<SectionId, Coding>> = {
  subjective: loinc('61150-9', 'Subjective Narrative'),
  objective: loinc('61149-1', 'Objective Narrative'),
  treatment: loinc('62387-6', 'Interventions Provided'),
  assessment: loinc('51848-0', 'Evaluation note'),
  plan: loinc('18776-5', 'Plan of care note'),
  addendum: loinc('55107-7', 'Addendum Document'),
  'family-history': loinc('10157-6', 'History of family member diseases Narrative'),
  'past-history': loinc('11348-0', 'History of Past illness Narrative'),
};

/** Why a section has no words. Source: HL7 R4 list-empty-reason. */
export const withheld: Coding = of(`${terminology}/list-empty-reason`)('withheld', 'Information Withheld');

/** What an observation belongs to. Source: HL7 R4 observation-category. */
export const categories = {
  vital: category('vital-signs', 'Vital Signs'),
  laboratory: category('laboratory', 'Laboratory'),
  exam: category('exam', 'Exam'),
  survey: category('survey', 'Survey'),
} as const;

/** A measured value: its name, unit and codes. `unit` is for people, `ucum` for machines. */
export interface ObservationCode {
  readonly text: string;
  readonly category: Coding;
  readonly code: Coding | undefined;
  readonly unit: string;
  readonly ucum: string;
}

/** Source: LOINC; HL7 R4 profile vitalsigns for the vital signs; UCUM for the units. */
export const observationCodes: Readonly<Record<VitalMeasure, ObservationCode>> = {
  temperature: row('Body temperature', categories.vital, loinc('8310-5', 'Body temperature'), '°C', 'Cel'),
  systolic: row(
    'Systolic blood pressure',
    categories.vital,
    loinc('8480-6', 'Systolic blood pressure'),
    'mmHg',
    'mm[Hg]',
  ),
  diastolic: row(
    'Diastolic blood pressure',
    categories.vital,
    loinc('8462-4', 'Diastolic blood pressure'),
    'mmHg',
    'mm[Hg]',
  ),
  'heart-rate': row('Heart rate', categories.vital, loinc('8867-4', 'Heart rate'), '/min', '/min'),
  'respiratory-rate': row(
    'Respiratory rate',
    categories.vital,
    loinc('9279-1', 'Respiratory rate'),
    '/min',
    '/min',
  ),
  spo2: row(
    'Oxygen saturation',
    categories.vital,
    loinc('2708-6', 'Oxygen saturation in Arterial blood'),
    '%',
    '%',
  ),
  inr: row(
    'INR',
    categories.laboratory,
    loinc('38875-1', 'INR in Platelet poor plasma or blood by Coagulation assay'),
    '',
    '{INR}',
  ),
  glucose: row(
    'Blood glucose',
    categories.laboratory,
    loinc('15074-8', 'Glucose [Moles/volume] in Blood'),
    'mmol/L',
    'mmol/L',
  ),
  platelets: row(
    'Platelets',
    categories.laboratory,
    loinc('26515-7', 'Platelets [#/volume] in Blood'),
    '10⁹/L',
    '10*9/L',
  ),
  neutrophils: row(
    'Neutrophils',
    categories.laboratory,
    loinc('26499-4', 'Neutrophils [#/volume] in Blood'),
    '10⁹/L',
    '10*9/L',
  ),
  haemoglobin: row(
    'Haemoglobin',
    categories.laboratory,
    loinc('718-7', 'Hemoglobin [Mass/volume] in Blood'),
    'g/dL',
    'g/dL',
  ),
  'calf-difference': row('Difference of the calves’ girth', categories.exam, undefined, 'cm', 'cm'),
  'pitting-oedema': row('Pitting oedema, grade', categories.exam, undefined, 'grade', '{grade}'),
  pain: row(
    'Pain, 0–10',
    categories.survey,
    loinc('72514-3', 'Pain severity - 0-10 verbal numeric rating [Score] - Reported'),
    'of 10',
    '{score}',
  ),
};

function row(
  text: string,
  kind: Coding,
  code: Coding | undefined,
  unit: string,
  ucum: string,
): ObservationCode {
  return { text, category: kind, code, unit, ucum };
}

/** Both values of a blood pressure together. Source: HL7 R4 profile bp; LOINC. */
export const bloodPressure: Coding = loinc('85354-9', 'Blood pressure panel with all children optional');

/** Units of motion and outcome measures. Source: UCUM. */
export const ucumUnits = { '°': 'deg', '%': '%', points: '{score}' } as const;

const clinical = of(`${terminology}/condition-clinical`);
const verification = of(`${terminology}/condition-ver-status`);

/** Whether a condition goes on. Source: HL7 R4 condition-clinical. */
export const clinicalStatus = {
  active: clinical('active', 'Active'),
  /** It stands for something that is over, such as a history of clots. */
  inactive: clinical('inactive', 'Inactive'),
  resolved: clinical('resolved', 'Resolved'),
} as const;

/** How sure it is. Source: HL7 R4 condition-ver-status. */
export const verificationStatus = {
  /** Stated as a fact. It does not say that anybody of the practice diagnosed it. */
  stated: verification('confirmed', 'Confirmed'),
  /** Suspected, an everyday word, or one of several readings. */
  possible: verification('provisional', 'Provisional'),
  /** Statements differ, or it may be over by now. */
  disputed: verification('unconfirmed', 'Unconfirmed'),
} as const;

/** Severities that people write. Source: HL7 R4 value set condition-severity; SNOMED CT. */
export const severityCodes: Readonly<Record<string, Coding>> = {
  mild: snomed('255604002', 'Mild'),
  moderate: snomed('6736007', 'Moderate'),
  severe: snomed('24484000', 'Severe'),
};

/** Allergies. Source: HL7 R4 allergyintolerance-clinical. */
export const allergyActive: Coding = of(`${terminology}/allergyintolerance-clinical`)('active', 'Active');

/** The kind of issue that a contraindication is. Source: HL7 v3 ActCode, value set detectedissue-category. */
export const contraindicated: Coding = of(`${terminology}/v3-ActCode`)('COND', 'Condition Alert');

/** How serious an issue is. Source: HL7 R4 detectedissue-severity. */
export const issueSeverity: Readonly<Record<Severity, 'high' | 'moderate' | 'low'>> = {
  error: 'high',
  warning: 'moderate',
  information: 'low',
  hint: 'low',
};

/** Source: HL7 R4 flag-category. */
export const flagClinical: Coding = of(`${terminology}/flag-category`)('clinical', 'Clinical');

/** What a consent is about. Source: HL7 R4 consentscope; LOINC. */
export const consentScope: Coding = of(`${terminology}/consentscope`)('treatment', 'Treatment');
export const consentCategory: Coding = loinc('59284-0', 'Consent Document');

/** A member of the family, when nobody says which. Source: HL7 v3 RoleCode. */
export const familyMember: Coding = of(`${terminology}/v3-RoleCode`)('FAMMEMB', 'family member');

/** Marks what names were taken out of. Source: HL7 v3 ObservationValue, value set security-labels. */
export const pseudonymized: Coding = of(`${terminology}/v3-ObservationValue`)('PSEUDED', 'pseudonymized');

/** A value that a resource needs and the note does not give. Source: HL7 R4 data-absent-reason. */
export const absent = {
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }],
} as const;

/** Pressure in words. */
export const depthWords: Readonly<Record<Depth, string>> = {
  light: 'light pressure',
  moderate: 'moderate pressure',
  deep: 'deep pressure',
};

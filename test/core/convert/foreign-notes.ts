// Notes as other systems print them, about invented people. Each names its kind and the sections it must be read into.

import fc from 'fast-check';

/** A note of another system. */
export interface ForeignNote {
  readonly kind: string;
  /** The sections that the parser must find, before and after, in order. */
  readonly sections: readonly string[];
  readonly text: string;
}

const note = (kind: string, sections: string, lines: readonly string[]): ForeignNote => ({
  kind,
  sections: sections === '' ? [] : sections.split(' '),
  text: `${lines.join('\n')}\n`,
});

export const foreignNotes: readonly ForeignNote[] = [
  note('words in capitals, prose on the same line', 'subjective objective assessment plan', [
    'Patient Name: Rosa Almeida',
    'Date of Visit: 11/18/2026',
    'DOB: 03/12/1984',
    'Therapist: Dana Reyes, LMT',
    '',
    'SUBJECTIVE: Patient presents with right shoulder pain for three weeks. She denies any history of cancer',
    'or blood clots. She takes aspirin daily.',
    'OBJECTIVE: No edema. Hypertonic right upper trapezius.',
    'ASSESSMENT: Myofascial pain, improving. DVT ruled out by ultrasound last month.',
    'PLAN: Return in two weeks. Avoid deep tissue on the calves.',
  ]),
  note('bold headings with fields', 'subjective objective treatment assessment plan', [
    '**S:** Client reports low back pain 6/10, worse with sitting.',
    '',
    '**O:** ',
    '**Posture:** anterior pelvic tilt',
    '**ROM:** lumbar flexion 45/60°',
    '• HT B/L QL',
    '• TrP R UT',
    '',
    '**T:** Swedish to back, 20 min; deep tissue L QL avoided (osteoporosis)',
    '',
    '**A:** Responded well. 6/10 → 3/10',
    '',
    '**P:** Weekly x 4',
  ]),
  note('underlined headings', 'subjective objective treatment plan', [
    '__Subjective__',
    'Neck pain since a car accident 3 wks ago. No fever, no numbness.',
    '',
    '__Objective__',
    'Cervical rotation L 50°, R 70°.',
    '',
    '__Treatment__',
    'Myofascial release, cervical, 15 min.',
    '',
    '__Plan__',
    'Next session: trigger point therapy if tolerated.',
  ]),
  note('letters and dashes over paragraphs', 'subjective objective assessment plan', [
    'S - Mr. Okafor was discharged from hospital on November 12 after a pulmonary embolism.',
    'He is taking Eliquis 5 mg twice daily.',
    '',
    'He has no fever. His mother had a stroke.',
    '',
    'O - No visible swelling of either calf. BP 128/82, HR 72.',
    '',
    'A - Massage not indicated today.',
    '',
    'P - Written clearance requested.',
  ]),
  note('a numbered form', 'subjective objective treatment assessment plan', [
    'CLIENT: Ines Duarte',
    'DATE: 2026-11-20',
    '',
    '1. Subjective',
    'Tension headache, 4/10. Sleeps badly.',
    '2. Objective',
    'HT suboccipitals, masseter L.',
    '3. Treatment',
    'Swedish: neck, 20 min, light',
    'Trigger point: R SCM, 5 min',
    '4. Assessment',
    'Better after treatment, 4/10 to 1/10.',
    '5. Plan',
    'Return in 10 days.',
  ]),
  note('one line', 'subjective objective treatment assessment plan', [
    'S: neck pain 5/10, no HA O: HT UT L>R T: Swedish 30 min, no deep tissue A: better P: weekly',
  ]),
  note('a doctor’s headings', 'subjective objective plan', [
    'Patient: Amadou Diallo    DOB: 1971-07-04    Date of Service: 2026-11-19 09:30',
    'Provider: Dr. L. Brandt',
    '',
    'Chief Complaint: left calf pain',
    'HPI: 55 yo male with 2 days of calf pain after a long flight. Denies chest pain or shortness of breath.',
    'PMH: hypertension, MI 2011',
    'Medications:',
    '  - metoprolol 50 mg',
    '  - aspirin 81 mg',
    'Allergies: NKDA',
    'Family History: father had DVT',
    'Physical Exam:',
    'L calf swollen, warm, tender. R calf normal.',
    'Assessment and Plan:',
    '1. Suspected DVT left leg. Refer for ultrasound today.',
    '2. No massage until DVT is ruled out.',
  ]),
  note(
    'a doctor’s headings on lines of their own',
    'subjective past-history family-history subjective objective assessment plan',
    [
      'CHIEF COMPLAINT',
      'Low back pain.',
      '',
      'HISTORY OF PRESENT ILLNESS',
      'Pain for 6 weeks, no trauma, no bladder trouble.',
      '',
      'PAST MEDICAL HISTORY',
      'Appendectomy 1999. Asthma.',
      '',
      'FAMILY HISTORY',
      'Mother: breast cancer.',
      '',
      'SOCIAL HISTORY',
      'Works at a desk. Non-smoker.',
      '',
      'PHYSICAL EXAMINATION',
      'SLR negative bilaterally.',
      '',
      'ASSESSMENT',
      'Mechanical low back pain.',
      '',
      'PLAN',
      'Walking, heat 15 min daily.',
    ],
  ),
  note('Markdown with other words', 'subjective objective treatment assessment plan', [
    '# Session note',
    '',
    '### Client report',
    '* tight hamstrings since the race',
    '* no new medications',
    '',
    '### Findings',
    '* Palpation: HT bilateral hamstrings',
    '',
    '### Treatment provided',
    '* Deep tissue: hamstrings, bilateral, 20 min',
    '* Avoided: R calf (bruise)',
    '',
    '### Response to treatment',
    'Looser, SLR 70° → 85°.',
    '',
    '### Home care',
    'Stretching twice a day; stop if it hurts.',
  ]),
  note('check boxes and key and value', 'subjective objective plan', [
    'Client Name: Petra Novak',
    'Session Date: Nov 20, 2026',
    '',
    'Subjective:',
    '[x] hypertension',
    '[ ] pregnancy',
    '☑ neck pain',
    '☐ fever',
    'Pain: 5/10',
    'Blood thinners: no',
    'Objective:',
    'Vitals: BP 150/95',
    'Palpation:',
    '- HT R UT',
    '- TrP L levator',
    'Plan:',
    'Home care: heat 10 min',
  ]),
  note('HOPS', 'subjective objective objective objective', [
    'H: neck pain since the move, no dizziness',
    'O: head forward',
    'P: HT B/L UT',
    'S: Spurling negative',
  ]),
  note('DAP', 'subjective assessment plan', [
    'D: Client arrived stressed. Shoulders 6/10. Took ibuprofen this morning.',
    'A: Tension pattern, better after session.',
    'P: Book again in 3 weeks.',
  ]),
  note('pasted from a word processor', 'subjective objective treatment plan', [
    'Subjective',
    '•\u00a0Client states “my knee is worse”\u00a0– swelling since Monday',
    'o\tno fever',
    '',
    'Objective',
    '•\tR knee warm, effusion 1+',
    '',
    'Treatment',
    '•\tLymph drainage R leg, 20 min',
    '•\tDeep tissue: not performed',
    '',
    'Plan',
    '•\tSee GP if it is not better in 2 days',
  ]),
  note('rules between the parts', 'subjective objective treatment assessment plan', [
    '---------------',
    'Massage Therapy Treatment Record',
    'Name: Tomasz Zielinski',
    '---------------',
    'Subjective Findings:',
    'Sciatica L, 7/10.',
    'Denies:',
    '- fever',
    '- chest pain',
    'Objective Findings:',
    'SLR + L at 40°',
    '---------------',
    'Treatment Given:',
    'Traction lumbar 10 min, heat 10 min.',
    'Assessment:',
    'Possible disc herniation.',
    'Treatment Plan:',
    'Refer to GP. No lumbar manipulation.',
  ]),
  note('no headings at all', '', [
    'Visit 4. CC: neck pain. Since last visit client had a bout of flu, which has now resolved.',
    'No new medications. Tx today: TrP release bilat UT, cervical traction, moist heat 10 min.',
  ]),
  note('slips, gaps and addendum', 'subjective objective assessment plan addendum', [
    'SUBJECTVE:',
    '',
    '',
    'Foot pain R, plantar fasciitis dx 2025.',
    'OBJECTIVE (seated):',
    'Tender R medial calcaneus.',
    'ASSESMENT: unchanged',
    'PLAN: ice, taping',
    'Addendum 2026-11-21, d.reyes: client called, pain 2/10.',
  ]),
];

/** The ways in which systems write the heading of a section, each with what goes on the line behind it. */
const headings: readonly ((letter: string, name: string, number: number) => string)[] = [
  (_, name) => `${name.toUpperCase()}: `,
  (letter) => `${letter}: `,
  (letter) => `**${letter}:** `,
  (letter) => `${letter} - `,
  (_, name) => `${name}\n`,
  (_, name) => `${name.toUpperCase()}\n\n`,
  (_, name) => `**${name}**\n`,
  (_, name) => `### ${name}\n`,
  (_, name, number) => `${number}. ${name}\n`,
];
const names = ['Subjective', 'Objective', 'Treatment', 'Assessment', 'Plan'] as const;
const statements = [
  'Denies fever, chills or DVT.',
  'DVT left calf 2 wks ago, on Xarelto.',
  'Mother had a stroke; no history of cancer.',
  'R knee OA, L hip fine',
  'Family history: father MI',
  'PMH: asthma, pregnancy 2019',
  'Avoided: deep tissue L leg',
  'Techniques: Swedish back 20 min, MFR R shoulder',
  'Response: pain 6/10 \u2192 3/10',
  'Home care: heat 10 min; if fever, call',
  'Suspected fracture, r/o.',
  'Next visit: trigger point therapy',
  'Vitals: BP 150/95',
  'Denies:\n- fever\n- chest pain\n',
  'Medications:\n- warfarin\n- aspirin (stopped)\n',
  '[x] hypertension\n[ ] osteoporosis',
];
const marks = ['', '', '- ', '\u2022 ', '* '];

/** Notes put together from headings of one kind and statements that are paragraphs, fields or items. */
export const anyForeignNote: fc.Arbitrary<string> = fc
  .record({
    heading: fc.constantFrom(...headings),
    windows: fc.boolean(),
    mark: fc.constantFrom(...marks),
    parts: fc.array(fc.array(fc.constantFrom(...statements), { minLength: 1, maxLength: 3 }), {
      minLength: 2,
      maxLength: names.length,
    }),
  })
  .map(({ heading, windows, mark, parts }) => {
    const text = parts
      .map((part, index) => {
        const name = names[index] ?? 'Plan';
        const lines = part.map((line) => (line.includes('\n') ? `\n${line}` : mark + line));
        return heading(name.charAt(0), name, index + 1) + lines.join(mark === '' ? '\n\n' : '\n');
      })
      .join('\n\n');
    return windows ? text.replaceAll('\n', '\r\n') : text;
  });

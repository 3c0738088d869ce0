import { cpt, dx, note, report, vitals } from './chart-scenario.ts';
import type { ChartScenario } from './chart-scenario.ts';

/** Visits without a night in the house. */
export const OUTPATIENT: readonly ChartScenario[] = [
  {
    class: 'EMER',
    words: 'Emergency visit',
    weight: 9,
    nights: [0, 0],
    ages: [24, 80],
    diagnoses: [dx('R0789', 'Chest pain, other'), dx('I10', 'High blood pressure')],
    procedures: [cpt('99284', 'Emergency visit, moderate'), cpt('93000', 'Heart tracing with reading')],
    documents: [
      note(
        'Emergency note',
        'first',
        (
          f,
        ) => `${f.age}-year-old ${f.person} with pressure in the chest since this morning, not related to effort. Hypertension on amlodipine.
${vitals(f)}
Heart sounds normal, lungs clear, chest wall tender at the ${f.side} sternal edge.
Tracing: sinus rhythm, no ischemic change, read by me. Troponin twice below detection.
Impression: non-cardiac chest pain, likely musculoskeletal. Hypertension. Discharged with ibuprofen; stress test within the week.`,
      ),
      report(
        'Laboratory report',
        'first',
        () => `Troponin below 0.01 at 0 and 3 hours. Hemoglobin 13.9. Creatinine 0.9.`,
      ),
    ],
  },
  {
    class: 'EMER',
    words: 'Emergency visit',
    weight: 8,
    nights: [0, 0],
    ages: [9, 66],
    diagnoses: [
      dx('S93401A', 'Sprained right ankle, first visit'),
      dx('W010XXA', 'Fall on the level, first visit', false),
    ],
    procedures: [cpt('99283', 'Emergency visit, low'), cpt('73610', 'Ankle pictures, three views')],
    documents: [
      note(
        'Emergency note',
        'first',
        (f) => `${f.age}-year-old ${f.person} slipped on a wet step and turned the right ankle.
${vitals(f)}
Swelling and tenderness over the outer ligaments. No bony tenderness of the foot. Able to bear weight with pain.
Impression: sprain of the right ankle. Brace, ice, crutches for three days.`,
      ),
      report(
        'Imaging report',
        'first',
        () => `Right ankle, three views. Soft tissue swelling laterally. No fracture. Mortise intact.`,
      ),
    ],
  },
  {
    class: 'AMB',
    words: 'Office visit',
    weight: 12,
    nights: [0, 0],
    ages: [38, 84],
    diagnoses: [
      dx('E1165', 'Type 2 diabetes with high sugar'),
      dx('I10', 'High blood pressure'),
      dx('E785', 'High blood fats', false),
    ],
    procedures: [cpt('99214', 'Office visit, known patient, moderate'), cpt('83036', 'Long-term blood sugar')],
    documents: [
      note(
        'Office visit note',
        'first',
        (
          f,
        ) => `${f.age}-year-old ${f.person} for diabetes follow-up. Home sugars 190 to 260. Takes metformin twice daily, misses evening doses.
${vitals(f)}
Feet: sensation intact to monofilament. A1c today 9.4, from 8.1.
Assessment: type 2 diabetes, hyperglycemia, not at goal: add semaglutide. Hypertension at goal. Lipids above goal on atorvastatin, dose raised.
Moderate complexity: two chronic conditions not at goal, prescription drug management.`,
      ),
      report('Laboratory report', 'first', () => `Hemoglobin A1c 9.4%. LDL 128. Creatinine 0.8. Urine albumin normal.`),
    ],
  },
  {
    class: 'AMB',
    words: 'Office visit',
    weight: 9,
    nights: [0, 0],
    ages: [45, 82],
    diagnoses: [dx('M1712', 'Worn left knee joint')],
    procedures: [cpt('20610', 'Injection into a large joint'), cpt('99213', 'Office visit, known patient, low')],
    documents: [
      note(
        'Office visit note',
        'first',
        (
          f,
        ) => `${f.age}-year-old ${f.person} with left knee pain on stairs for ${f.onset} months. Therapy finished, little relief.
${vitals(f)}
Left knee: small effusion, crepitus, stable. Radiographs: moderate medial narrowing.
A separate evaluation of both knees and of gait was made; braces discussed; decision for injection today.
Procedure: after consent and skin preparation, triamcinolone 40 mg with lidocaine into the left knee. Tolerated well.`,
      ),
    ],
  },
  {
    class: 'AMB',
    words: 'Outpatient procedure, endoscopy',
    weight: 7,
    nights: [0, 0],
    ages: [45, 78],
    diagnoses: [dx('Z1211', 'Bowel cancer screening'), dx('K635', 'Polyp of the bowel', false)],
    procedures: [cpt('45385', 'Bowel scope with snare removal')],
    documents: [
      note(
        'Operative note',
        'first',
        (f) => `Screening colonoscopy in a ${f.age}-year-old ${f.person} of average risk. Sedation by anesthesia.
Scope passed to the cecum, prep good. One 9 mm sessile polyp in the sigmoid colon, removed by cold snare, retrieved. Withdrawal eleven minutes.
Impression: colonic polyp, removed. Pathology pending.`,
      ),
      report(
        'Laboratory report',
        'first',
        () =>
          `Pathology, polyp of the sigmoid colon: fragments of polypoid mucosa. Final classification to follow in an addendum.`,
      ),
    ],
  },
  {
    class: 'AMB',
    words: 'Outpatient imaging',
    weight: 8,
    nights: [0, 0],
    ages: [28, 70],
    diagnoses: [dx('M5416', 'Nerve root pain, low back')],
    procedures: [cpt('72148', 'Low back MRI without contrast')],
    documents: [
      note(
        'Office visit note',
        'first',
        (
          f,
        ) => `${f.age}-year-old ${f.person}, low back pain down the ${f.side} leg for ${f.onset} weeks after lifting. Six weeks of therapy without relief.
${vitals(f)}
Straight leg raise positive on the ${f.side} at 40 degrees. Strength full. Order: MRI of the lumbar spine.`,
      ),
      report(
        'Imaging report',
        'first',
        (
          f,
        ) => `MRI of the lumbar spine without contrast. Disc extrusion at L4-L5 toward the ${f.side}, touching the descending root. Mild narrowing at L5-S1.
Impression: ${f.side} L4-L5 disc extrusion.`,
      ),
    ],
  },
  {
    class: 'AMB',
    words: 'Physical therapy visit',
    weight: 6,
    nights: [0, 0],
    ages: [22, 75],
    diagnoses: [dx('M5450', 'Low back pain'), dx('M25561', 'Pain in the right knee')],
    procedures: [cpt('97110', 'Exercise therapy, each 15 minutes')],
    documents: [
      note(
        'Progress note',
        'first',
        (f) => `Visit ${f.chance.int(2, 9)} of 12. Pain ${f.chance.int(2, 6)} of 10 before, less after.
Therapeutic exercise 31 minutes, one to one: core control, hip strength, stairs. Home program renewed. Tolerated well.`,
      ),
    ],
  },
  {
    class: 'AMB',
    words: 'Office visit',
    weight: 7,
    nights: [0, 0],
    ages: [6, 60],
    diagnoses: [dx('J069', 'Cold of the upper airways')],
    procedures: [cpt('99213', 'Office visit, known patient, low')],
    documents: [
      note(
        'Office visit note',
        'first',
        (
          f,
        ) => `${f.age}-year-old ${f.person} with sore throat, cough and runny nose for ${f.onset} days. No breathlessness.
${vitals(f)}
Throat red without exudate, ears clear, lungs clear. Rapid strep test negative.
Impression: viral upper respiratory infection. Fluids, rest, return if worse.`,
      ),
    ],
  },
];

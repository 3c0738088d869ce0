import { dx, note, report, vitals } from './chart-scenario.ts';
import type { ChartScenario } from './chart-scenario.ts';

/** Stays in the house. Several leave something open that a coder has to ask about. */
export const INPATIENT: readonly ChartScenario[] = [
  {
    class: 'IMP',
    words: 'Inpatient stay, medicine',
    weight: 8,
    nights: [2, 5],
    ages: [52, 88],
    diagnoses: [
      dx('J189', 'Pneumonia, organism not stated'),
      dx('I10', 'High blood pressure'),
      dx('E119', 'Type 2 diabetes'),
    ],
    procedures: [],
    documents: [
      note(
        'History and physical',
        'first',
        (f) => `${f.age}-year-old ${f.person} with fever, productive cough and chills for ${f.onset} days.
${vitals(f)}
Lungs: crackles at the ${f.side} base. Heart regular. Abdomen soft.
History of hypertension on lisinopril and type 2 diabetes on metformin.
Assessment: community-acquired pneumonia. Meets sepsis screen: fever, tachycardia, white count 17.8, lactate 2.6. Fluids 30 mL/kg, ceftriaxone and azithromycin started within the hour, blood cultures drawn.`,
      ),
      report(
        'Imaging report',
        'first',
        (f) => `Chest, two views. Compared with none.
Airspace opacity in the ${f.side} lower lobe with air bronchograms. No effusion. Heart size normal.
Impression: ${f.side} lower lobe consolidation, in keeping with pneumonia.`,
      ),
      report(
        'Laboratory report',
        'second',
        () => `White count 17.8, neutrophils 88%. Lactate 2.6, repeated 1.4. Creatinine 1.1. Sodium 136. Glucose 188.
Blood cultures, two sets: no growth at 48 hours.`,
      ),
      note(
        'Progress note',
        'second',
        (f) => `Afebrile since midnight. Oxygen saturation ${f.oxygen}% on 2 liters. Tolerating diet.
Pneumonia improving on ceftriaxone and azithromycin. Glucose managed with sliding scale. Blood pressure controlled.`,
      ),
      note(
        'Discharge summary',
        'last',
        (
          f,
        ) => `Admitted for ${f.side} lower lobe pneumonia. Treated with intravenous antibiotics, then by mouth. Room air at discharge.
Diagnoses at discharge: pneumonia; hypertension; type 2 diabetes mellitus.
Follow up in one week. Complete five more days of amoxicillin-clavulanate.`,
      ),
    ],
  },
  {
    class: 'IMP',
    words: 'Inpatient stay, cardiology',
    weight: 7,
    nights: [3, 6],
    ages: [60, 91],
    diagnoses: [
      dx('I110', 'Hypertensive heart disease with heart failure'),
      dx('I509', 'Heart failure, kind not stated'),
      dx('N179', 'Acute kidney injury', false),
      dx('I4891', 'Atrial fibrillation, kind not stated'),
    ],
    procedures: [],
    documents: [
      note(
        'History and physical',
        'first',
        (
          f,
        ) => `${f.age}-year-old ${f.person} with leg swelling and breathlessness lying flat for ${f.onset} days; gained 11 pounds.
${vitals(f)}
Jugular venous pressure 14 cm. Crackles to mid zones. Pitting edema to the knees. Irregularly irregular rhythm.
Known hypertension, known atrial fibrillation on apixaban.
Assessment: heart failure exacerbation. Furosemide 80 mg intravenously twice daily, daily weights, echocardiogram.`,
      ),
      report(
        'Imaging report',
        'second',
        () =>
          `Transthoracic echocardiogram. Left ventricular ejection fraction 30 to 35 percent, globally reduced. Left atrium dilated. Mild mitral regurgitation.`,
      ),
      report(
        'Laboratory report',
        'first',
        () =>
          `Natriuretic peptide 2,840. Creatinine 2.1 (baseline 1.0 in the spring). Potassium 4.8. Troponin 0.03, unchanged after three hours.`,
      ),
      note(
        'Progress note',
        'second',
        () => `Diuresed 2.4 liters. Weight down 5 pounds. Creatinine 1.8 from 2.1, watching; renal dosing of medications.
Heart failure: continue intravenous furosemide. Rate controlled on metoprolol.`,
      ),
      note(
        'Discharge summary',
        'last',
        () => `Admitted with decompensated heart failure, diuresed 14 pounds. Discharge weight stable for two days. Creatinine back to 1.1.
Diagnoses at discharge: heart failure; hypertension; atrial fibrillation on anticoagulation.
Sacubitril-valsartan begun. Clinic in seven days.`,
      ),
    ],
  },
  {
    class: 'IMP',
    words: 'Inpatient stay, orthopedics',
    weight: 6,
    nights: [1, 3],
    ages: [55, 84],
    diagnoses: [
      dx('M1711', 'Worn right knee joint'),
      dx('I10', 'High blood pressure'),
      dx('D62', 'Anemia after blood loss', false),
    ],
    procedures: [{ code: '0SRC0J9', system: 'icd-10-pcs', words: 'Right knee joint replaced, cemented' }],
    documents: [
      note(
        'History and physical',
        'first',
        (
          f,
        ) => `${f.age}-year-old ${f.person} with right knee pain for years; injections and therapy no longer help. Walks with a cane.
${vitals(f)}
Right knee: varus, crepitus, motion 5 to 95 degrees. Radiographs show bone on bone medially.
Plan: right total knee replacement.`,
      ),
      note(
        'Operative note',
        'first',
        () => `Procedure: right total knee replacement, cemented. Spinal anesthesia. Tourniquet 61 minutes.
Medial parapatellar approach. Femur, tibia and patella resurfaced; trial reduction stable through full motion.
Estimated blood loss 350 mL. No complications.`,
      ),
      report(
        'Laboratory report',
        'second',
        () => `Hemoglobin before surgery 13.4. Day one 9.1, day two 8.6. Platelets 212. Creatinine 0.9.`,
      ),
      note(
        'Progress note',
        'second',
        () =>
          `Pain controlled. Walked 80 feet with therapy. Hemoglobin 8.6 from 13.4; iron started, recheck tomorrow. No transfusion. Dressing dry.`,
      ),
      note(
        'Discharge summary',
        'last',
        () => `Right total knee replacement without complication. Home with outpatient therapy, aspirin for clot prevention, iron for four weeks.
Diagnoses at discharge: osteoarthritis of the right knee; hypertension.`,
      ),
    ],
  },
  {
    class: 'IMP',
    words: 'Inpatient stay, medicine',
    weight: 5,
    nights: [2, 4],
    ages: [40, 79],
    diagnoses: [
      dx('K5792', 'Inflamed bowel pouches without bleeding'),
      dx('E876', 'Low potassium', false),
      dx('E669', 'Obesity, kind not stated'),
    ],
    procedures: [],
    documents: [
      note(
        'History and physical',
        'first',
        (f) => `${f.age}-year-old ${f.person} with left lower abdominal pain and loose stools for ${f.onset} days.
${vitals(f)}
Tender in the left lower quadrant, no guarding. Body mass index 41.2.
Assessment: acute diverticulitis. Bowel rest, fluids, piperacillin-tazobactam.`,
      ),
      report(
        'Imaging report',
        'first',
        () => `CT of abdomen and pelvis with contrast. Wall thickening and fat stranding at the sigmoid colon with several diverticula. No abscess, no free air.
Impression: acute uncomplicated sigmoid diverticulitis.`,
      ),
      report(
        'Laboratory report',
        'second',
        () => `Potassium 2.9, repleted intravenously, repeat 3.6. White count 13.1. Lipase normal.`,
      ),
      note(
        'Discharge summary',
        'last',
        () => `Acute diverticulitis of the sigmoid colon, improved on antibiotics. Potassium repleted during the stay. Diet advanced.
Diagnoses at discharge: acute diverticulitis; obesity. Colonoscopy in eight weeks.`,
      ),
    ],
  },
];

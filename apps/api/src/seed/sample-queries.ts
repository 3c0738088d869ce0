/** What a coder asks of a kind of chart: neutral words, a quote from the record, options the record supports. */
export interface SampleQuestion {
  title: string;
  body: string;
  options: string[];
  /** Which document it rests on, and the words in it. */
  from: { title: string; quote: string };
}

/** Questions by what the chart's document says; the first whose quote is in the record is asked. */
export const SAMPLE_QUESTIONS: readonly SampleQuestion[] = [
  {
    title: 'Findings on admission',
    body: 'The history notes fever, tachycardia, white count 17.8 and lactate 2.6, treated with fluids and antibiotics. Please say which diagnosis, if any, these findings represent.',
    options: ['Sepsis due to pneumonia', 'Pneumonia without sepsis'],
    from: {
      title: 'History and physical',
      quote: 'Meets sepsis screen: fever, tachycardia, white count 17.8, lactate 2.6.',
    },
  },
  {
    title: 'Kind of heart failure',
    body: 'The echocardiogram reads an ejection fraction of 30 to 35 percent; the notes name heart failure. Please say its kind and whether it was acute on this stay.',
    options: [
      'Acute on chronic diastolic heart failure',
      'Acute on chronic systolic heart failure',
      'Chronic heart failure without an acute episode',
    ],
    from: { title: 'Imaging report', quote: 'Left ventricular ejection fraction 30 to 35 percent, globally reduced.' },
  },
  {
    title: 'Hemoglobin after surgery',
    body: 'Hemoglobin fell from 13.4 to 8.6 and iron was started. Please say what this finding represents.',
    options: ['Acute blood loss anemia', 'Expected drop after surgery without clinical significance'],
    from: { title: 'Laboratory report', quote: 'Hemoglobin before surgery 13.4. Day one 9.1, day two 8.6.' },
  },
  {
    title: 'Body mass index',
    body: 'The history records a body mass index of 41.2; the discharge diagnoses name obesity. Please say its class, if it can be determined.',
    options: ['Obesity, class 2', 'Obesity, class 3'],
    from: { title: 'History and physical', quote: 'Body mass index 41.2.' },
  },
];

import { anImport } from './an-import.ts';
import { holdsOf, mainWords } from './import-counts.rules.ts';
import { verdictOf } from './import-verdict.rules.ts';
import { kindWord } from './import-words.rules.ts';

describe('the counts of a file in words', () => {
  it('names patients, visits and documents of a chart file, and everything it holds', () => {
    const job = anImport({
      kind: 'fhir',
      counts: { patients: 1, encounters: 22, conditions: 7, documents: 3, resources: 328 },
    });
    expect(mainWords(job)).toBe('1 patient, 22 visits, 3 documents');
    expect(holdsOf(job)).toEqual(['1 patient', '22 visits', '7 conditions', '3 documents', '328 resources']);
    expect(verdictOf(job)).toEqual({ before: 'On record now: 1 patient, 22 visits, 3 documents.' });
    expect(mainWords(anImport({ kind: 'fhir', counts: { resources: 8 } }))).toBe('8 resources');
  });

  it('says of acknowledgements what was rejected', () => {
    const job = anImport({ kind: '277ca', counts: { acknowledgements: 12, rejections: 1 } });
    expect(verdictOf(job)).toEqual({ before: '12 answers are on record. 1 rejection is in the rejection queue.' });
    expect([kindWord('277ca'), kindWord('fhir')]).toEqual(['277CA', 'FHIR']);
  });
});

import type { EncounterSummary } from '@caseboard/contracts';
import { aboutPatient, daysOf, placeOf, visitWords } from './patient-words.rules.ts';

const aVisit = (facts: Partial<EncounterSummary>): EncounterSummary => ({
  id: 'e',
  number: 'ENC-000001',
  patientId: 'p',
  patientName: 'Wanda Tester',
  mrn: null,
  class: 'inpatient',
  words: 'Hospital stay',
  startedOn: '2026-11-02',
  endedOn: '2026-11-05',
  facilityId: null,
  attendingName: null,
  documentCount: 0,
  isCoded: false,
  ...facts,
});

describe('a patient in words', () => {
  it('tells two of one name apart', () => {
    expect(aboutPatient({ birthDate: '1961-09-08', sex: 'F' })).toBe('born 8 Sep 1961, female');
    expect(aboutPatient({ birthDate: null, sex: null })).toBe('birth date not known');
  });

  it('says which coverage pays first and when it holds', () => {
    expect([1, 2, 9].map((order) => placeOf({ order }))).toEqual(['Primary', 'Secondary', 'From claims']);
    expect(daysOf({ from: '2024-01-01', to: null })).toBe('from 1 Jan 2024');
    expect(daysOf({ from: null, to: null })).toBe('');
  });

  it('says of a visit its kind and days, and who is still in the house', () => {
    expect(visitWords(aVisit({}))).toBe('Inpatient, 2 Nov 2026 to 5 Nov 2026');
    expect(visitWords(aVisit({ endedOn: null }))).toBe('Inpatient, 2 Nov 2026, in the house');
    expect(visitWords(aVisit({ class: 'emergency', endedOn: '2026-11-02' }))).toBe('Emergency, 2 Nov 2026');
  });
});

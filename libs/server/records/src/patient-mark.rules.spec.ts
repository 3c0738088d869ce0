import { patientMark, patientName } from './patient-mark.rules.ts';

const wanda = { firstName: 'Wanda', lastName: 'Tester' };

describe('a patient on a card', () => {
  it('is initials and the last four of the number', () => {
    expect(patientMark(wanda, 'XJ 4420-0936')).toBe('WT ••0936');
  });

  it('is initials alone when there is no number', () => {
    expect(patientMark(wanda, null)).toBe('WT');
    expect(patientMark(wanda, '')).toBe('WT');
  });

  it('never shows a whole short number', () => {
    expect(patientMark(wanda, '1234')).toBe('WT ••34');
    expect(patientMark(wanda, '7')).toBe('WT');
  });

  it('copes with names that are missing or start with a mark', () => {
    expect(patientMark({ firstName: '', lastName: "'t Hooft" }, '99990001')).toBe('T ••0001');
    expect(patientMark({ firstName: '', lastName: '' }, undefined)).toBe('?');
  });

  it('has the whole name once the case is opened', () => {
    expect(patientName({ ...wanda, middleName: 'M', suffix: '' })).toBe('Wanda M Tester');
    expect(patientName({ firstName: '', lastName: ' ' })).toBe('Unnamed patient');
  });
});

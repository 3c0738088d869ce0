import { matchPatient, personKeyOf } from './patient-match.rules.ts';
import type { PatientAsked, PatientOnRecord } from './patient-match.rules.ts';

const GRANITE = 'granite';
const CEDAR = 'cedar';

const onRecord = (
  id: string,
  firstName: string,
  birthDate: string | null,
  memberId: string | null = 'M1',
): PatientOnRecord => ({
  id,
  firstName,
  nameKey: personKeyOf({ firstName, lastName: 'Tester' }),
  birthDate,
  sex: null,
  members: memberId === null ? [] : [{ payerId: GRANITE, memberId }],
});
const asked = (change: Partial<PatientAsked>): PatientAsked => ({
  payerId: GRANITE,
  memberId: 'M1',
  firstName: 'Wanda',
  lastName: 'Tester',
  birthDate: null,
  sex: null,
  ...change,
});

describe('the patient a claim means', () => {
  const wanda = onRecord('wanda', 'Wanda', '1970-05-01');

  it('is known by card and birth date though the last name changed', () => {
    expect(matchPatient(asked({ lastName: 'Married', birthDate: '1970-05-01' }), [wanda])?.id).toBe('wanda');
  });

  it('is known by card and name where a remittance gives no birth date', () => {
    expect(matchPatient(asked({ firstName: 'WANDA' }), [wanda])?.id).toBe('wanda');
  });

  it('is the right one of a family with one card', () => {
    const family = [wanda, onRecord('son', 'Will', '2001-01-01')];
    expect(matchPatient(asked({ firstName: 'Will' }), family)?.id).toBe('son');
    expect(matchPatient(asked({ firstName: 'Wilma' }), family)).toBeUndefined();
  });

  it('is not the twin', () => {
    const twin = onRecord('ana', 'Ana', '2010-02-02');
    expect(matchPatient(asked({ firstName: 'Ben', birthDate: '2010-02-02' }), [twin])).toBeUndefined();
  });

  it('is not the father of the same name', () => {
    expect(matchPatient(asked({ birthDate: '1999-09-09' }), [wanda])).toBeUndefined();
  });

  it('is known at another payer by name and birth date, never by name alone', () => {
    expect(matchPatient(asked({ payerId: CEDAR, memberId: 'C9', birthDate: '1970-05-01' }), [wanda])?.id).toBe('wanda');
    expect(matchPatient(asked({ payerId: CEDAR, memberId: 'C9' }), [wanda])).toBeUndefined();
    expect(matchPatient(asked({ payerId: CEDAR, memberId: 'M1' }), [wanda])).toBeUndefined();
    expect(matchPatient(asked({ memberId: null }), [wanda])).toBeUndefined();
  });
});

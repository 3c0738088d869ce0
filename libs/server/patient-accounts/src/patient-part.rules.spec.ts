import { patientPartOf } from './patient-part.rules.ts';

const posted = (carc: string, cents = 500) =>
  patientPartOf({
    claimId: 'c',
    decisionId: 'd',
    carc,
    cents,
    payerName: 'NORTHLAKE HMO',
    remittanceNumber: 'REM-000001',
    decidedOn: '2026-11-20',
    postedAt: new Date(),
  });

describe('a part of what the patient owes', () => {
  it('is named by its reason, not by its code', () => {
    expect(['1', '2', '3', '96', '204'].map((carc) => posted(carc).kind)).toEqual([
      'deductible',
      'coinsurance',
      'copayment',
      'not-covered',
      'not-covered',
    ]);
    expect(posted('1')).toMatchObject({
      words: 'Yearly deductible',
      from: 'NORTHLAKE HMO',
      remittanceNumber: 'REM-000001',
      on: '2026-11-20',
    });
  });

  it('has words for any other reason, and says when it is taken back', () => {
    expect(posted('31')).toMatchObject({ kind: 'other', words: expect.stringMatching(/\w{4,}/) });
    expect(posted('2', -500).words).toBe('Taken back: share of the cost (coinsurance)');
  });
});

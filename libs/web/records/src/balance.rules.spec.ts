import { aFault, anImport, aShortLine } from './an-import.ts';
import { checksOf } from './balance.rules.ts';

const claimCharges = aShortLine({
  message: 'The charge of claim CLM-003977 does not add up: Σ SVC02 = CLP03. It is $25.00 over (segment 1406).',
  balance: { level: 'claim', ids: ['CLM-003977'], expectedCents: 121_100, foundCents: 123_600, differenceCents: 2500 },
});

describe('the three checks', () => {
  it('show the failing equation with the file’s numbers and the level that holds beside it', () => {
    const checks = checksOf(anImport({ state: 'rejected', errors: [claimCharges, aShortLine()] }));
    expect(checks?.map(({ name, formula, differenceCents }) => [name, formula, differenceCents])).toEqual([
      ['Whole remittance', 'BPR02 = Σ CLP04 − Σ PLB', 0],
      ['Claim CLM-003977', 'Σ SVC02 = CLP03', 2500],
      ['Line 1 of CLM-003977', 'SVC02 − Σ CAS = SVC03', -2500],
    ]);
    expect(checks?.[2]).toMatchObject({ equation: 'adds up to 225.00', fileSaysCents: 20_000 });
  });

  it('count what else fails on a level', () => {
    expect(checksOf(anImport({ state: 'rejected', errors: [aShortLine(), aShortLine()] }))?.[2]?.name).toBe(
      'Line 1 of CLM-003977, and 1 more',
    );
  });

  it('leave out warnings about the patient’s share', () => {
    const share = { ...claimCharges, code: 'remittance/patient-share', severity: 'warning' as const };
    expect(checksOf(anImport({ errors: [share] }))?.every(({ differenceCents }) => differenceCents === 0)).toBe(true);
  });

  it('are not claimed for a file that was not read to its end, was posted before, or is no remittance', () => {
    expect(checksOf(anImport({ state: 'rejected', errors: [aShortLine(), aFault('x12/truncated')] }))).toBeUndefined();
    expect(checksOf(anImport({ state: 'checking' }))).toBeUndefined();
    expect(checksOf(anImport({ duplicateOf: 'earlier' }))).toBeUndefined();
    expect(checksOf(anImport({ kind: '837p' }))).toBeUndefined();
  });
});

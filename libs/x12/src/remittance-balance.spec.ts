import fc from 'fast-check';
import {
  checkClaimBalance,
  checkPatientShare,
  checkRemittanceBalance,
  checkTransactionBalance,
  formatCents,
  groupAdjustments,
  read835,
  type RemittanceClaim,
  type SegmentInput,
} from './index.ts';
import { aClaim, aHeader, allOf, aRemittanceFile } from './remittance-file.factory.ts';

async function partsOf(segments: SegmentInput[]) {
  const items = await allOf(read835([aRemittanceFile([segments])]));
  const end = items.find((item) => item.type === 'transaction-end');
  const claim = items.find((item) => item.type === 'claim')?.claim;
  if (end === undefined || claim === undefined) throw new Error('the file has a set with a claim');
  return { claim, end };
}

const claimOf = async (segments: SegmentInput[]): Promise<RemittanceClaim> => (await partsOf(segments)).claim;

describe('balancing a remittance', () => {
  it('accepts a claim and a set whose amounts add up', async () => {
    const { claim, end } = await partsOf([
      ...aHeader('81'),
      ...aClaim('A1'),
      ['PLB', 'X', '20261231', ['L6', ''], '-1'],
    ]);
    expect(checkRemittanceBalance({ claim })).toEqual([]);
    expect(checkRemittanceBalance(end)).toEqual([]);
    expect(checkPatientShare(claim)).toBeUndefined();
  });

  it('names the line, the ids and the difference when a line is off by a cent', async () => {
    const segments = aClaim('A1').map((segment) =>
      segment[1] === 'CO' ? (['CAS', 'CO', '45', '15.01'] as const) : segment,
    );
    expect(checkClaimBalance(await claimOf([...aHeader('80'), ...segments]))).toEqual([
      {
        level: 'line',
        check: 'line',
        ids: { transactionOrdinal: 1, claimOrdinal: 1, claimControlNumber: 'A1', lineOrdinal: 1 },
        expectedCents: 7999,
        foundCents: 8000,
        differenceCents: 1,
        segments: [12, 14, 15],
      },
      expect.objectContaining({ level: 'claim', check: 'claim-adjustments', differenceCents: 1, segments: [9] }),
    ]);
  });

  it('wants the lines to add up to the claim, less what is adjusted on the claim itself', async () => {
    const claim: SegmentInput[] = [
      ['CLP', 'A1', '1', '100', '40'],
      ['CAS', 'CO', 'A2', '10'],
    ];
    const lines: SegmentInput[] = [
      ['SVC', ['HC', '1'], '60', '50'],
      ['CAS', 'PR', '1', '10'],
      ['SVC', ['HC', '2'], '40', '0'],
      ['CAS', 'CO', '97', '40'],
    ];
    expect(checkClaimBalance(await claimOf([...aHeader('40'), ...claim, ...lines]))).toEqual([]);
    const failures = checkClaimBalance(await claimOf([...aHeader('40'), ...claim, ...lines.slice(0, 2)]));
    expect(failures.map(({ check, differenceCents }) => [check, differenceCents])).toEqual([
      ['claim-adjustments', -4000],
      ['claim-charges', 4000],
    ]);
  });

  it('takes a positive provider adjustment off the payment', async () => {
    const { end } = await partsOf([...aHeader('80'), ...aClaim('A1'), ['PLB', 'X', '20261231', ['WO', ''], '5']]);
    const level = { level: 'transaction', expectedCents: 7500, foundCents: 8000, differenceCents: 500, segments: [4] };
    expect(checkTransactionBalance(end.header, end.totals)).toMatchObject(level);
  });

  it('warns, and does not fail, when the patient part is not what PR adds up to', async () => {
    const segments = aClaim('A1').map((segment) =>
      segment[0] === 'CLP' ? (['CLP', 'A1', '1', '100', '80', '6'] as const) : segment,
    );
    const claim = await claimOf([...aHeader('80'), ...segments]);
    expect(checkClaimBalance(claim)).toEqual([]);
    expect(checkPatientShare(claim)).toMatchObject({ check: 'patient-share', expectedCents: 500, foundCents: 600 });
  });

  it('finds any one amount that is changed in a balanced claim', async () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 50_000_00 }), { minLength: 3, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(
        amounts,
        fc.nat(4),
        fc.integer({ min: 1, max: 999 }),
        async ([paid = 0, contract = 0, share = 0], at, by) => {
          const charge = paid + contract + share;
          const balanced = [charge, paid, charge, paid, contract];
          const changed = balanced.map((cents, place) => (place === at ? cents + by : cents));
          expect(checkClaimBalance(await claimOf(aClaimOf(balanced, share)))).toEqual([]);
          expect(checkClaimBalance(await claimOf(aClaimOf(changed, share)))).not.toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('sums adjustments by group and reason', async () => {
    const { adjustments } = await claimOf([
      ...aHeader('0'),
      ['CLP', 'A1', '1', '6', '0'],
      ['CAS', 'CO', '45', '1', '', '97', '2'],
      ['CAS', 'CO', '45', '3'],
    ]);
    expect(groupAdjustments(adjustments)).toEqual([
      { group: 'CO', reason: '45', cents: 400, segments: [10, 11] },
      { group: 'CO', reason: '97', cents: 200, segments: [10] },
    ]);
  });
});

function aClaimOf(
  [charge = 0, paid = 0, lineCharge = 0, linePaid = 0, contract = 0]: number[],
  share: number,
): SegmentInput[] {
  return [
    ...aHeader('0'),
    ['CLP', 'A1', '1', formatCents(charge), formatCents(paid)],
    ['SVC', ['HC', '99213'], formatCents(lineCharge), formatCents(linePaid)],
    ['CAS', 'CO', '45', formatCents(contract)],
    ['CAS', 'PR', '1', formatCents(share)],
  ];
}

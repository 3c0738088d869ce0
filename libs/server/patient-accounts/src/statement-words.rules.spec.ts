import { dollars, longDate, visitLines } from './statement-words.rules.ts';

describe('the words of a statement', () => {
  it('write money exactly, with thousands and a true minus sign', () => {
    expect([0, 5, 123_456, -150_00, 1_000_000_00].map(dollars)).toEqual([
      '$0.00',
      '$0.05',
      '$1,234.56',
      '−$150.00',
      '$1,000,000.00',
    ]);
  });

  it('write a plain date without a zone in between', () => {
    expect([longDate('2026-06-03'), longDate(null)]).toEqual(['3 June 2026', 'no date']);
  });

  it('go from the charges to what is owed and leave nothing out', () => {
    const lines = visitLines({
      claimNumber: 'CLM-000001',
      servedOn: '2026-06-03',
      payerName: 'NORTHLAKE HMO',
      chargeCents: 482_000,
      insurerPaidCents: 191_200,
      adjustedCents: 213_400,
      withInsurerCents: 0,
      patientCents: 77_400,
      patientPaidCents: 15_000,
      owesCents: 62_400,
      parts: [
        {
          kind: 'deductible',
          words: 'Yearly deductible',
          cents: 77_400,
          from: 'NORTHLAKE HMO',
          remittanceNumber: 'REM-000001',
          on: '2026-06-26',
        },
      ],
    });
    expect(lines.map(({ text }) => text)).toEqual([
      'Charges',
      'Insurance paid',
      'Discount under contract',
      'Left to you by insurance',
      'Yearly deductible, decided by NORTHLAKE HMO on 26 June 2026',
      'You paid',
    ]);
    const [charges, paid, discount] = lines.map(({ cents }) => cents);
    expect((charges ?? 0) + (paid ?? 0) + (discount ?? 0)).toBe(77_400);
  });
});

import { remittanceFileReader } from '@caseboard/x12';
import { anEra } from '../test/an-era.ts';
import type { EraSet } from '../test/an-era.ts';
import { RemittanceCheck } from './remittance-check.ts';
import type { CheckedFile } from './remittance-check.ts';
import { planRemittances } from './remittance-plan.ts';
import { detectX12File } from './x12-detection.ts';

function checked(text: string): CheckedFile {
  const reader = remittanceFileReader();
  const check = new RemittanceCheck();
  const found = [...reader.push(Buffer.from(text)), ...reader.end()].map((item) => check.take(item)).at(-1);
  if (!found) throw new Error('no end');
  return found;
}
const payment = (trace: string, more: Partial<EraSet> = {}): EraSet => ({
  trace,
  claims: [
    { number: 'A', chargeCents: 100 },
    { number: 'B', chargeCents: 200 },
  ],
  ...more,
});
const fingerprintOf = (set: EraSet) => checked(anEra(set)).sets[0]?.fingerprint;
const plan = (text: string, before: Record<string, string> = {}) => {
  const file = checked(text);
  const known = new Map(
    file.sets.flatMap((set) =>
      before[set.traceNumber] ? [[set.fingerprint, { number: 'REM-1', importId: before[set.traceNumber] ?? '' }]] : [],
    ),
  );
  return planRemittances(file, known, () => true);
};

describe('recognising a payment', () => {
  it('goes by payer, trace, amount and claims, not by their order, dates or amounts', () => {
    const first = fingerprintOf(payment('T'));
    expect(
      fingerprintOf(
        payment('T', {
          paidOn: '2020-01-01',
          claims: [
            { number: 'B', chargeCents: 100 },
            { number: 'A', chargeCents: 200 },
          ],
        }),
      ),
    ).toBe(first);
    expect(fingerprintOf(payment('T2'))).not.toBe(first);
    expect(fingerprintOf(payment('T', { payer: { name: 'NORTHLAKE HMO', id: '99' } }))).not.toBe(first);
    expect(fingerprintOf(payment('T', { claims: [{ number: 'A', chargeCents: 300 }] }))).not.toBe(first);
    expect(fingerprintOf(payment('T', { plb: [['WO', 'X', 1]] }))).not.toBe(first);
  });

  it('goes by the payer’s name only where it has no id', () => {
    const named = (name: string, id: string) => fingerprintOf(payment('T', { payer: { name, id } }));
    expect(named('One name', '5')).toBe(named('Another name', '5'));
    expect(named('One name', '')).not.toBe(named('Another name', ''));
  });
});

describe('deciding on a file', () => {
  it('posts what adds up, refuses what does not, and repeats nothing', () => {
    const decision = plan(anEra(payment('GOOD'), payment('WRONG', { wrongBy: 5 }), payment('OLD'), payment('GOOD')), {
      OLD: 'import-0',
    });
    expect(decision).toMatchObject({
      isAccepted: true,
      duplicateOf: undefined,
      plan: {
        claims: 2,
        posts: [{ ordinal: 1, claims: 2 }],
        refused: [{ ordinal: 2, level: 'transaction', differenceCents: -5 }],
      },
    });
    expect(decision.faults.map(({ code }) => code)).toEqual([
      'remittance/unbalanced',
      'remittance/duplicate',
      'remittance/duplicate',
    ]);
  });

  it('calls a file that came before a repetition, unless something in it was refused', () => {
    expect(plan(anEra(payment('OLD')), { OLD: 'import-0' })).toMatchObject({
      isAccepted: true,
      duplicateOf: 'import-0',
    });
    expect(plan(anEra(payment('OLD'), payment('WRONG', { wrongBy: 1 })), { OLD: 'import-0' })).toMatchObject({
      isAccepted: false,
      duplicateOf: undefined,
    });
  });

  it('takes nothing of a file whose envelope is broken, and opens no exception for it', () => {
    const decision = plan(anEra(payment('GOOD'), payment('WRONG', { wrongBy: 5 })).replace(/IEA\*1/, 'IEA*7'));
    expect(decision).toMatchObject({ isAccepted: false, plan: { posts: [], refused: [] } });
    expect(decision.faults[0]?.code).toBe('x12/count-mismatch');
  });

  it('opens no more exceptions than people can work, the last one standing for the rest', () => {
    const refused = plan(anEra(...Array.from({ length: 320 }, (_, at) => payment(`W${at}`, { wrongBy: 1 })))).plan
      .refused;
    expect(refused).toHaveLength(300);
    expect(refused.at(-1)).toMatchObject({ trace: '21 payments', paidCents: 21 * 299 });
  });

  it('warns of a denial that needs a remark and has none, and of a patient share that differs', () => {
    const line = { procedure: '99213', chargeCents: 100, adjustments: [['CO', '16', 100]] as const };
    const codes = (remarks: string[]) =>
      checked(anEra(payment('T', { claims: [{ number: 'A', lines: [{ ...line, remarks }] }] }))).faults.map(
        ({ code }) => code,
      );
    expect(codes([])).toEqual(['remittance/missing-remark']);
    expect(codes(['N130'])).toEqual([]);
    const share = checked(anEra(payment('T')).replace('CLP*A*1*1*1*0', 'CLP*A*1*1*1*7'));
    expect(share.faults).toMatchObject([
      { code: 'remittance/patient-share', severity: 'warning', balance: { expectedCents: 0, foundCents: 700 } },
    ]);
    expect(share.sets[0]?.failure).toBeUndefined();
  });
});

describe('telling what a file is', () => {
  it('knows a remittance, other X12 it cannot take, and what is no X12', () => {
    expect(detectX12File(Buffer.from(anEra(payment('T'))))).toEqual({ kind: '835' });
    expect(detectX12File(Buffer.from(anEra(payment('T')).replace('ST*835', 'ST*850')))).toMatchObject({
      kind: 'unknown',
      fault: { code: 'x12/unknown-transaction' },
    });
    expect(detectX12File(Buffer.from('hello'))).toBeUndefined();
    expect(detectX12File(Buffer.from('ISA*broken'))).toMatchObject({ kind: 'unknown' });
  });
});

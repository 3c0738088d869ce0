import { read835, remittanceFileReader, type RemittanceItem, type SegmentInput } from './index.ts';
import { aClaim, aHeader, allOf, aRemittanceFile } from './remittance-file.factory.ts';

const itemsOf = (file: string): Promise<RemittanceItem[]> => allOf(read835([file]));

async function partsOf(segments: SegmentInput[]) {
  const items = await itemsOf(aRemittanceFile([segments]));
  const claims = items.filter((item) => item.type === 'claim').map(({ claim }) => claim);
  const end = items.find((item) => item.type === 'transaction-end');
  if (end === undefined) throw new Error('a set always ends');
  return { claims, end, header: end.header };
}

describe('reading a remittance', () => {
  it('yields its parts in file order, ending with the file', async () => {
    const set = [...aHeader('160'), ...aClaim('A1'), ...aClaim('A2')];
    const items = await itemsOf(aRemittanceFile([set, set]));
    const order = ['transaction-start', 'claim', 'claim', 'transaction-end'];
    expect(items.map(({ type }) => type)).toEqual(['interchange', ...order, ...order, 'file-end']);
    const claims = items.filter((item) => item.type === 'claim').map(({ claim }) => claim);
    expect(claims.map(({ ordinal, transactionOrdinal }) => [ordinal, transactionOrdinal])).toEqual([
      [1, 1],
      [2, 1],
      [3, 2],
      [4, 2],
    ]);
    const counts = { transactions: 2, claims: 4, serviceLines: 4, adjustments: 8 };
    expect(items.at(-1)).toMatchObject({ type: 'file-end', counts, faults: [], hasErrors: false });
  });

  it('reads payment, trace, payer and payee', async () => {
    const { header } = await partsOf([...aHeader('80'), ...aClaim('A1')]);
    expect(header).toMatchObject({
      paidCents: 8000,
      creditDebit: 'C',
      method: 'ACH',
      paymentDate: '2026-11-02',
      traceNumber: 'TRACE1',
      payer: { name: 'LAKE HEALTH', id: '12345' },
      payee: { name: 'LAKESIDE', idQualifier: 'XX', id: '1234567893' },
    });
  });

  it('takes the payer id from REF*2U where N1 has none', async () => {
    const plain = aHeader('80').map((segment) =>
      segment[1] === 'PR' ? (['N1', 'PR', 'LAKE HEALTH'] as const) : segment,
    );
    const { header } = await partsOf([...plain.slice(0, 3), ['REF', '2U', '777'], ...plain.slice(3), ...aClaim('A1')]);
    expect(header.payer).toMatchObject({ name: 'LAKE HEALTH', id: '777' });
  });

  it('reads a service of several days and a line that has a revenue code only', async () => {
    const { claims } = await partsOf([
      ...aHeader('0'),
      ['CLP', 'A1', '4', '5', '0'],
      ['SVC', ['NU', '0450'], '5', '0'],
      ['DTM', '150', '20261001'],
      ['DTM', '151', '20261004'],
    ]);
    const days = { serviceFrom: '2026-10-01', serviceTo: '2026-10-04' };
    expect(claims[0]?.lines).toMatchObject([{ revenueCode: '0450', units: 1, ...days }]);
  });

  it('reads a claim and its lines with money in cents', async () => {
    const { claims } = await partsOf([...aHeader('80'), ...aClaim('A1')]);
    expect(claims[0]).toMatchObject({
      controlNumber: 'A1',
      group: '1',
      status: '1',
      chargeCents: 10000,
      paidCents: 8000,
      patientResponsibilityCents: 500,
      payerControlNumber: 'ICNA1',
      patient: { lastName: 'MUSTER', firstName: 'MARIA', id: 'M100' },
      lines: [
        {
          procedure: { qualifier: 'HC', code: '99213', modifiers: ['25'] },
          units: 1,
          serviceFrom: '2026-10-01',
          serviceTo: '2026-10-01',
          remarkCodes: ['N130'],
          adjustments: [
            { group: 'CO', reason: '45', cents: 1500 },
            { group: 'PR', reason: '3', cents: 500 },
          ],
        },
      ],
    });
  });

  it('reads all six reasons of a CAS and all pairs of a PLB', async () => {
    const six = Array.from({ length: 6 }, (_, index) => [`${index + 1}`, '1', '']).flat();
    const pairs = ['WO', 'L6', '72', 'FB', 'CS', 'J1'].flatMap((reason) => [[reason, 'REF1'], '-1.5']);
    const { claims, end } = await partsOf([
      ...aHeader('9'),
      ['CLP', 'A1', '1', '6', '0'],
      ['CAS', 'CO', ...six],
      ['PLB', '1234567893', '20261231', ...pairs],
    ]);
    expect(claims[0]?.adjustments.map(({ reason }) => reason)).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(end.providerAdjustments).toHaveLength(6);
    expect(end.providerAdjustments[0]).toMatchObject({ reason: 'WO', reference: 'REF1', cents: -150 });
    expect(end.totals.providerAdjustmentCents).toBe(-900);
  });

  it('takes the last date of BPR where BPR16 is missing, with a warning', async () => {
    const [bpr = ['BPR'], ...rest] = aHeader('80');
    const shifted: SegmentInput = [bpr[0], ...bpr.slice(1, 15), '20261105'];
    const { header, end } = await partsOf([shifted, ...rest, ...aClaim('A1')]);
    expect(header.paymentDate).toBe('2026-11-05');
    expect(end.faults).toMatchObject([{ code: 'x12/missing-value', severity: 'warning', element: 16 }]);
  });

  it('reports amounts that are none and never what they say', async () => {
    const { claims, end } = await partsOf([
      ...aHeader('80'),
      ['CLP', 'A1', '1', 'MUSTER', '80.001'],
      ['DTM', '232', 'MARIA'],
      ['SVC', ['HC', '99213'], '100', '80', '', 'MARIA'],
    ]);
    expect(claims[0]).toMatchObject({ chargeCents: 0, paidCents: 0, statementFrom: undefined });
    expect(end.hasErrors).toBe(true);
    expect(end.faults.map(({ code, element }) => [code, element])).toEqual([
      ['x12/bad-amount', 3],
      ['x12/bad-amount', 4],
      ['x12/bad-date', 2],
      ['x12/bad-amount', 5],
    ]);
    expect(JSON.stringify(end.faults)).not.toMatch(/MUSTER|MARIA/);
  });

  it('reports a set it cannot read and reads the ones it can', async () => {
    const file = aRemittanceFile([[...aHeader('80'), ...aClaim('A1')]]);
    const both = file.replace('ST*835*0001~', 'ST*999*0009~AK1*HP*1~SE*3*0009~ST*835*0001~').replace('GE*1', 'GE*2');
    const items = await itemsOf(both);
    expect(items.filter(({ type }) => type === 'claim')).toHaveLength(1);
    expect(items.at(-1)).toMatchObject({
      faults: [{ code: 'x12/unknown-transaction', message: 'ST01 is 999, expected 835' }],
      hasErrors: true,
      hasEnvelopeErrors: false,
    });
  });

  it('drops what exceeds the limit of one claim, with one error', () => {
    const reader = remittanceFileReader();
    const [start = ''] = aRemittanceFile([[...aHeader('80'), ...aClaim('A1')]]).split('SE*');
    reader.push(start);
    const line = 'SVC*HC:99213*1*1~'.repeat(10_000);
    for (let times = 0; times < 20; times += 1) reader.push(line);
    const items = reader.end();
    const [claim] = items.filter((item) => item.type === 'claim');
    expect(claim?.claim.lines.length).toBeLessThan(100_001);
    const [end] = items.filter((item) => item.type === 'transaction-end');
    expect(end?.faults.filter(({ code }) => code === 'x12/too-many-segments')).toHaveLength(1);
  });

  it('gives out each claim as soon as the next begins, holding one at a time', () => {
    const reader = remittanceFileReader();
    const [start = '', rest = ''] = aRemittanceFile([[...aHeader('80'), ...aClaim('A1')]]).split('SE*');
    expect(reader.push(start).map(({ type }) => type)).toEqual(['interchange', 'transaction-start']);
    expect(reader.push('CLP*A2*1*0*0~').map(({ type }) => type)).toEqual(['claim']);
    reader.push(`SE*${rest}`);
    expect(reader.end().map(({ type }) => type)).toEqual(['file-end']);
  });
});

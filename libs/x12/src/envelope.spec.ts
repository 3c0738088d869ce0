import { readTransactions, type FileItem, type TransactionItem } from './index.ts';
import { aClaim, aHeader, allOf, aRemittanceFile } from './remittance-file.factory.ts';

const FILE = aRemittanceFile([
  [...aHeader('80'), ...aClaim('A1')],
  [...aHeader('80'), ...aClaim('A2')],
]);

async function itemsOf(file: string): Promise<TransactionItem[]> {
  return allOf(readTransactions([file]));
}

async function endOf(file: string): Promise<Extract<FileItem, { type: 'file-end' }>> {
  const last = (await itemsOf(file)).at(-1);
  if (last?.type !== 'file-end') throw new Error('a file always ends with file-end');
  return last;
}

const faultsOf = async (file: string): Promise<string[]> =>
  (await endOf(file)).faults.map(({ code, message }) => `${code}: ${message}`);

/** The file without the nth segment of an id. */
function without(id: string, nth = 1): string {
  const segments = FILE.split('~');
  const place = segments.map((text, index) => (text.startsWith(`${id}*`) ? index : -1)).filter((at) => at >= 0)[
    nth - 1
  ];
  return segments.filter((_, index) => index !== place).join('~');
}

describe('checking the envelope', () => {
  it('finds nothing wrong with a good file and counts what is in it', async () => {
    const { faults, counts, hasErrors } = await endOf(FILE + FILE);
    expect(faults).toEqual([]);
    expect(hasErrors).toBe(false);
    expect(counts).toMatchObject({ interchanges: 2, groups: 2, transactions: 4 });
  });

  it('names each trailer and header that is missing and goes on', async () => {
    expect(await faultsOf(without('SE'))).toEqual(['x12/missing-segment: missing SE of set 0001']);
    expect(await faultsOf(without('GE'))).toEqual(['x12/missing-segment: missing GE of group 1']);
    expect(await faultsOf(without('IEA'))).toEqual(['x12/missing-segment: missing IEA of interchange 000000007']);
    expect(await faultsOf(without('GS'))).toEqual([
      'x12/missing-segment: missing GS before ST',
      'x12/missing-segment: missing GS before ST',
      'x12/missing-segment: missing GS before GE',
      'x12/count-mismatch: IEA01 says 1, found 0',
    ]);
    expect(await faultsOf(without('ST'))).toContain('x12/missing-segment: missing ST before SE');
    expect((await endOf(without('ST'))).faults[0]?.code).toBe('x12/misplaced-segment');
  });

  it('compares counts and control numbers', async () => {
    expect(await faultsOf(FILE.replace('SE*15*0001', 'SE*14*0009'))).toEqual([
      'x12/count-mismatch: SE01 says 14, found 15',
      'x12/control-number-mismatch: SE02 says 0009, expected 0001',
    ]);
    expect(await faultsOf(FILE.replace('GE*2*1', 'GE*1*2'))).toEqual([
      'x12/count-mismatch: GE01 says 1, found 2',
      'x12/control-number-mismatch: GE02 says 2, expected 1',
    ]);
    expect(await faultsOf(FILE.replace('IEA*1*000000007', 'IEA**000000008'))).toEqual([
      'x12/count-mismatch: IEA01 says ?, found 1',
      'x12/control-number-mismatch: IEA02 says 000000008, expected 000000007',
    ]);
  });

  it('breaks the envelope with errors only, and reports each set with its own faults', async () => {
    const items = await itemsOf(FILE.replace('SE*15*0001', 'SE*9*0001'));
    const ends = items.filter((item) => item.type === 'transaction-end');
    expect(ends.map(({ hasErrors, faults }) => [hasErrors, faults.length])).toEqual([
      [true, 1],
      [false, 0],
    ]);
    expect(await endOf(FILE.replace('SE*15*0001', 'SE*9*0001'))).toMatchObject({ hasEnvelopeErrors: true });
  });

  it('does not count a warning as a broken envelope', async () => {
    const narrow = FILE.replace('PAYER          *', 'PAYER*');
    expect(await endOf(narrow)).toMatchObject({
      faults: [{ code: 'x12/bad-isa', severity: 'warning' }],
      hasErrors: false,
      hasEnvelopeErrors: false,
    });
  });

  it('reports a cut-off file with everything that is still open', async () => {
    expect(await faultsOf(FILE.slice(0, FILE.indexOf('SVC*')))).toEqual([
      'x12/missing-segment: missing SE of set 0001',
      'x12/missing-segment: missing GE of group 1',
      'x12/missing-segment: missing IEA of interchange 000000007',
    ]);
    expect((await faultsOf(FILE.slice(0, FILE.indexOf('SVC*') + 5)))[0]).toMatch(/^x12\/truncated/);
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  checkClaimBalance,
  checkTransactionBalance,
  detectX12,
  read835,
  read837,
  readTransactions,
  writeSegment,
  X12Reader,
  type BalanceFailure,
} from './index.ts';
import { allOf } from './remittance-file.factory.ts';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const CORPUS = process.env['CASEBOARD_CORPUS'] || resolve(ROOT, '../shared/data');
const isPresent = existsSync(join(CORPUS, 'MANIFEST.md'));

/** One file of the corpus with what its manifest says of it. */
type Entry = {
  name: string;
  path: string;
  kind: string;
  transactions: number;
  claims: number;
  content: string;
  oddities: string;
};

const entries = isPresent ? readEntries() : [];
const remittances = entries.filter(({ kind }) => kind === '835');
const claimFiles = entries.filter(({ kind }) => kind.startsWith('837'));

if (isPresent) describe('public EDI files', stories);
else
  describe.skip(`public EDI files (none at ${CORPUS})`, () => {
    it('are read as their manifest says', () => expect(isPresent).toBe(true));
  });

function stories(): void {
  it('are all there', () => {
    expect([remittances.length, claimFiles.length]).toEqual([16, 86]);
  });

  it.each(remittances)('835 $name holds what the manifest counts and balances as it says', async (entry) => {
    const items = await allOf(read835([readFileSync(entry.path)]));
    const end = items.at(-1);
    expect(end).toMatchObject({ type: 'file-end', counts: { transactions: entry.transactions, claims: entry.claims } });
    const lines = /SVC (\d+)/.exec(entry.content)?.[1] ?? '0';
    expect(end).toMatchObject({ counts: { serviceLines: Number(lines) } });
    const sets = items.filter((item) => item.type === 'transaction-end');
    const failures = items.flatMap((item) => (item.type === 'claim' ? checkClaimBalance(item.claim) : []));
    const unbalanced = sets.filter(({ header, totals }) => {
      const ofSet = failures.filter(({ ids }) => ids.transactionOrdinal === header.transaction.ordinal);
      return checkTransactionBalance(header, totals) !== undefined || ofSet.some(isManifestCheck);
    });
    const said = /balance (\d+)\/(\d+) tx OK/.exec(entry.content)?.slice(1).map(Number);
    expect([sets.length - unbalanced.length, sets.length]).toEqual(said);
  });

  it('fail at a line only where the source has a separator in the wrong place', async () => {
    const failing: string[] = [];
    for (const entry of remittances) {
      for await (const item of read835([readFileSync(entry.path)]))
        if (item.type === 'claim' && checkClaimBalance(item.claim).length > 0) failing.push(entry.name);
    }
    expect(failing).toEqual(['lfh__835_005010X221A1_tertiary-payment.835']);
  });

  it.each(claimFiles)('$kind $name holds what the manifest counts', async (entry) => {
    const items = await allOf(read837([readFileSync(entry.path)]));
    const lines = Number(/service lines (\d+)/.exec(entry.content)?.[1]);
    const counts = { transactions: entry.transactions, claims: entry.claims, serviceLines: lines };
    expect(items.at(-1)).toMatchObject({ type: 'file-end', counts });
    const claims = items.filter((item) => item.type === 'claim').map(({ claim }) => claim);
    expect(new Set(claims.map(({ kind }) => kind.toUpperCase()))).toEqual(new Set([entry.kind]));
    for (const claim of claims) expect(claim).toMatchObject({ billingProvider: {}, subscriber: {}, patient: {} });
  });

  it.each(entries)(
    '$kind $name has the envelope faults that the manifest lists, and is what it says',
    async (entry) => {
      const bytes = readFileSync(entry.path);
      expect(detectX12(bytes)).toMatchObject({ kind: entry.kind.toLowerCase() });
      const [end] = (await allOf(readTransactions([bytes]))).slice(-1);
      const found = end?.type === 'file-end' ? end.faults.filter(({ code }) => code === 'x12/count-mismatch') : [];
      const said = [...entry.oddities.matchAll(/SE01=(\d+) actual=(\d+)/g)].map((match) => `${match[1]} ${match[2]}`);
      const seen = found
        .map(({ message }) => /^SE01 says (\d+), found (\d+)$/.exec(message))
        .filter((match) => match !== null);
      expect(new Set(seen.map((match) => `${match[1]} ${match[2]}`))).toEqual(new Set(said));
    },
  );

  it.each(entries)('$kind $name is written back segment for segment', ({ path }) => {
    const reader = new X12Reader();
    const segments = [...reader.push(readFileSync(path)), ...reader.end()];
    expect(segments.length).toBeGreaterThan(5);
    for (const segment of segments)
      expect(writeSegment(segment.toInput(), segment.delimiters)).toBe(segment.text + segment.delimiters.segment);
  });
}

/** What "balance n/m tx OK" in the manifest means at claim level: CLP03 − Σ CAS = CLP04. */
function isManifestCheck({ check }: BalanceFailure): boolean {
  return check === 'claim-adjustments';
}

function readEntries(): Entry[] {
  const rows = readFileSync(join(CORPUS, 'MANIFEST.md'), 'utf8')
    .split('\n')
    .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()));
  return ['835', '837p', '837i', '837d'].flatMap((folder) =>
    readdirSync(join(CORPUS, 'edi', folder)).map((name) => {
      const [, , kind = '', , transactions, claims, content = '', oddities = ''] =
        rows.find((row) => row[1] === name) ?? [];
      const path = join(CORPUS, 'edi', folder, name);
      return { name, path, kind, transactions: Number(transactions), claims: Number(claims), content, oddities };
    }),
  );
}

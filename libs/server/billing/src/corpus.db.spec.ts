import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { billingApp } from '../test/billing-app.ts';
import type { BillingApp } from '../test/billing-app.ts';

const ROOT = resolve(process.env.CASEBOARD_CORPUS || join(import.meta.dirname, '../../../../../shared/data'));

/** What the MANIFEST says of a file. */
interface Entry {
  file: string;
  transactions: number;
  claims: number;
  content: string;
  oddities: string;
}

function filesOf(folder: string): Entry[] {
  const manifest = readFileSync(join(ROOT, 'MANIFEST.md'), 'utf8');
  const [, section = ''] = manifest.split(`### edi/${folder} `);
  const rows = (section.split('\n### ')[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| file'));
  return rows.map((row) => {
    const [file = '', , , transactions, claims, content = '', oddities = ''] = row
      .split(/(?<!\\)\|/)
      .slice(1)
      .map((cell) => cell.trim());
    return { file, transactions: Number(transactions), claims: Number(claims), content, oddities };
  });
}

const isThere = readableCorpus();
function readableCorpus(): boolean {
  try {
    return readdirSync(join(ROOT, 'edi/835')).length > 0;
  } catch {
    return false;
  }
}

/** Whose lines do not add up although its claims do: SVC01 is cut by the wrong separator (MANIFEST, oddities). */
const LINE_DEFECT = 'lfh__835_005010X221A1_tertiary-payment.835';

if (!isThere) it.skip(`the corpus of EDI files is not at ${ROOT}: set CASEBOARD_CORPUS`, () => undefined);
else
  describe('the corpus', () => {
    let app: BillingApp;
    beforeAll(async () => {
      app = await billingApp();
    });
    afterAll(() => app.close());

    const bring = async (folder: string, file: string) => {
      const where = await app.organisation(`c-${folder}-${file}`);
      const job = await app.bring(readFileSync(join(ROOT, 'edi', folder, file)), file, where);
      const sum = async (sql: string) => (await app.sql<{ n: number }>(sql.replace('$org', `'${where.orgId}'`)))[0]?.n;
      return { job, sum };
    };

    it.each(filesOf('835').map((entry) => [entry.file, entry] as const))(
      '835 %s posts if it balances, else is refused',
      async (file, entry) => {
        const { job, sum } = await bring('835', file);
        expect(job.counts).toMatchObject({ transactions: entry.transactions, claims: entry.claims });
        const isBalanced = /balance (\d+)\/\1 tx OK/.test(entry.content) && file !== LINE_DEFECT;
        expect([job.state, job.errors.filter(({ severity }) => severity === 'error')]).toEqual(
          isBalanced ? ['done', []] : ['rejected', expect.any(Array)],
        );
        expect(await sum('SELECT count(*)::int AS n FROM billing.remittance_claim WHERE org_id = $org')).toBe(
          isBalanced ? entry.claims : 0,
        );
        expect(await sum('SELECT count(*)::int AS n FROM worklist.work_item WHERE org_id = $org')).toBe(
          isBalanced ? 0 : 1,
        );
        expect(
          await sum(
            "SELECT coalesce(sum(debit_cents - credit_cents), 0)::int AS n FROM billing.ledger_entry WHERE account = 'remittance-clearing' AND org_id = $org",
          ),
        ).toBe(0);
      },
    );

    it.each(
      ['837p', '837i'].flatMap((folder) =>
        filesOf(folder).map((entry) => [`${folder} ${entry.file}`, folder, entry] as const),
      ),
    )('%s makes its claims, unless its counts are wrong', async (_, folder, entry) => {
      const { job, sum } = await bring(folder, entry.file);
      expect(job.counts).toMatchObject({ transactions: entry.transactions, claims: entry.claims });
      const isWhole = !entry.oddities.includes('SE01=');
      expect([entry.file, job.state]).toEqual([entry.file, isWhole ? 'done' : 'rejected']);
      const made = (await sum('SELECT count(*)::int AS n FROM billing.claim WHERE org_id = $org')) ?? 0;
      expect(made).toBe(isWhole ? entry.claims : 0);
    });
  });

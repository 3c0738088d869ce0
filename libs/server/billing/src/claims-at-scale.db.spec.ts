import type { Tx, UnitOfWork } from '@caseboard/server/kernel';
import { anOrganisation, runSql, testDatabase, testUnitOfWork } from '@caseboard/testing';
import type { TestDatabase } from '@caseboard/testing';
import { listClaims } from './claim-list.repository.ts';
import type { ClaimsAsk } from './claim-list.repository.ts';

const ACT = { action: 'test.prepare', kind: 'claim' };
const CLAIMS = 12_000;
/** Pages a statement may touch for 50 rows; reading all claims touches eighteen thousand. */
const FEW = 5_000;

interface Explained {
  Plan: { 'Shared Hit Blocks': number; 'Shared Read Blocks': number };
}

const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const NOTHING = {
  ids: undefined,
  payer: undefined,
  state: undefined,
  text: undefined,
  origin: undefined,
  after: undefined,
};
const ASK = { ...NOTHING, sort: '-number', hidden: [], limit: 51 } as const;

/** Any payer. */
async function payerId(tx: Tx): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }>('SELECT id FROM records.payer WHERE org_id = $1 LIMIT 1', [tx.orgId]);
  return row?.id;
}

describe('a list of many claims', () => {
  let files: TestDatabase;
  let uow: UnitOfWork;
  let close: () => Promise<void>;
  let orgId: string;

  beforeAll(async () => {
    files = await testDatabase();
    ({ uow, close } = await testUnitOfWork(files.url));
    ({ orgId } = await anOrganisation(uow, 'lakeside'));
    await uow.actAs(orgId, 'rule:test', ACT, async (tx) => {
      const run = (sql: string) => tx.execute(sql, [tx.orgId]);
      await run(
        `INSERT INTO records.payer (org_id, id, name, name_key, payer_code)
         SELECT $1, gen_random_uuid(), 'PAYER ' || n, 'payer ' || n, 'P' || n FROM generate_series(1, 5) AS n`,
      );
      await run(
        `INSERT INTO records.patient (org_id, id, last_name, first_name, name_key)
         SELECT $1, gen_random_uuid(), 'TESTER' || n, 'WANDA', 'tester' || n FROM generate_series(1, ${CLAIMS / 4}) AS n`,
      );
      // Ids in the order of the numbers, as they are made.
      await run(
        `INSERT INTO billing.claim (org_id, id, number, control_number, kind, content_hash, frequency, payer_sequence, payer_id, patient_id, charge_cents, sent_at)
         SELECT $1, lpad(to_hex(n), 32, '0')::uuid, 'CLM-' || n, 'B' || n, 'professional', 'h', '1', 'P', p.id, t.id, 10000, now()
         FROM generate_series(1, ${CLAIMS}) AS n
         JOIN records.payer p ON p.org_id = $1 AND p.payer_code = 'P' || (1 + n % 5)
         JOIN records.patient t ON t.org_id = $1 AND t.name_key = 'tester' || (1 + n % ${CLAIMS / 4})`,
      );
      // Most of the old half is decided, most of the new half was accepted, few were sent only.
      await run(
        `INSERT INTO billing.claim_standing (org_id, claim_id, state, paid_cents, denied_cents, decisions, standing, last_status)
         SELECT $1, lpad(to_hex(n), 32, '0')::uuid, CASE WHEN n % 40 = 0 THEN 'denied' ELSE 'paid-full' END, 1, 0, 1, 1, '1'
         FROM generate_series(1, ${CLAIMS / 2}) AS n`,
      );
      await run(
        `INSERT INTO billing.claim_progress (org_id, claim_id, state, changed_at)
         SELECT $1, lpad(to_hex(n), 32, '0')::uuid, CASE WHEN n % 97 = 0 THEN 'pending' ELSE 'payer-accepted' END, now()
         FROM generate_series(1, ${CLAIMS}) AS n WHERE n % 10 <> 0`,
      );
    });
  });
  afterAll(async () => {
    await close();
    await files.drop();
  });

  /** Pages of 8 KB the statements of a list touch: what their plans cost, whatever the machine is doing. */
  const pagesOf = async (ask: Partial<ClaimsAsk>): Promise<number> => {
    let pages = 0;
    await uow.actAs(orgId, 'rule:test', ACT, async (tx) => {
      const explain = async <Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]> => {
        const [row] = await tx.query<{ 'QUERY PLAN': Explained[] }>(
          `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${sql}`,
          parameters,
        );
        const plan = row?.['QUERY PLAN'][0]?.Plan;
        pages += (plan?.['Shared Hit Blocks'] ?? NaN) + (plan?.['Shared Read Blocks'] ?? NaN);
        return tx.query<Row>(sql, parameters);
      };
      await listClaims(Object.assign(Object.create(tx) as Tx, { query: explain, orgId: tx.orgId }), { ...ASK, ...ask });
    });
    return pages;
  };

  for (const knows of ['nothing of', 'everything about'] as const) {
    it(`answers every filter at once when the planner knows ${knows} the tables`, async () => {
      if (knows === 'everything about') await runSql(files.ownerUrl, 'ANALYZE');
      const payer = await uow.peek(orgId, payerId);
      const asks: Partial<ClaimsAsk>[] = [
        ...[{}, { payer }, { payer, state: 'denied' }, { origin: 'here' as const }],
        ...['sent', 'paid-full', 'denied', 'payer-accepted', 'pending', 'rejected'].map((state) => ({ state })),
        ...[{ text: 'B11' }, { text: 'CLM-7777' }, { state: 'payer-accepted', after: LAST_ID }],
      ];
      const slow: unknown[] = [];
      for (const ask of asks) {
        const pages = await pagesOf(ask);
        if (pages > FEW) slow.push({ ...ask, pages });
      }
      expect(slow).toEqual([]);
    });
  }
});

import type { Principal, Tx, UnitOfWork } from '@caseboard/server/kernel';
import { anOrganisation, runSql, testDatabase, testUnitOfWork } from '@caseboard/testing';
import type { TestDatabase } from '@caseboard/testing';
import { ensureQueues } from './index.ts';
import { queueIds } from './queues.repository.ts';
import { listItems } from './work-item-list.repository.ts';
import { pickNext } from './work-items.repository.ts';

const ACT = { action: 'test.prepare', kind: 'work-item' };
const ITEMS = 40_000;

/** Pages a statement may touch; walking the queue touches thousands. */
const FEW = 400;
const ASK = {
  states: ['open', 'waiting'],
  owner: 'any',
  dueBy: null,
  sort: '-priority',
  facilityIds: [],
  after: undefined,
  limit: 20,
} as const;

interface Explained {
  Plan: { 'Shared Hit Blocks': number; 'Shared Read Blocks': number };
}

describe('a queue of many items', () => {
  let files: TestDatabase;
  let uow: UnitOfWork;
  let close: () => Promise<void>;
  let orgId: string;
  let queueId: string;
  let ana: Principal;

  beforeAll(async () => {
    files = await testDatabase();
    ({ uow, close } = await testUnitOfWork(files.url));
    const hospital = await anOrganisation(uow, 'lakeside');
    ({ orgId } = hospital);
    ana = await hospital.person('Ana', ['biller']);
    await uow.actAs(orgId, 'rule:test', ACT, ensureQueues);
    queueId = (await uow.peek(orgId, queueIds)).get('denials') ?? '';
    // The upper half is owned: next must not walk past it.
    await uow.actAs(orgId, 'rule:test', ACT, (tx) =>
      tx.execute(
        `INSERT INTO worklist.work_item (org_id, id, queue_id, subject_type, subject_id, number, state, owner_id, priority, priority_parts,
           code, needs, patient, payer, amount_cents, opened_at)
         SELECT $1, gen_random_uuid(), $2, 'denial', gen_random_uuid(), 'DEN', 'open', CASE WHEN n > ${ITEMS / 2} THEN $3::uuid END, n, '[]',
           'CO-197', 'Appeal', 'RM', 'Payer', 100, now() FROM generate_series(1, ${ITEMS}) AS n`,
        [orgId, queueId, ana.userId],
      ),
    );
  });
  afterAll(async () => {
    await close();
    await files.drop();
  });

  /** Pages of 8 KB each statement of the work touched: what its plan costs, whatever the machine is doing. */
  const pagesOf = async (work: (tx: Tx) => Promise<unknown>): Promise<number[]> => {
    const pages: number[] = [];
    await uow.actAs(orgId, 'rule:test', ACT, async (tx) => {
      const explain = async <Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]> => {
        const [row] = await tx.query<{ 'QUERY PLAN': Explained[] }>(
          `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${sql}`,
          parameters,
        );
        const plan = row?.['QUERY PLAN'][0]?.Plan;
        pages.push((plan?.['Shared Hit Blocks'] ?? NaN) + (plan?.['Shared Read Blocks'] ?? NaN));
        return [];
      };
      await work(Object.assign(Object.create(tx) as Tx, { query: explain, orgId: tx.orgId }));
    });
    return pages;
  };

  for (const knows of ['nothing of', 'everything about'] as const) {
    it(`answers next and pages at once when the planner knows ${knows} the table`, async () => {
      if (knows === 'everything about') await runSql(files.ownerUrl, 'ANALYZE');
      const [next] = await pagesOf((tx) => pickNext(tx, queueId, ana.userId, []));
      const [page] = await pagesOf((tx) => listItems(tx, { ...ASK, queueIds: [queueId] }));
      const [mine] = await pagesOf((tx) => listItems(tx, { ...ASK, queueIds: [queueId], owner: ana.userId }));
      expect([next, page, mine].filter((pages) => !(pages !== undefined && pages < FEW))).toEqual([]);
    });
  }
});

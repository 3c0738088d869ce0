import type { Page, RemittanceSummary } from '@caseboard/contracts';
import { billingApp } from '../test/billing-app.ts';
import type { BillingApp } from '../test/billing-app.ts';
import { anEra } from '../test/an-era.ts';
import { DirectRun } from '../test/direct-run.ts';
import { RemittanceImport } from './remittance-import.ts';
import { remittanceRow } from './remittance.row.ts';

const GATED_NPI = '1003000126';

type Ask = Awaited<ReturnType<BillingApp['person']>>;

describe('a list of remittances that is kept up by what arrives', () => {
  let app: BillingApp;
  let gated: string;
  beforeAll(async () => {
    app = await billingApp();
    gated = await app.lakeside.facility('Behavioral health', true);
    await app.uow.actAs(app.lakeside.orgId, 'rule:test', { action: 'test', kind: 'facility' }, (tx) =>
      tx.execute('UPDATE identity.facility SET npi = $3 WHERE org_id = $1 AND id = $2', [tx.orgId, gated, GATED_NPI]),
    );
  });
  afterAll(() => app.close());

  const fresh = async (ask: Ask): Promise<Page<RemittanceSummary>> =>
    (await ask('/remittances?limit=200').expect(200)).body;

  /** What a screen does: apply the last operation on each row; ask for those it was only told about. */
  async function keptUp(ask: Ask, page: Page<RemittanceSummary>): Promise<RemittanceSummary[]> {
    const rows = new Map(page.items.map((row) => [row.id, row]));
    const deliveries = await app.sql<{ id: string; op: string }>(
      `SELECT DISTINCT ON (id) id, op FROM events.delivery WHERE org_id = '${app.lakeside.orgId}' AND channel = 'remittances:all'
         AND seq > ${page.asOf} ORDER BY id, seq DESC`,
    );
    const put = deliveries.filter(({ op }) => op === 'put').map(({ id }) => id);
    const bodies = await app.uow.peek(app.lakeside.orgId, (tx) => remittanceRow.project(tx, put, 'remittances'));
    for (const [id, body] of bodies) rows.set(id, body as RemittanceSummary);
    const touched = deliveries.filter(({ op }) => op === 'touch').map(({ id }) => id);
    const asked = touched.length === 0 ? [] : (await ask(`/remittances?ids=${touched.join()}`).expect(200)).body.items;
    for (const row of asked as RemittanceSummary[]) rows.set(row.id, row);
    return [...rows.values()].sort((a, b) => (a.number < b.number ? 1 : -1));
  }

  const era = (trace: string, claims: number, payeeNpi = '1234567893') =>
    anEra({
      trace,
      payeeNpi,
      claims: Array.from({ length: claims }, (_, at) => ({
        number: `${trace}-${at}`,
        chargeCents: 500,
        adjustments: [['CO', '197', 100]],
      })),
    });

  it('agrees with a fresh one: opened, half posted, posted, restricted', async () => {
    const readers = {
      biller: await app.person(['biller']),
      lead: await app.person(['lead']),
      auditor: await app.person(['auditor']),
      assigned: await app.person(['accounts'], [gated]),
    };
    await app.bring(era('BEFORE', 3));
    const snapshots = await Promise.all(Object.values(readers).map(fresh));
    await app.bring(era('WHOLE', 5));
    await app.bring(era('GATED', 2, GATED_NPI));
    const text = era('HALF', 200);
    const run = new DirectRun(app.lakeside.orgId, await app.keep(text), text);
    const handler = app.get(RemittanceImport);
    run.plan = (await handler.check(run)).plan;
    const stop = new Error('stop here');
    run.progress = async () => {
      throw stop;
    };
    await expect(handler.apply(run)).rejects.toBe(stop);
    const traces: Record<string, string[]> = {};
    for (const [at, [name, ask]] of Object.entries(readers).entries()) {
      const page = snapshots[at] as Page<RemittanceSummary>;
      const now = await fresh(ask);
      expect([name, await keptUp(ask, page)]).toEqual([name, now.items]);
      traces[name] = now.items.map(({ trace, state }) => `${trace} ${state}`);
    }
    const open = ['HALF posting', 'WHOLE posted', 'BEFORE posted'];
    expect(traces).toEqual({
      biller: open,
      lead: open,
      auditor: open,
      assigned: ['HALF posting', 'GATED posted', 'WHOLE posted', 'BEFORE posted'],
    });
  });
});

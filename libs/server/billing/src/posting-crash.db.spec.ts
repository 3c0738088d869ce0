import { billingApp } from '../test/billing-app.ts';
import type { BillingApp } from '../test/billing-app.ts';
import { aClaimFile } from '../test/a-claim-file.ts';
import { anEra } from '../test/an-era.ts';
import { DirectRun } from '../test/direct-run.ts';
import { ClaimImport } from './claim-import.ts';
import { RemittanceImport } from './remittance-import.ts';

const CLAIMS = 330;

describe('a worker that dies while posting', () => {
  let app: BillingApp;
  beforeAll(async () => {
    app = await billingApp();
  });
  afterAll(() => app.close());

  const era = (trace: string) =>
    anEra({
      trace,
      claims: Array.from({ length: CLAIMS }, (_, at) => ({
        number: `${trace}-${at}`,
        chargeCents: 10000 + at,
        adjustments: [['CO', at % 3 === 0 ? '197' : '45', 4000]],
      })),
      plb: [['WO', 'X', 700]],
    });
  const outcome = async (trace: string) => {
    const [row] = await app.sql(
      `SELECT r.state, r.claims_posted AS posted, r.denials, (SELECT count(*)::int FROM billing.remittance_claim d WHERE d.remittance_id = r.id) AS claims,
         (SELECT count(*)::int FROM billing.provider_adjustment a WHERE a.remittance_id = r.id) AS plb,
         (SELECT sum(e.debit_cents)::int FROM billing.ledger_entry e WHERE e.remittance_id = r.id AND e.account = 'cash') AS cash,
         (SELECT count(*)::int FROM events.event v WHERE v.data ->> 'remittanceId' = r.id::text AND v.name = 'billing.claim-adjudicated') AS told,
         (SELECT count(*)::int FROM events.event v WHERE v.id = r.id::text AND v.name IN ('billing.remittance-opened', 'billing.remittance-posted')) AS "openedAndPosted"
       FROM billing.remittance r WHERE r.trace = '${trace}'`,
    );
    return row;
  };
  const cash = Array.from({ length: CLAIMS }, (_, at) => 6000 + at).reduce((sum, cents) => sum + cents, -700);
  const whole = {
    state: 'posted',
    posted: CLAIMS,
    denials: CLAIMS / 3,
    claims: CLAIMS,
    plb: 1,
    cash,
    told: CLAIMS,
    openedAndPosted: 2,
  };

  it.each([
    ['before the first chunk committed', 1, false],
    ['after the first chunk committed', 1, true],
    ['before a later chunk committed', 3, false],
    ['after a later chunk committed', 3, true],
  ])('%s posts every claim once when it goes on', async (words, chunk, isCommitted) => {
    const trace = `DEATH${chunk}${isCommitted ? 'AFTER' : 'BEFORE'}`;
    const text = era(trace);
    const run = new DirectRun(app.lakeside.orgId, await app.keep(text), text, { chunk, isCommitted });
    await run.toTheEnd(app.get(RemittanceImport));
    expect(run.chunks).toBeGreaterThan(chunk);
    expect(await outcome(trace)).toEqual(whole);
  });

  it('leaves a remittance that says how far it is, its money in clearing, until the last chunk', async () => {
    const text = era('HALF');
    const importId = await app.keep(text);
    const run = new DirectRun(app.lakeside.orgId, importId, text);
    const handler = app.get(RemittanceImport);
    run.plan = (await handler.check(run)).plan;
    const stop = new Error('stop here');
    const progress = run.progress.bind(run);
    run.progress = async (done, total) => {
      await progress(done, total);
      if (run.chunks === 2) throw stop;
    };
    await expect(handler.apply(run)).rejects.toBe(stop);
    const [half] = await app.sql<{ state: string; posted: number; clearing: number }>(
      `SELECT r.state, r.claims_posted AS posted, (SELECT sum(e.debit_cents - e.credit_cents)::int FROM billing.ledger_entry e
         JOIN billing.remittance_claim d ON d.id = e.remittance_claim_id WHERE d.remittance_id = r.id AND e.account = 'remittance-clearing') AS clearing
       FROM billing.remittance r WHERE r.trace = 'HALF'`,
    );
    expect(half?.state).toBe('posting');
    expect(half?.posted).toBeLessThan(CLAIMS);
    expect(half?.clearing).toBe(
      Array.from({ length: half?.posted ?? 0 }, (_, at) => 6000 + at).reduce((sum, cents) => sum + cents, 0),
    );
    run.progress = progress;
    await handler.apply(run);
    expect(await outcome('HALF')).toEqual(whole);
  });

  it('takes every claim in once', async () => {
    const text = aClaimFile(
      Array.from({ length: 200 }, (_, at) => ({
        number: `K${at}`,
        lines: [{ procedure: '99213', chargeCents: 5000 }],
      })),
    );
    for (const isCommitted of [false, true]) {
      const run = new DirectRun(app.lakeside.orgId, await app.keep(text), text, { chunk: 2, isCommitted });
      await run.toTheEnd(app.get(ClaimImport));
    }
    const [claims] = await app.sql("SELECT count(*)::int AS claims FROM billing.claim WHERE control_number LIKE 'K%'");
    const [told] = await app.sql(
      "SELECT count(*)::int AS told FROM events.event WHERE name = 'billing.claim-imported'",
    );
    expect([claims, told]).toEqual([{ claims: 200 }, { told: 200 }]);
  });

  it('posts a payment once when two files that hold it are applied side by side', async () => {
    const handler = app.get(RemittanceImport);
    const [one, other] = [era('RACE'), era('RACE').replace('260101', '260102')];
    const runs = [
      new DirectRun(app.lakeside.orgId, await app.keep(one), one),
      new DirectRun(app.lakeside.orgId, await app.keep(other), other),
    ];
    for (const run of runs) run.plan = (await handler.check(run)).plan;
    await Promise.all(runs.map((run) => handler.apply(run)));
    expect(await outcome('RACE')).toEqual(whole);
    const [times] = await app.sql("SELECT count(*)::int AS remittances FROM billing.remittance WHERE trace = 'RACE'");
    expect(times).toEqual({ remittances: 1 });
  });
});

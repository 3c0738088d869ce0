import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { channels } from '@caseboard/contracts';
import type { Page, PresenceNotice, RemittanceSummary } from '@caseboard/contracts';
import { eventually, runSql } from '@caseboard/testing';
import { anEra } from '../../libs/server/billing/test/an-era.ts';
import { Visitor } from '../http/visitor.ts';
import { buildServer, ServerProcess } from './server-process.ts';

jest.setTimeout(120_000);

const CLAIMS = 3000;
const DENIED_EVERY = 10;
const PASSWORD = 'tests-only-password';
/** No word of ours holds it: found in a log, patient data has leaked. */
const CANARY = 'ZQXPATIENT';

const LARGE = anEra({
  trace: 'LARGE',
  claims: Array.from({ length: CLAIMS }, (_, at) => ({
    number: `K${at}`,
    patient: [CANARY, 'WANDA'] as const,
    chargeCents: 10_000,
    adjustments: [at % DENIED_EVERY === 0 ? (['CO', '197', 10_000] as const) : (['CO', '45', 2_500] as const)],
  })),
});
const PAID_CENTS = (CLAIMS - CLAIMS / DENIED_EVERY) * 7_500;

/**
 * The built server with its own database, killed without warning. Seeded fault: a chunk that does not write its
 * import's cursor; then the import does not come to its end after the kill.
 */
describe('a server that is killed', () => {
  let root: string;
  const started: ServerProcess[] = [];
  const folder = () => join(root, 'data');
  beforeAll(buildServer);
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'caseboard-kill-'));
  });
  afterEach(async () => {
    await Promise.all(started.splice(0).map((server) => server.stop()));
    await rm(root, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  });

  const start = async (given: Record<string, string> = {}) => {
    const server = await ServerProcess.ready(folder(), { SAMPLES_PASSWORD: PASSWORD, ...given });
    started.push(server);
    return server;
  };
  const biller = (server: ServerProcess) => Visitor.signedIn(server.address, 'biller@lakeside.test', PASSWORD);

  /** Sums straight from the database, which the server's own backup role sees whole. */
  async function sums() {
    const { backup } = JSON.parse(await readFile(join(folder(), 'database-secrets.json'), 'utf8')) as {
      backup: string;
    };
    const port = (await readFile(join(folder(), 'postgres/postmaster.pid'), 'utf8')).split('\n')[3];
    const [row] = await runSql(
      `postgres://caseboard_backup:${backup}@127.0.0.1:${port}/caseboard`,
      `SELECT (SELECT count(*)::int FROM billing.remittance_claim) AS claims,
        (SELECT count(DISTINCT control_number)::int FROM billing.remittance_claim) AS numbers,
        (SELECT sum(paid_cents)::int FROM billing.remittance_claim) AS paid,
        (SELECT sum(debit_cents - credit_cents)::int FROM billing.ledger_entry WHERE account = 'remittance-clearing') AS clearing,
        (SELECT count(*)::int FROM events.event WHERE name = 'billing.claim-adjudicated') AS adjudicated,
        (SELECT count(*)::int FROM events.event WHERE name = 'billing.remittance-posted') AS posted,
        (SELECT count(*)::int FROM denials.denial_case) AS cases`,
    );
    return row;
  }

  it('in the middle of an import finishes it, once, when it comes back', async () => {
    const first = await start();
    const before = await biller(first);
    const { body } = await before.upload('large.edi', LARGE);
    await eventually(
      async () => {
        const { body: page } = await before.get<Page<RemittanceSummary>>('/remittances');
        expect(page.items[0]?.claimsPosted).toBeGreaterThan(0);
      },
      { within: 30_000, every: 10 },
    );
    await first.kill();

    const second = await start();
    const after = await biller(second);
    const { body: found } = await after.get<Page<RemittanceSummary>>('/remittances');
    expect(found.items[0]?.claimsPosted).toBeLessThan(CLAIMS);
    expect(await after.imported(body.id)).toMatchObject({ state: 'done', progress: 1 });
    const denied = CLAIMS / DENIED_EVERY;
    const whole = {
      claims: CLAIMS,
      numbers: CLAIMS,
      paid: PAID_CENTS,
      clearing: 0,
      adjudicated: CLAIMS,
      posted: 1,
      cases: denied,
    };
    await eventually(async () => expect(await sums()).toEqual(whole), { within: 30_000, every: 200 });
    expect(`${first.output}${second.output}`).not.toContain(CANARY);
  });

  it('three times while it starts for the first time starts cleanly the fourth', async () => {
    for (const wait of [700, 1800, 3000]) {
      const server = await ServerProcess.spawn(folder(), { SAMPLES_PASSWORD: PASSWORD });
      await sleep(wait);
      await server.kill();
    }
    const server = await start();
    const visitor = await biller(server);
    expect((await visitor.get<Page<unknown>>('/colleagues')).body.items).toHaveLength(9);
  });

  it('leaves nobody on a row whose browser died, within 30 seconds', async () => {
    const server = await start();
    const [gone, stays] = [
      await biller(server),
      await Visitor.signedIn(server.address, 'lead@lakeside.test', PASSWORD),
    ];
    const [dying, watching] = [gone.live(), stays.live()];
    let people: PresenceNotice['people'] = [];
    watching.on('presence', (notice: PresenceNotice) => {
      people = notice.people;
    });
    const channel = channels.board('denials');
    for (const socket of [dying, watching])
      expect(await socket.timeout(8000).emitWithAck('subscribe', { channel })).toMatchObject({ ok: true });
    dying.emit('presence', { channel, id: 'row', state: 'editing' });
    await eventually(() => expect(people).toEqual([expect.objectContaining({ id: 'row', state: 'editing' })]));
    // The connection is cut without a word, as when a laptop's lid closes.
    dying.io.engine.close();
    await eventually(() => expect(people).toEqual([]), { within: 30_000, every: 100 });
    watching.disconnect();
  });

  it('says in words that its port is taken, and touches nothing', async () => {
    const server = await start();
    const second = await ServerProcess.spawn(join(root, 'other'), { PORT: new URL(server.address).port });
    expect(await second.ended()).toBe(1);
    expect(second.output).toMatch(/Caseboard did not start: .*(port|EADDRINUSE)/i);
    expect(second.output).not.toMatch(/^\s+at /m);
  });
});

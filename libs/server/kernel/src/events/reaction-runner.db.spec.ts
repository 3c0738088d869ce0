import { FacilitySaved, TeamSaved } from '@caseboard/contracts';
import { runSql, testDatabase } from '@caseboard/testing';
import type { TestDatabase } from '@caseboard/testing';
import { v7 as uuidv7 } from 'uuid';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { createLog } from '../logging/logger.ts';
import { Hints } from './hints.ts';
import { ReactionRunner } from './reaction-runner.ts';
import { ReactionRegistry } from './reactions.ts';
import type { Reaction } from './reactions.ts';

const AUDIT = { action: 'test', kind: 'team' };

describe('reactions', () => {
  let files: TestDatabase;
  let database: Database;
  let uow: UnitOfWork;
  let orgId: string;

  beforeAll(async () => {
    files = await testDatabase();
    database = await Database.connect(files.url, { poolSize: 8, name: 'test' });
    uow = new UnitOfWork(database, new Clock(), new Hints(), { send: async () => undefined });
  });
  beforeEach(async () => {
    orgId = uuidv7();
    await uow.actAs(orgId, 'rule:test', AUDIT, (tx) =>
      tx.execute('INSERT INTO events.stream (org_id, timeline) VALUES ($1, 1)', [orgId]),
    );
  });
  afterAll(async () => {
    await database.close();
    await files.drop();
  });

  const happened = async (count: number, ids = Array.from({ length: count }, () => uuidv7())) => {
    for (const teamId of ids) {
      await uow.actAs(orgId, 'rule:test', AUDIT, async (tx) => tx.append(TeamSaved, { id: teamId, data: { teamId } }));
    }
    return ids;
  };
  const runnerOf = (reaction: Omit<Reaction, 'on'>) => {
    const registry = new ReactionRegistry();
    registry.register({ on: [TeamSaved], ...reaction });
    return new ReactionRunner(uow, registry, new Clock(), createLog('silent'));
  };
  const drain = async (runner: ReactionRunner) => {
    while (await runner.run(orgId));
  };
  /** Leaves a mark that commits with the cursor. */
  const mark: Reaction['handle'] = async (tx, event) => {
    await tx.execute('INSERT INTO kernel.number_series (org_id, kind, last) VALUES ($1, $2, $3)', [
      orgId,
      event.id,
      event.seq,
    ]);
  };
  const marks = async () =>
    (
      await runSql(files.backupUrl, `SELECT kind FROM kernel.number_series WHERE org_id = '${orgId}' ORDER BY last`)
    ).map((row) => row.kind);

  it('take effect once each, in the order of the log', async () => {
    const ids = await happened(7);
    const runner = runnerOf({ consumer: 'marks', handle: mark });
    await drain(runner);
    await drain(runner);
    expect(await marks()).toEqual(ids);
  });

  it('take effect once even when two workers run at the same moment', async () => {
    const ids = await happened(12);
    const runners = [1, 2, 3].map(() => runnerOf({ consumer: 'marks', handle: mark }));
    await Promise.all(runners.map(drain));
    await drain(runners[0] as ReactionRunner);
    expect(await marks()).toEqual(ids);
  });

  it('leave nothing of an event whose handling failed, and try it again', async () => {
    const ids = await happened(3);
    let failures = 0;
    const runner = runnerOf({
      consumer: 'shaky',
      handle: async (tx, event) => {
        await mark(tx, event);
        if (event.id === ids[1] && failures < 2) throw new Error(`failure ${(failures += 1)}`);
      },
    });
    await drain(runner);
    expect(await marks()).toEqual(ids);
    expect(failures).toBe(2);
  });

  it('park a subject after five failures and go on with the others', async () => {
    const [bad, good] = await happened(2);
    await happened(1, [bad as string]);
    const runner = runnerOf({
      consumer: 'picky',
      handle: async (tx, event) => {
        if (event.id === bad) throw new Error('never');
        await mark(tx, event);
      },
    });
    await drain(runner);
    expect(await marks()).toEqual([good]);
    const parked = await runSql(
      files.backupUrl,
      `SELECT subject FROM events.parked WHERE org_id = '${orgId}' ORDER BY seq`,
    );
    expect(parked.map((row) => row.subject)).toEqual([bad, bad]);
  });

  it('are settled only when every wanted event took effect', async () => {
    await happened(1);
    const runner = runnerOf({ consumer: 'marks', handle: mark });
    expect(await runner.isSettled(orgId)).toBe(false);
    await drain(runner);
    expect(await runner.isSettled(orgId)).toBe(true);
    await uow.actAs(orgId, 'rule:test', AUDIT, async (tx) =>
      tx.append(FacilitySaved, { id: orgId, data: { facilityId: orgId } }),
    );
    expect(await runner.isSettled(orgId)).toBe(true);
  });
});

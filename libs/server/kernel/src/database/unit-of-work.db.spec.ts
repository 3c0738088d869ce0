import { TeamSaved } from '@caseboard/contracts';
import { runSql, testDatabase } from '@caseboard/testing';
import type { TestDatabase } from '@caseboard/testing';
import { v7 as uuidv7 } from 'uuid';
import type { Caller } from '../access/principal.ts';
import { Clock } from '../clock/clock.ts';
import { AppError } from '../errors/app-error.ts';
import { Hints } from '../events/hints.ts';
import { Database } from './database.ts';
import { UnitOfWork } from './unit-of-work.ts';

const AUDIT = { action: 'identity.team.manage', kind: 'team' };

describe('the unit of work', () => {
  let files: TestDatabase;
  let database: Database;
  let uow: UnitOfWork;
  let hinted: string[];
  const orgId = uuidv7();
  const otherOrg = uuidv7();

  beforeAll(async () => {
    files = await testDatabase();
    database = await Database.connect(files.url, { poolSize: 20, name: 'test' });
    const hints = new Hints();
    hints.onHint((org) => hinted.push(org));
    uow = new UnitOfWork(database, new Clock(), hints, { send: async () => undefined });
    for (const org of [orgId, otherOrg]) {
      await uow.actAs(org, 'rule:test', AUDIT, (tx) =>
        tx.execute('INSERT INTO events.stream (org_id, timeline) VALUES ($1, 1)', [org]),
      );
    }
  });
  beforeEach(() => {
    hinted = [];
  });
  afterAll(async () => {
    await database.close();
    await files.drop();
  });

  const caller = (key?: string, bodyHash = 'same'): Caller => ({
    principal: {
      orgId,
      userId: USER,
      sessionId: uuidv7(),
      name: 'Ana Ruiz',
      initials: 'AR',
      roles: ['lead'],
      permissions: new Set(),
      teamIds: [],
      facilityIds: [],
    },
    route: 'teams.create',
    traceId: 'trace',
    ...(key ? { idempotency: { key, bodyHash } } : {}),
  });
  const USER = uuidv7();
  const saveTeam = (key?: string, bodyHash?: string) => {
    const teamId = uuidv7();
    return uow.command(caller(key, bodyHash), AUDIT, async (tx) => {
      tx.append(TeamSaved, {
        id: teamId,
        data: { teamId },
        rows: [{ kind: 'team', id: teamId, deliveries: [{ channel: 'directory:all', op: 'put' }] }],
      });
      tx.count('counts:teams', 'all', { count: 1 });
      return { teamId };
    });
  };
  const backup = (sql: string) => runSql(files.backupUrl, sql);

  it('writes events without holes, in the order they became visible, and hints once a commit', async () => {
    await Promise.all(Array.from({ length: 40 }, () => saveTeam()));
    const rows = (await backup(`SELECT seq::int FROM events.event WHERE org_id = '${orgId}' ORDER BY seq`)) as {
      seq: number;
    }[];
    expect(rows.map((row) => row.seq)).toEqual(rows.map((_, index) => index + 1));
    expect(rows.length).toBe(40);
    expect(hinted.filter((org) => org === orgId)).toHaveLength(40);
  });

  it('delivers a counter with the event that changed it, and the counter is exact', async () => {
    const [before] = (await backup(`SELECT count::int FROM kernel.counter WHERE org_id = '${orgId}'`)) as {
      count: number;
    }[];
    await saveTeam();
    const [after] = (await backup(`SELECT count::int FROM kernel.counter WHERE org_id = '${orgId}'`)) as {
      count: number;
    }[];
    expect(after?.count).toBe((before?.count ?? 0) + 1);
    const [delivery] = (await backup(
      `SELECT kind, id FROM events.delivery WHERE channel = 'counts:teams' ORDER BY seq DESC LIMIT 1`,
    )) as { kind: string; id: string }[];
    expect(delivery).toEqual({ kind: 'counter', id: 'counts:teams|all' });
  });

  it('runs a command sent five times with one key once, and answers the same each time', async () => {
    const key = uuidv7();
    const replies = await Promise.all(Array.from({ length: 5 }, () => saveTeam(key)));
    expect(new Set(replies.map((reply) => reply.teamId)).size).toBe(1);
    const events = await backup(`SELECT 1 FROM events.event WHERE id = '${replies[0]?.teamId}'`);
    expect(events).toHaveLength(1);
    const audits = await backup(`SELECT 1 FROM audit.entry WHERE org_id = '${orgId}' AND actor = 'user:${USER}'`);
    const appended = await backup(`SELECT 1 FROM events.event WHERE org_id = '${orgId}' AND actor = 'user:${USER}'`);
    expect(audits).toHaveLength(appended.length);
  });

  it('refuses a key that was used for another body', async () => {
    const key = uuidv7();
    await saveTeam(key, 'one');
    await expect(saveTeam(key, 'two')).rejects.toMatchObject({ code: 'request/key-reused' });
  });

  it('keeps nothing of a refused command but its audit entry, and lets the key be used again', async () => {
    const key = uuidv7();
    const refused = uow.command(caller(key), { ...AUDIT, id: key }, async (tx) => {
      tx.append(TeamSaved, { id: key, data: { teamId: key } });
      throw new AppError('identity/name-taken');
    });
    await expect(refused).rejects.toMatchObject({ code: 'identity/name-taken' });
    expect(await backup(`SELECT 1 FROM events.event WHERE id = '${key}'`)).toHaveLength(0);
    const entries = (await backup(`SELECT result FROM audit.entry WHERE subject_id = '${key}'`)) as {
      result: string;
    }[];
    expect(entries).toEqual([{ result: 'identity/name-taken' }]);
    await expect(saveTeam(key)).resolves.toHaveProperty('teamId');
  });

  it('shows another organisation nothing, and nobody anything without an organisation', async () => {
    await saveTeam();
    const seen = await uow.peek(otherOrg, (tx) => tx.query('SELECT 1 FROM events.event WHERE org_id = $1', [orgId]));
    expect(seen).toHaveLength(0);
    expect(await runSql(files.url, 'SELECT 1 FROM events.event')).toHaveLength(0);
  });

  it('cannot write a row into another organisation', async () => {
    const write = uow.actAs(orgId, 'rule:test', AUDIT, (tx) =>
      tx.execute("INSERT INTO kernel.counter (org_id, channel, key) VALUES ($1, 'x', 'y')", [otherOrg]),
    );
    await expect(write).rejects.toThrow(/row-level security/);
  });

  it('may add audit entries and nothing else', async () => {
    for (const statement of [
      'SELECT 1 FROM audit.entry',
      'DELETE FROM audit.entry',
      "UPDATE audit.entry SET actor = 'x'",
      'DELETE FROM audit.unlinked',
      'SELECT 1 FROM audit.link',
    ]) {
      await expect(runSql(files.url, statement)).rejects.toThrow(/permission denied/);
    }
  });

  it('refuses an event that is not in the catalogue or does not parse', async () => {
    const append = (data: object) =>
      uow.actAs(orgId, 'rule:test', AUDIT, async (tx) =>
        tx.append(TeamSaved, { id: 'x', data: data as { teamId: string } }),
      );
    await expect(append({ teamId: 'no uuid' })).rejects.toThrow();
    await expect(
      uow.actAs(orgId, 'rule:test', AUDIT, async (tx) =>
        tx.append({ ...TeamSaved }, { id: 'x', data: { teamId: orgId } }),
      ),
    ).rejects.toThrow(/catalogue/);
  });
});

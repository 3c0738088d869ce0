import { runSql, testDatabase } from '@caseboard/testing';
import type { TestDatabase } from '@caseboard/testing';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { Hints } from '../events/hints.ts';
import { chainerClient } from './chainer-loop.ts';
import { chain } from './chainer.ts';
import { currentCheckpoints, readCheckpoints, writeCheckpoints } from './checkpoint.ts';
import { verifyAudit } from './verify.ts';

describe('the audit chain', () => {
  let files: TestDatabase;
  let database: Database;
  let uow: UnitOfWork;
  let chainer: Client;
  let orgId: string;

  beforeAll(async () => {
    files = await testDatabase();
    database = await Database.connect(files.url, { poolSize: 4, name: 'test' });
    uow = new UnitOfWork(database, new Clock(), new Hints(), { send: async () => undefined });
    chainer = await chainerClient(files.ownerUrl);
  });
  afterAll(async () => {
    await chainer.end();
    await database.close();
    await files.drop();
  });
  beforeEach(async () => {
    orgId = uuidv7();
    for (let n = 0; n < 6; n += 1) {
      await uow.actAs(
        orgId,
        'rule:test',
        { action: 'test.row.read', kind: 'row', id: String(n) },
        async () => undefined,
      );
    }
    await chain(chainer, orgId);
  });

  const verdictOf = async (checkpoints: Parameters<typeof verifyAudit>[1] = []) =>
    (await verifyAudit(chainer, checkpoints)).find((verdict) => verdict.orgId === orgId);
  const asOwner = (sql: string) => runSql(files.ownerUrl, `SELECT set_config('caseboard.org', '${orgId}', false)`, sql);

  it('links every entry once and finds nothing wrong', async () => {
    expect(await verdictOf()).toEqual({ orgId, links: 6, unlinked: 0, fault: undefined });
    expect(await chain(chainer, orgId)).toBe(0);
  });

  it.each([
    [
      'an edited entry',
      `UPDATE audit.entry SET actor = 'user:other' WHERE id = (SELECT entry_id FROM audit.link WHERE n = 3 AND org_id = kernel.org())`,
      /link 3/,
    ],
    ['a missing link', 'DELETE FROM audit.link WHERE n = 2 AND org_id = kernel.org()', /link 2 is missing/],
    [
      'a rewritten hash',
      `UPDATE audit.link SET hash = repeat('a', 64) WHERE n = 4 AND org_id = kernel.org()`,
      /link 4/,
    ],
    [
      'a forged entry',
      `INSERT INTO audit.entry (org_id, id, at, actor, action, subject_kind, result, trace_id)
       VALUES (kernel.org(), gen_random_uuid(), now(), 'user:x', 'test', 'row', 'done', 't')`,
      /neither linked nor waiting/,
    ],
  ])('finds %s', async (_, tamper, fault) => {
    await asOwner(tamper);
    expect((await verdictOf())?.fault).toMatch(fault);
  });

  it('finds a cut tail through the signed checkpoint outside the database', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'audit-'));
    const key = Buffer.alloc(32, 7);
    await writeCheckpoints(folder, key, await currentCheckpoints(chainer, new Date()));
    await asOwner(
      'WITH cut AS (DELETE FROM audit.link WHERE n > 4 AND org_id = kernel.org() RETURNING entry_id) DELETE FROM audit.entry e USING cut WHERE e.id = cut.entry_id',
    );
    expect((await verdictOf(await readCheckpoints(folder, key)))?.fault).toMatch(/checkpoint/);

    const file = join(folder, 'checkpoints.jsonl');
    await writeFile(file, (await readFile(file, 'utf8')).replace(/"n\\":6/, '"n\\":4'));
    await expect(readCheckpoints(folder, key)).rejects.toThrow(/signature/);
    await rm(folder, { recursive: true });
  });
});

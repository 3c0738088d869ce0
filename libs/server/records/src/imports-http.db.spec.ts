import { runSql } from '@caseboard/testing';
import { linesOf } from '../test/line-imports.ts';
import { recordsApp } from '../test/records-app.ts';
import type { RecordsApp } from '../test/records-app.ts';

describe('POST /imports', () => {
  let records: RecordsApp;

  beforeAll(async () => {
    records = await recordsApp();
  });
  afterAll(() => records.close());

  const file = (mark: string) => Buffer.from(linesOf(3, mark));
  const files = async () =>
    (await runSql(records.database.backupUrl, 'SELECT count(*)::int AS files FROM kernel.file'))[0]?.files;

  it('answers with the import, which then can be followed and listed', async () => {
    const { ask, principal } = await records.person(['biller']);
    const { body } = await ask('post', '/imports').attach('file', file('Http'), 'week.835').expect(202);
    expect(Object.keys(body)).toEqual(['id']);
    await records.work(body.id);
    const job = await ask('get', `/imports/${body.id}`).expect(200);
    expect(job.body).toMatchObject({
      id: body.id,
      fileName: 'week.835',
      state: 'done',
      counts: { claims: 3 },
      byUserId: principal.userId,
    });
    const list = await ask('get', '/imports?limit=1').expect(200);
    expect(list.body).toMatchObject({ items: [{ id: body.id }], nextCursor: null, asOf: expect.any(Number) });
    const byId = await ask('get', `/imports?ids=${body.id}`).expect(200);
    expect(byId.body.items).toHaveLength(1);
  });

  it('pages through all of them, newest first', async () => {
    const { ask } = await records.person(['biller']);
    for (const mark of ['P', 'Q', 'R']) await ask('post', '/imports').attach('file', file(mark), mark).expect(202);
    const names: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await ask('get', `/imports?limit=2${cursor}`).expect(200);
      names.push(...body.items.map((item: { fileName: string }) => item.fileName));
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect(names.slice(0, 3)).toEqual(['R', 'Q', 'P']);
    expect(new Set(names).size).toBe(names.length);
  });

  it('asked twice with one key is one import and one kept file; another file with that key is refused', async () => {
    const { ask } = await records.person(['admin']);
    const key = { 'Idempotency-Key': 'one-key' };
    const first = await ask('post', '/imports', key).attach('file', file('Key'), 'a').expect(202);
    const kept = await files();
    const second = await ask('post', '/imports', key).attach('file', file('Key'), 'a').expect(202);
    expect(second.body).toEqual(first.body);
    const other = await ask('post', '/imports', key).attach('file', file('Other'), 'a').expect(422);
    expect(other.body.code).toBe('request/key-reused');
    expect(await files()).toBe(kept);
  });

  it('needs a key', async () => {
    const { ask } = await records.person(['biller']);
    const { body } = await ask('post', '/imports', { 'Idempotency-Key': '' })
      .attach('file', file('Nokey'), 'a')
      .expect(400);
    expect(body.code).toBe('request/key-missing');
  });

  it('refuses a kind the roles do not import, and keeps nothing of it', async () => {
    const kept = await files();
    const { ask } = await records.person(['coder']);
    const { body } = await ask('post', '/imports').attach('file', file('Coder'), 'a').expect(403);
    expect(body.code).toBe('import/kind-forbidden');
    expect(await files()).toBe(kept);
    const refusals = await runSql(
      records.database.backupUrl,
      "SELECT details FROM audit.entry WHERE result = 'import/kind-forbidden'",
    );
    expect(refusals).toEqual([{ details: { kind: '835' } }]);
  });

  it('refuses who may not import or read imports at all', async () => {
    const accounts = await records.person(['accounts']);
    await accounts.ask('post', '/imports').attach('file', file('No'), 'a').expect(403);
    await accounts.ask('get', '/imports').expect(403);
    const auditor = await records.person(['auditor']);
    await auditor.ask('post', '/imports').attach('file', file('No'), 'a').expect(403);
    await auditor.ask('get', '/imports').expect(200);
  });

  it('refuses an empty file, no file and one that is too large', async () => {
    const kept = await files();
    const { ask } = await records.person(['biller']);
    const codes = [
      (await ask('post', '/imports').attach('file', Buffer.alloc(0), 'a').expect(422)).body.code,
      (await ask('post', '/imports').send({ file: 'x' }).expect(400)).body.code,
      (
        await ask('post', '/imports')
          .attach('file', Buffer.alloc(3 * 1024 * 1024), 'a')
          .expect(413)
      ).body.code,
      (await ask('post', '/imports').attach('file', file('Extra'), 'a').field('orgId', 'x').expect(400)).body.code,
    ];
    expect(codes).toEqual(['import/empty', 'import/missing-file', 'request/too-large', 'request/invalid']);
    expect(await files()).toBe(kept);
  });

  it('shows nothing to another organisation', async () => {
    const id = await records.bring(linesOf(1, 'Foreign'));
    const { ask } = await records.person(['admin'], records.harbor);
    const unknown = await ask('get', '/imports/00000000-0000-7000-8000-000000000000').expect(404);
    const foreign = await ask('get', `/imports/${id}`).expect(404);
    expect(foreign.body.code).toBe(unknown.body.code);
    expect((await ask('get', '/imports').expect(200)).body.items).toEqual([]);
    await ask('post', `/imports/${id}/attempts`).expect(404);
  });
});

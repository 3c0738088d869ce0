import { LiveRegistry } from '@caseboard/server/kernel';
import { linesOf } from '../test/line-imports.ts';
import { recordsApp } from '../test/records-app.ts';
import type { RecordsApp } from '../test/records-app.ts';

describe('live rows of records', () => {
  let records: RecordsApp;

  beforeAll(async () => {
    records = await recordsApp();
  });
  afterAll(() => records.close());

  const projected = (kind: string, id: string, audience: string) =>
    records.uow.peek(records.lakeside.orgId, async (tx) =>
      (await records.get(LiveRegistry).row(kind)?.project(tx, [id], audience))?.get(id),
    );

  it('of an import are what the list and its own page answer', async () => {
    const { ask } = await records.person(['biller']);
    const many = `${linesOf(1, 'Live')}\n${'BAD\n'.repeat(250)}`;
    const id = await records.bring(many);
    await records.work(id);
    const { body } = await ask('get', '/imports').expect(200);
    expect(await projected('import', id, 'imports')).toEqual(body.items[0]);
    expect(body.items[0].errors).toHaveLength(21);
    const detail = await ask('get', `/imports/${id}`).expect(200);
    expect(await projected('import', id, 'job')).toEqual(detail.body);
    expect(detail.body.errors).toHaveLength(201);
    expect(detail.body.errors.at(-1)).toMatchObject({
      code: 'import/more-faults',
      message: '50 more errors, not shown.',
    });
  });

  it('of a payer are what the list answers', async () => {
    const { ask } = await records.person(['admin']);
    const payer = (await ask('post', '/payers').send({ name: 'Granite' }).expect(201)).body;
    const { body } = await ask('get', '/payers').expect(200);
    expect(await projected('payer', payer.id, 'directory')).toEqual(body.items[0]);
  });

  it('are followed by who may read imports, in the organisation they belong to', async () => {
    const id = await records.bring(linesOf(1, 'Room'));
    const biller = await records.person(['biller']);
    const accounts = await records.person(['accounts']);
    const foreign = await records.person(['admin'], records.harbor);
    const admits = ({ principal }: typeof biller, channel: string) =>
      records.uow.peek(principal.orgId, (tx) => records.get(LiveRegistry).admits(tx, principal, channel));
    for (const channel of ['imports:all', `job:${id}`]) {
      expect(await admits(biller, channel)).toBe(true);
      expect(await admits(accounts, channel)).toBe(false);
    }
    expect(await admits(foreign, `job:${id}`)).toBe(false);
    expect(await admits(biller, 'job:not-an-id')).toBe(false);
    expect(await admits(biller, 'imports:some')).toBe(false);
  });
});

import { setTimeout as sleep } from 'node:timers/promises';
import { channels, UserChanged } from '@caseboard/contracts';
import { LiveRegistry } from '@caseboard/server/kernel';
import type { Tx, UnitOfWork } from '@caseboard/server/kernel';
import { anOrganisation, testDatabase, testUnitOfWork } from '@caseboard/testing';
import type { TestDatabase } from '@caseboard/testing';
import { v7 as uuidv7 } from 'uuid';
import { dropToy, layOutToys, putToy, ToyModule } from '../test/toy.module.ts';
import type { LogEntry } from './log-entry.ts';
import { OrgStream } from './org-stream.ts';
import { Projection } from './projection.ts';

describe('bodies read at delivery', () => {
  let database: TestDatabase;
  let opened: { uow: UnitOfWork; close(): Promise<void> };
  let projection: Projection;
  let orgId: string;
  beforeAll(async () => {
    database = await testDatabase();
    await layOutToys(database);
    opened = await testUnitOfWork(database.url);
    const registry = new LiveRegistry();
    new ToyModule(registry);
    projection = new Projection(registry, opened.uow);
  });
  afterAll(async () => {
    await opened.close();
    await database.drop();
  });
  beforeEach(async () => {
    ({ orgId } = await anOrganisation(opened.uow, `read-${uuidv7()}`));
  });

  const act = <R>(work: (tx: Tx) => Promise<R>) =>
    opened.uow.actAs(orgId, 'rule:test', { action: 'test.change', kind: 'toy' }, work);
  const put = (id: string, seq: number, kind = 'toy'): LogEntry => ({
    seq,
    id,
    kind,
    op: 'put',
    name: 'worklist.item-rescored',
    version: 1,
    actor: 'rule:test',
    at: '2026-03-02T12:00:00.000Z',
    reason: null,
  });
  const streamAt = (head: number) => new OrgStream(orgId, { epoch: 'e', head }, 0);
  const lens = (queue: string, through: number) => ({ channel: channels.queue(queue), audience: 'work', through });

  it('come with the sequence they were read at', async () => {
    const queue = uuidv7();
    const id = await act((tx) => putToy(tx, { queue, text: 'old' }));
    await act((tx) => putToy(tx, { id, queue, text: 'new' }));
    const { asOf, changes } = await projection.read(streamAt(2), lens(queue, 1), [put(id, 1)]);
    expect(asOf).toBe(2);
    expect(changes.map(({ change }) => change)).toMatchObject([{ seq: 1, op: 'put', body: { text: 'new' } }]);
  });

  it('say leave for a row that is gone and touch for a kind nobody knows', async () => {
    const { changes } = await projection.read(streamAt(0), lens(uuidv7(), 0), [
      put(uuidv7(), 1),
      put('x', 2, 'unknown'),
    ]);
    expect(changes.map(({ change }) => change.op)).toEqual(['leave', 'touch']);
  });

  it('are not shown for a row that meanwhile left the channel, went, or became restricted', async () => {
    const [queue, other] = [uuidv7(), uuidv7()];
    const [moved, gone, hidden] = await act(async (tx) => [
      await putToy(tx, { queue }),
      await putToy(tx, { queue }),
      await putToy(tx, { queue }),
    ]);
    await act(async (tx) => {
      await putToy(tx, { id: moved as string, queue: other, text: 'secret' });
      await dropToy(tx, gone as string);
      await putToy(tx, { id: hidden as string, queue, text: 'secret', isRestricted: true });
    });
    const entries = [put(moved as string, 1), put(gone as string, 2), put(hidden as string, 3)];
    const { changes } = await projection.read(streamAt(6), lens(queue, 3), entries);
    expect(changes.map(({ change }) => change.op)).toEqual(['leave', 'leave', 'touch']);
    expect(JSON.stringify(changes)).not.toContain('secret');
  });

  it('wait for the tail when somebody’s rights changed in between', async () => {
    const queue = uuidv7();
    const id = await act((tx) => putToy(tx, { queue }));
    const stream = streamAt(1);
    const userId = uuidv7();
    await act(async (tx) => tx.append(UserChanged, { id: userId, data: { userId, fields: ['roles'] } }));
    let isRead = false;
    const reading = projection.read(stream, lens(queue, 1), [put(id, 1)]).then((projected) => {
      isRead = true;
      return projected;
    });
    await sleep(150);
    expect(isRead).toBe(false);
    stream.advance(2);
    expect((await reading).asOf).toBe(2);
  });

  it('are given up when the tail does not come', async () => {
    const userId = uuidv7();
    await act(async (tx) => tx.append(UserChanged, { id: userId, data: { userId, fields: ['roles'] } }));
    await expect(projection.read(streamAt(0), lens(uuidv7(), 0), [])).rejects.toThrow('request/busy');
  });
});

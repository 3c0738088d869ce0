import { channels } from '@caseboard/contracts';
import { eventually, testDatabase } from '@caseboard/testing';
import type { TestDatabase } from '@caseboard/testing';
import { v7 as uuidv7 } from 'uuid';
import { aClinic, liveNode } from '../test/live-node.ts';
import type { LiveNode } from '../test/live-node.ts';
import { dropToy, layOutToys, putToy } from '../test/toy.module.ts';

describe('a change on the live path', () => {
  let database: TestDatabase;
  let node: LiveNode;
  beforeAll(async () => {
    database = await testDatabase();
    await layOutToys(database);
    node = await liveNode(database.url);
  });
  afterAll(async () => {
    await node.stop();
    await database.drop();
  });

  it('reaches everybody on its channel with the row as it is', async () => {
    const clinic = await aClinic(node.uow);
    const lead = await clinic.signIn(['lead']);
    const [one, two] = [await node.screen(lead), await node.screen(lead)];
    const queue = uuidv7();
    for (const screen of [one, two])
      expect(await screen.subscribe({ channel: channels.queue(queue) })).toMatchObject({ ok: true, mode: 'live' });
    const id = await node.change(clinic.orgId, (tx) => putToy(tx, { queue, text: 'first' }));
    for (const screen of [one, two]) {
      await eventually(() => expect(screen.frames).toHaveLength(1));
      const [frame] = screen.frames;
      expect(frame).toMatchObject({ channel: channels.queue(queue), prev: 0, seq: 1, asOf: 1 });
      expect(frame?.changes).toEqual([
        expect.objectContaining({
          seq: 1,
          op: 'put',
          kind: 'toy',
          id,
          actor: 'rule:test',
          name: 'worklist.item-rescored',
          body: { id, queue, text: 'first', isRestricted: false },
        }),
      ]);
      expect(screen.faults).toEqual([]);
    }
  });

  it('is sent as it is also on a channel that stood still while others went on', async () => {
    const clinic = await aClinic(node.uow);
    const [quiet, busy] = [uuidv7(), uuidv7()];
    const id = await node.change(clinic.orgId, (tx) => putToy(tx, { queue: quiet }));
    for (let at = 0; at < 3; at += 1) await node.change(clinic.orgId, (tx) => putToy(tx, { queue: busy }));
    const screen = await node.screen(await clinic.signIn(['lead']));
    await screen.subscribe({ channel: channels.queue(quiet), since: 4 });
    await node.change(clinic.orgId, (tx) => putToy(tx, { id, queue: quiet, text: 'woken' }));
    await eventually(() => expect(screen.frames).toHaveLength(1));
    expect(screen.frames[0]).toMatchObject({ prev: 1, seq: 5, changes: [{ op: 'put', id }] });
    expect(screen.frames[0]?.resync).toBeUndefined();
  });

  it('leaves the old channel and appears on the new one', async () => {
    const clinic = await aClinic(node.uow);
    const screen = await node.screen(await clinic.signIn(['lead']));
    const [from, to] = [uuidv7(), uuidv7()];
    await screen.subscribe({ channel: channels.queue(from) });
    await screen.subscribe({ channel: channels.queue(to) });
    const id = await node.change(clinic.orgId, (tx) => putToy(tx, { queue: from }));
    await eventually(() => expect([...screen.rows(channels.queue(from)).keys()]).toEqual([id]));
    await node.change(clinic.orgId, (tx) => putToy(tx, { id, queue: to }));
    await eventually(() => expect([...screen.rows(channels.queue(to)).keys()]).toEqual([id]));
    await eventually(() => expect(screen.rows(channels.queue(from)).size).toBe(0));
    await node.change(clinic.orgId, (tx) => dropToy(tx, id));
    await eventually(() => expect(screen.rows(channels.queue(to)).size).toBe(0));
    expect(screen.faults).toEqual([]);
  });

  it('only names a restricted row and a large one', async () => {
    const clinic = await aClinic(node.uow);
    const screen = await node.screen(await clinic.signIn(['lead']));
    const queue = uuidv7();
    await screen.subscribe({ channel: channels.queue(queue) });
    await node.change(clinic.orgId, async (tx) => {
      await putToy(tx, { queue, text: 'hidden', isRestricted: true });
      await putToy(tx, { queue, text: 'x'.repeat(17_000) });
    });
    await eventually(() => expect(screen.frames.flatMap((frame) => frame.changes)).toHaveLength(2));
    const changes = screen.frames.flatMap((frame) => frame.changes);
    expect(changes.map((change) => change.op)).toEqual(['touch', 'touch']);
    expect(JSON.stringify(changes)).not.toContain('hidden');
  });

  it('sends many changes of one moment as few frames of whole sequences', async () => {
    const clinic = await aClinic(node.uow);
    const screen = await node.screen(await clinic.signIn(['lead']));
    const queue = uuidv7();
    await screen.subscribe({ channel: channels.queue(queue) });
    await node.change(clinic.orgId, async (tx) => {
      for (let toy = 0; toy < 450; toy += 1) await putToy(tx, { queue, text: `toy ${toy}` });
    });
    await eventually(() => expect(screen.rows(channels.queue(queue)).size).toBe(450));
    expect(screen.frames.length).toBeLessThanOrEqual(4);
    expect(Math.max(...screen.frames.map((frame) => frame.changes.length))).toBeLessThanOrEqual(200);
    expect(screen.faults).toEqual([]);
  });

  it('asks for a fresh load above a thousand rows a second', async () => {
    const clinic = await aClinic(node.uow);
    const screen = await node.screen(await clinic.signIn(['lead']));
    const queue = uuidv7();
    await screen.subscribe({ channel: channels.queue(queue) });
    // At once, so that both commit within the same second however slow the machine is.
    await Promise.all(
      [1, 2].map(() =>
        node.change(clinic.orgId, async (tx) => {
          for (let toy = 0; toy < 700; toy += 1) await putToy(tx, { queue });
        }),
      ),
    );
    await eventually(() => expect(screen.lastOf(channels.queue(queue))).toBe(1400));
    const asked = screen.frames.filter((frame) => frame.resync);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked[0]).toMatchObject({ changes: [], withinMs: 1000 });
  });

  it('tells a quiet channel’s head every four seconds', async () => {
    const clinic = await aClinic(node.uow);
    const screen = await node.screen(await clinic.signIn(['lead']));
    const queue = uuidv7();
    await node.change(clinic.orgId, (tx) => putToy(tx, { queue }));
    await node.change(clinic.orgId, (tx) => putToy(tx, { queue: uuidv7() }));
    await screen.subscribe({ channel: channels.queue(queue) });
    await eventually(() => expect(screen.heard.head).toContainEqual({ channel: channels.queue(queue), head: 1 }), {
      within: 6000,
    });
  });
});

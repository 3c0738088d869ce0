import { setTimeout as sleep } from 'node:timers/promises';
import { channels } from '@caseboard/contracts';
import { eventually, runSql, testDatabase, testUnitOfWork } from '@caseboard/testing';
import type { TestDatabase } from '@caseboard/testing';
import { v7 as uuidv7 } from 'uuid';
import { aClinic, liveNode } from '../test/live-node.ts';
import type { LiveNode } from '../test/live-node.ts';
import { layOutToys, listToys, putToy, slowProjections } from '../test/toy.module.ts';

describe('following a channel', () => {
  let database: TestDatabase;
  let node: LiveNode;
  let elsewhere: Awaited<ReturnType<typeof testUnitOfWork>>;
  beforeAll(async () => {
    database = await testDatabase();
    await layOutToys(database);
    node = await liveNode(database.url);
    elsewhere = await testUnitOfWork(database.url);
  });
  afterAll(async () => {
    await node.stop();
    await elsewhere.close();
    await database.drop();
  });

  async function aQueue() {
    const clinic = await aClinic(node.uow);
    const queue = uuidv7();
    const put = (text: string, id?: string) =>
      node.change(clinic.orgId, (tx) => putToy(tx, { queue, text, ...(id ? { id } : {}) }));
    return {
      clinic,
      queue,
      channel: channels.queue(queue),
      put,
      screen: async () => node.screen(await clinic.signIn(['lead'])),
    };
  }

  it('is live when nothing was missed', async () => {
    const { channel, put, screen } = await aQueue();
    await put('one');
    expect(await (await screen()).subscribe({ channel, since: 1 })).toMatchObject({ mode: 'live', head: 1 });
  });

  it('replays what was missed, the newest of each row, chained to where the screen was', async () => {
    const { channel, put, screen } = await aQueue();
    const first = await put('one');
    const second = await put('two');
    await put('one again', first);
    await put('one once more', first);
    const reply = await (await screen()).subscribe({ channel, since: 1 });
    expect(reply).toMatchObject({ ok: true, mode: 'replay', head: 4 });
    const events = reply.ok ? (reply.events ?? []) : [];
    expect(events[0]?.prev).toBe(1);
    expect(events.flatMap(({ changes }) => changes).map(({ seq, id }) => [seq, id])).toEqual([
      [2, second],
      [4, first],
    ]);
    expect(events.flatMap(({ changes }) => changes).at(-1)?.body).toMatchObject({ text: 'one once more' });
  });

  it('replays from the ring what this node has seen itself', async () => {
    const { channel, put, screen } = await aQueue();
    const [watching, returning] = [await screen(), await screen()];
    await watching.subscribe({ channel });
    for (const text of ['one', 'two', 'three']) await put(text);
    await eventually(() => expect(watching.lastOf(channel)).toBe(3));
    const reply = await returning.subscribe({ channel, since: 1 });
    expect(reply).toMatchObject({ mode: 'replay', head: 3 });
    expect(returning.rows(channel).size).toBe(2);
  });

  it('adds what the room was sent while the replay was read', async () => {
    const { clinic, channel, put, screen } = await aQueue();
    const [watching, returning] = [await screen(), await screen()];
    await watching.subscribe({ channel });
    await put('one');
    await eventually(() => expect(watching.lastOf(channel)).toBe(1));
    await node.change(clinic.orgId, (tx) =>
      putToy(tx, { queue: uuidv7(), text: 'elsewhere, so that no body is held' }),
    );
    slowProjections.push(250);
    const asked = returning.subscribe({ channel, since: 0 });
    await eventually(() => expect(slowProjections).toEqual([]));
    await put('two');
    await eventually(() => expect(watching.lastOf(channel)).toBe(3));
    const reply = await asked;
    expect(reply).toMatchObject({ mode: 'replay', head: 3 });
    expect(reply.ok && reply.events?.map(({ prev, seq }) => [prev, seq])).toEqual([
      [0, 1],
      [1, 3],
    ]);
    expect(returning.rows(channel).size).toBe(2);
  });

  it('waits for the tail when others committed what this node has not read', async () => {
    const { clinic, channel, queue, put, screen } = await aQueue();
    const own = await screen();
    await own.subscribe({ channel });
    await put('one');
    await eventually(() => expect(own.lastOf(channel)).toBe(1));
    for (let turn = 2; turn < 12; turn += 1) {
      await elsewhere.uow.actAs(clinic.orgId, 'rule:test', { action: 'test.change', kind: 'toy' }, (tx) =>
        putToy(tx, { queue }),
      );
      const reply = await own.subscribe({ channel, since: own.lastOf(channel) });
      expect(reply).toMatchObject({ head: turn });
    }
    expect(own.rows(channel).size).toBe(11);
  });

  it('asks for a fresh load from the future, from below the floor and from another epoch', async () => {
    const { clinic, channel, put, screen } = await aQueue();
    for (const text of ['one', 'two', 'three']) await put(text);
    await runSql(
      database.ownerUrl,
      `SELECT set_config('caseboard.org', '${clinic.orgId}', false)`,
      `UPDATE events.stream SET floor = 2`,
    );
    const own = await screen();
    expect(await own.subscribe({ channel, since: 4 })).toMatchObject({ mode: 'resync' });
    expect(await own.subscribe({ channel, since: 1 })).toMatchObject({ mode: 'resync' });
    expect(await own.subscribe({ channel, since: 3, epoch: uuidv7() })).toMatchObject({ mode: 'resync' });
    expect(await own.subscribe({ channel: channels.queue(uuidv7()), since: 1 })).toMatchObject({ mode: 'resync' });
    const { epoch } = (await own.subscribe({ channel, since: 2 })) as { epoch: string };
    expect(await own.subscribe({ channel, since: 3, epoch })).toMatchObject({ mode: 'live', epoch });
  });

  it('asks for a fresh load when more was missed than a replay may hold', async () => {
    const { clinic, queue, channel, screen } = await aQueue();
    for (let chunk = 0; chunk < 3; chunk += 1) {
      await node.change(clinic.orgId, async (tx) => {
        for (let toy = 0; toy < 400; toy += 1) await putToy(tx, { queue });
      });
    }
    expect(await (await screen()).subscribe({ channel, since: 0 })).toMatchObject({ mode: 'resync' });
  });

  it('repairs a gap by asking again on the same connection', async () => {
    const { channel, put, screen } = await aQueue();
    const own = await screen();
    await own.subscribe({ channel });
    await put('one');
    await eventually(() => expect(own.lastOf(channel)).toBe(1));
    own.socket.off('event');
    await put('lost');
    await sleep(100);
    expect(await own.subscribe({ channel, since: 1 })).toMatchObject({ mode: 'replay', head: 2 });
    expect(own.rows(channel).size).toBe(2);
  });

  it('loses nothing between a snapshot and the join while others write', async () => {
    const { clinic, queue, channel, put, screen } = await aQueue();
    const ids = await Promise.all(Array.from({ length: 12 }, (_, toy) => put(`toy ${toy}`)));
    let isWriting = true;
    const writing = (async () => {
      for (let turn = 0; isWriting; turn += 1) {
        await put(`turn ${turn}`, ids[turn % ids.length]);
        if (turn % 9 === 0) await put(`new ${turn}`);
      }
    })();
    const joined = await Promise.all(
      Array.from({ length: 20 }, async (_, at) => {
        const own = await screen();
        const snapshot = await node.uow.peek(clinic.orgId, async (tx) => ({
          rows: await listToys(tx, queue),
          asOf: await tx.head(),
        }));
        await sleep(at * 20);
        await own.subscribe({ channel, since: snapshot.asOf });
        return { own, snapshot };
      }),
    );
    await sleep(300);
    isWriting = false;
    await writing;
    const truth = await node.uow.peek(clinic.orgId, async (tx) => ({
      rows: await listToys(tx, queue),
      head: await tx.head(),
    }));
    for (const { own, snapshot } of joined) {
      await eventually(() => expect(own.lastOf(channel)).toBe(truth.head));
      expect(own.faults).toEqual([]);
      const before = snapshot.rows.map((row) => [row.id, row] as [string, unknown]);
      expect([...own.rows(channel, before).values()]).toEqual(expect.arrayContaining(truth.rows));
    }
  });

  it('answers the same for a channel that is unknown, foreign or not theirs', async () => {
    const { clinic, channel, put } = await aQueue();
    await put('one');
    const stranger = await node.screen(await (await aClinic(node.uow)).signIn(['lead']));
    const biller = await node.screen(await clinic.signIn(['biller']));
    const refusal = { ok: false, code: 'live/unknown-channel' };
    expect(await biller.subscribe({ channel, since: 0 })).toEqual(refusal);
    expect(await biller.subscribe({ channel: 'nothing:here' })).toEqual(refusal);
    expect(await stranger.subscribe({ channel, since: 0 })).toMatchObject({ ok: true, mode: 'live', head: 0 });
    await put('two');
    await sleep(150);
    expect(stranger.frames).toEqual([]);
  });

  it('writes one audit entry a subscribe, refused or not', async () => {
    const { clinic, channel } = await aQueue();
    const biller = await node.screen(await clinic.signIn(['biller']));
    const lead = await node.screen(await clinic.signIn(['lead']));
    await biller.subscribe({ channel });
    await lead.subscribe({ channel });
    const entries = await runSql(
      database.backupUrl,
      `SELECT result FROM audit.entry WHERE org_id = '${clinic.orgId}' AND action = 'live.channel.subscribe' AND subject_id = '${channel}' ORDER BY at`,
    );
    expect(entries.map(({ result }) => result)).toEqual(['live/unknown-channel', 'done']);
  });

  it('stops at two hundred channels a connection', async () => {
    const { screen } = await aQueue();
    const own = await screen();
    const subscribe = () => own.subscribe({ channel: channels.queue(uuidv7()) });
    for (let round = 0; round < 5; round += 1) {
      await Promise.all(Array.from({ length: 40 }, subscribe));
      await sleep(1000);
    }
    expect(await subscribe()).toEqual({ ok: false, code: 'live/too-many-channels' });
  }, 20_000);

  it('hears nothing more after leaving', async () => {
    const { channel, put, screen } = await aQueue();
    const own = await screen();
    await own.subscribe({ channel });
    expect(await own.ask('unsubscribe', { channel })).toEqual({ ok: true });
    await put('one');
    await sleep(150);
    expect(own.frames).toEqual([]);
  });
});

import { setTimeout as sleep } from 'node:timers/promises';
import { channels } from '@caseboard/contracts';
import { eventually, runSql, TcpProxy, testDatabase, testUnitOfWork } from '@caseboard/testing';
import type { TestDatabase } from '@caseboard/testing';
import { v7 as uuidv7 } from 'uuid';
import { aClinic, liveNode } from '../test/live-node.ts';
import type { LiveNode } from '../test/live-node.ts';
import { layOutToys, putToy } from '../test/toy.module.ts';
import { raiseEpoch } from './epoch.ts';

describe('the tail of the log', () => {
  let database: TestDatabase;
  let proxy: TcpProxy;
  let node: LiveNode;
  let elsewhere: Awaited<ReturnType<typeof testUnitOfWork>>;
  beforeAll(async () => {
    database = await testDatabase();
    await layOutToys(database);
    proxy = await TcpProxy.to(Number(new URL(database.url).port));
    node = await liveNode(proxy.through(database.url));
    elsewhere = await testUnitOfWork(database.url);
  });
  afterAll(async () => {
    await node.stop();
    await elsewhere.close();
    await proxy.close();
    await database.drop();
  });

  const ACT = { action: 'test.change', kind: 'toy' };
  async function aWatcher() {
    const clinic = await aClinic(elsewhere.uow);
    const screen = await node.screen(await clinic.signIn(['lead']));
    const queue = uuidv7();
    const channel = channels.queue(queue);
    const reply = await screen.subscribe({ channel });
    const put = (text: string) =>
      elsewhere.uow.actAs(clinic.orgId, 'rule:test', ACT, (tx) => putToy(tx, { queue, text }));
    return { clinic, screen, queue, channel, put, epoch: reply.ok ? reply.epoch : '' };
  }
  const asOwner = (orgId: string, sql: string) =>
    runSql(database.ownerUrl, `SELECT set_config('caseboard.org', '${orgId}', false)`, sql);

  it('finds changes of other processes without any hint within its poll', async () => {
    const { screen, put } = await aWatcher();
    await put('unhinted');
    await eventually(() => expect(screen.frames).toHaveLength(1), { within: 900 });
  });

  it('keeps its place while the database is away and goes on without a gap', async () => {
    const { screen, channel, put } = await aWatcher();
    await put('before');
    await eventually(() => expect(screen.rows(channel).size).toBe(1));
    proxy.refuse();
    for (let turn = 0; turn < 5; turn += 1) await put(`away ${turn}`);
    await sleep(700);
    expect(screen.rows(channel).size).toBe(1);
    proxy.heal();
    await eventually(() => expect(screen.rows(channel).size).toBe(6));
    expect(screen.faults).toEqual([]);
    expect(screen.socket.connected).toBe(true);
  });

  it('answers busy, not nothing, to a subscribe while the database is away', async () => {
    const { screen } = await aWatcher();
    proxy.refuse();
    const reply = await screen.subscribe({ channel: channels.queue(uuidv7()) });
    proxy.heal();
    expect(reply).toEqual({ ok: false, code: 'request/busy' });
  });

  it('never overtakes a transaction that commits late', async () => {
    const { clinic, screen, channel, queue, put } = await aWatcher();
    const slow = elsewhere.uow.actAs(clinic.orgId, 'rule:test', ACT, async (tx) => {
      await putToy(tx, { queue, text: 'slow' });
      await sleep(300);
    });
    const quick = Array.from({ length: 10 }, (_, turn) => put(`quick ${turn}`));
    await Promise.all([slow, ...quick]);
    await eventually(() => expect(screen.rows(channel).size).toBe(11));
    expect(screen.lastOf(channel)).toBe(11);
    expect(screen.faults).toEqual([]);
  });

  it('raises the epoch when the log is shorter than what it has read, and tells every room', async () => {
    const { clinic, screen, channel, put, epoch } = await aWatcher();
    for (const text of ['one', 'two', 'three']) await put(text);
    await eventually(() => expect(screen.lastOf(channel)).toBe(3));
    await asOwner(clinic.orgId, 'DELETE FROM events.delivery WHERE seq > 1');
    await asOwner(clinic.orgId, 'DELETE FROM events.event WHERE seq > 1');
    const notices: { epoch: string; resync?: boolean; seq: number }[] = [];
    screen.socket.on('event', (frame: { epoch: string; resync?: boolean; seq: number }) => notices.push(frame));
    await eventually(() => expect(notices).toEqual([expect.objectContaining({ resync: true, seq: 1 })]), {
      within: 2500,
    });
    expect(notices[0]?.epoch).not.toBe(epoch);
    expect(await screen.subscribe({ channel, since: 1, epoch })).toMatchObject({
      mode: 'resync',
      epoch: notices[0]?.epoch,
    });
    await put('after');
    await eventually(() => expect(notices.at(-1)).toMatchObject({ seq: 2, epoch: notices[0]?.epoch }));
  });

  it('raises the epoch on another timeline, once for all nodes, and keeps the sessions', async () => {
    const { clinic, screen, channel, epoch } = await aWatcher();
    await asOwner(clinic.orgId, 'UPDATE events.stream SET timeline = 0');
    const notices: { epoch: string; resync?: boolean }[] = [];
    screen.socket.on('event', (frame: { epoch: string; resync?: boolean }) => notices.push(frame));
    await eventually(() => expect(notices).toHaveLength(1), { within: 2500 });
    await sleep(600);
    expect(notices).toHaveLength(1);
    expect(notices[0]?.resync).toBe(true);
    expect(await raiseEpoch(elsewhere.uow, { orgId: clinic.orgId, epoch, position: 99 })).toBe(false);
    expect(await screen.subscribe({ channel, since: 0, epoch: notices[0]?.epoch ?? '' })).toMatchObject({
      mode: 'live',
    });
  });
});

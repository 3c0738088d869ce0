import { setTimeout as sleep } from 'node:timers/promises';
import { channels, UserChanged } from '@caseboard/contracts';
import { ChoreRegistry } from '@caseboard/server/kernel';
import { eventually, redisServer, testDatabase } from '@caseboard/testing';
import type { RedisServer, TestDatabase } from '@caseboard/testing';
import { v7 as uuidv7 } from 'uuid';
import { aClinic, liveNode, liveWorker } from '../test/live-node.ts';
import type { LiveNode } from '../test/live-node.ts';
import { layOutToys, putToy } from '../test/toy.module.ts';

describe('two nodes on one database and one Redis', () => {
  let database: TestDatabase;
  let redis: RedisServer;
  let here: LiveNode;
  let there: LiveNode;
  beforeAll(async () => {
    database = await testDatabase();
    await layOutToys(database);
    redis = await redisServer();
    [here, there] = [
      await liveNode(database.url, { REDIS_URL: redis.url }),
      await liveNode(database.url, { REDIS_URL: redis.url }),
    ];
  }, 20_000);
  afterAll(async () => {
    await Promise.all([here.stop(), there.stop()]);
    await redis.stop();
    await database.drop();
  }, 20_000);

  async function watchers() {
    const clinic = await aClinic(here.uow);
    const person = await clinic.signIn(['lead']);
    const queue = uuidv7();
    const channel = channels.queue(queue);
    const screens = [await here.screen(person), await there.screen(person)] as const;
    for (const screen of screens) await screen.subscribe({ channel });
    const put = (node: LiveNode, text: string) => node.change(clinic.orgId, (tx) => putToy(tx, { queue, text }));
    return { clinic, person, queue, channel, screens, put };
  }

  it('show a change of one on the other at once, by the same chain', async () => {
    const { channel, screens, put } = await watchers();
    await eventually(async () => {
      const began = performance.now();
      await put(here, 'news');
      const head = screens[0].lastOf(channel) + 1;
      await eventually(() => screens.forEach((screen) => expect(screen.lastOf(channel)).toBeGreaterThanOrEqual(head)));
      expect(performance.now() - began).toBeLessThan(250);
    });
    for (const [frame, other] of screens[0].frames.map((heard, at) => [heard, screens[1].frames[at]] as const)) {
      expect({ seq: frame.seq, prev: frame.prev, epoch: frame.epoch }).toEqual({
        seq: other?.seq,
        prev: other?.prev,
        epoch: other?.epoch,
      });
    }
  });

  it('hear of what a worker commits, and the worker keeps the log short', async () => {
    const { clinic, queue, channel, screens } = await watchers();
    const worker = await liveWorker(database.url, { REDIS_URL: redis.url });
    await eventually(async () => {
      const began = performance.now();
      await worker.change(clinic.orgId, (tx) => putToy(tx, { queue }));
      const head = screens[0].lastOf(channel) + 1;
      await eventually(() => expect(screens[0].lastOf(channel)).toBeGreaterThanOrEqual(head));
      expect(performance.now() - began).toBeLessThan(250);
    });
    const chores = worker.app.get(ChoreRegistry, { strict: false }).all();
    expect(chores.map(({ name }) => name)).toContain('live.log-retention');
    await worker.stop();
  });

  it('show who is where across nodes, and who left', async () => {
    const { clinic, queue, channel, screens } = await watchers();
    const own = await there.screen(await clinic.signIn(['lead']));
    await own.subscribe({ channel });
    await own.ask('presence', { channel, id: queue, state: 'editing' });
    await eventually(() =>
      expect(screens[0].heard.presence.at(-1)?.people).toMatchObject([
        { id: queue, name: 'Ana Ortiz', state: 'editing' },
      ]),
    );
    own.close();
    await eventually(() => expect(screens[0].heard.presence.at(-1)?.people).toEqual([]));
  });

  it('only delay when Redis is killed: nothing is lost and rights still hold', async () => {
    const { clinic, person, channel, screens, put } = await watchers();
    redis.signal('SIGKILL');
    for (let turn = 0; turn < 40; turn += 1) {
      await put(turn % 2 === 0 ? here : there, `turn ${turn}`);
      await sleep(20);
    }
    for (const screen of screens) {
      await eventually(() => expect(screen.rows(channel).size).toBe(40), { within: 3000 });
      expect(screen.faults).toEqual([]);
    }
    await here.change(clinic.orgId, async (tx) => {
      await tx.execute("UPDATE identity.user_account SET roles = '{biller}' WHERE org_id = $1 AND id = $2", [
        clinic.orgId,
        person.userId,
      ]);
      tx.append(UserChanged, {
        id: person.userId,
        data: { userId: person.userId, fields: ['roles'] },
        accessUsers: [person.userId],
      });
    });
    await put(here, 'secret');
    for (const screen of screens) {
      await eventually(() => expect(screen.heard.closed).toHaveLength(1), { within: 3000 });
      expect(JSON.stringify(screen.frames)).not.toContain('secret');
    }
  }, 20_000);

  it('start and serve without any Redis at the address', async () => {
    const alone = await liveNode(database.url, { REDIS_URL: 'redis://127.0.0.1:1' });
    const clinic = await aClinic(alone.uow);
    const screen = await alone.screen(await clinic.signIn(['lead']));
    const queue = uuidv7();
    await screen.subscribe({ channel: channels.queue(queue) });
    await screen.ask('presence', { channel: channels.queue(queue), id: queue, state: 'viewing' });
    await alone.change(clinic.orgId, (tx) => putToy(tx, { queue }));
    await eventually(() => expect(screen.frames).toHaveLength(1));
    await alone.stop();
  }, 20_000);
});

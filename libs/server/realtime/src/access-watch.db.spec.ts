import { setTimeout as sleep } from 'node:timers/promises';
import { channels, SessionsEnded, UserChanged } from '@caseboard/contracts';
import type { Role } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';
import { eventually, testDatabase } from '@caseboard/testing';
import type { TestDatabase } from '@caseboard/testing';
import { v7 as uuidv7 } from 'uuid';
import { aClinic, liveNode } from '../test/live-node.ts';
import type { LiveNode, SignedIn } from '../test/live-node.ts';
import { layOutToys, putToy } from '../test/toy.module.ts';

describe('rights that change', () => {
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

  /** Lowers a person's roles in the transaction and says so in the log. */
  async function lower(tx: Tx, { orgId, userId }: SignedIn, roles: Role[] = ['biller']): Promise<void> {
    await tx.execute('UPDATE identity.user_account SET roles = $3 WHERE org_id = $1 AND id = $2', [
      orgId,
      userId,
      roles,
    ]);
    tx.append(UserChanged, { id: userId, data: { userId, fields: ['roles'] }, accessUsers: [userId] });
  }

  it('close the room before anything later is delivered', async () => {
    const clinic = await aClinic(node.uow);
    const [losing, keeping] = [await clinic.signIn(['lead']), await clinic.signIn(['lead'])];
    const [mine, theirs] = [await node.screen(losing), await node.screen(keeping)];
    const channel = channels.queue(uuidv7());
    const queue = channel.slice('queue:'.length);
    for (const screen of [mine, theirs]) await screen.subscribe({ channel });
    const writing = Array.from({ length: 20 }, (_, turn) =>
      node.change(clinic.orgId, (tx) => putToy(tx, { queue, text: `before ${turn}` })),
    );
    await node.change(clinic.orgId, (tx) => lower(tx, losing));
    const after = await node.change(clinic.orgId, (tx) => putToy(tx, { queue, text: 'secret' }));
    await Promise.all(writing);
    await eventually(() => expect(theirs.rows(channel).get(after)).toMatchObject({ text: 'secret' }));
    await eventually(() => expect(mine.heard.closed).toEqual([{ channel, code: 'live/unknown-channel' }]));
    await sleep(100);
    expect(JSON.stringify(mine.frames)).not.toContain('secret');
    expect(await mine.subscribe({ channel, since: 0 })).toEqual({ ok: false, code: 'live/unknown-channel' });
  });

  it('hold back a body that was read after the loss while the frame was pending', async () => {
    const clinic = await aClinic(node.uow);
    const losing = await clinic.signIn(['lead']);
    const screen = await node.screen(losing);
    const queue = uuidv7();
    await screen.subscribe({ channel: channels.queue(queue) });
    const id = await node.change(clinic.orgId, (tx) => putToy(tx, { queue, text: 'plain' }));
    await node.change(clinic.orgId, async (tx) => {
      await lower(tx, losing);
      await putToy(tx, { id, queue, text: 'secret' });
    });
    await eventually(() => expect(screen.heard.closed).toHaveLength(1));
    await sleep(100);
    expect(JSON.stringify(screen.frames)).not.toContain('secret');
  });

  it('refuse a join that was under way', async () => {
    const clinic = await aClinic(node.uow);
    const queue = uuidv7();
    await node.change(clinic.orgId, (tx) => putToy(tx, { queue, text: 'plain' }));
    for (let round = 0; round < 10; round += 1) {
      const losing = await clinic.signIn(['lead']);
      const screen = await node.screen(losing);
      const asked = screen.subscribe({ channel: channels.queue(queue), since: 0 });
      await sleep(round);
      await node.change(clinic.orgId, async (tx) => {
        await lower(tx, losing);
        await putToy(tx, { queue, text: `secret ${round}` });
      });
      await asked;
      await sleep(60);
      expect(JSON.stringify(screen.frames)).not.toContain(`secret ${round}`);
      screen.close();
    }
  });

  it('end every connection of a session that ended, within five seconds and for good', async () => {
    const clinic = await aClinic(node.uow);
    const person = await clinic.signIn(['lead']);
    const screen = await node.screen(person);
    const queue = uuidv7();
    await screen.subscribe({ channel: channels.queue(queue) });
    await node.change(clinic.orgId, async (tx) => {
      await tx.execute('UPDATE identity.session SET ended_at = now() WHERE org_id = $1 AND id = $2', [
        person.orgId,
        person.sessionId,
      ]);
      tx.append(SessionsEnded, { id: person.userId, data: { userId: person.userId, sessionId: person.sessionId } });
      await putToy(tx, { queue, text: 'secret' });
    });
    await eventually(() => expect(screen.socket.connected).toBe(false), { within: 1000 });
    expect(screen.heard.bye).toEqual([{ code: 'live/ended' }]);
    expect(JSON.stringify(screen.frames)).not.toContain('secret');
    await expect(node.screen(person)).rejects.toThrow('access/no-session');
  });

  it('end a session that ran out without any event', async () => {
    const clinic = await aClinic(node.uow);
    const person = await clinic.signIn(['lead']);
    const screen = await node.screen(person);
    await node.change(clinic.orgId, (tx) =>
      tx.execute(
        "UPDATE identity.session SET last_seen_at = now() - interval '13 hours' WHERE org_id = $1 AND id = $2",
        [person.orgId, person.sessionId],
      ),
    );
    await eventually(() => expect(screen.heard.bye).toEqual([{ code: 'live/ended' }]), { within: 6500 });
  }, 10_000);

  it('open what they newly allow without a new connection', async () => {
    const clinic = await aClinic(node.uow);
    const person = await clinic.signIn(['biller']);
    const screen = await node.screen(person);
    const channel = channels.queue(uuidv7());
    expect(await screen.subscribe({ channel })).toMatchObject({ ok: false });
    await node.change(clinic.orgId, (tx) => lower(tx, person, ['lead']));
    expect(await screen.subscribe({ channel })).toMatchObject({ ok: true });
  });
});

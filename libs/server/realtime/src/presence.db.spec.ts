import { setTimeout as sleep } from 'node:timers/promises';
import { channels } from '@caseboard/contracts';
import { eventually, testDatabase } from '@caseboard/testing';
import type { TestDatabase } from '@caseboard/testing';
import { v7 as uuidv7 } from 'uuid';
import { aClinic, liveNode } from '../test/live-node.ts';
import type { LiveNode } from '../test/live-node.ts';
import { layOutToys } from '../test/toy.module.ts';

describe('presence', () => {
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

  async function two() {
    const clinic = await aClinic(node.uow);
    const people = [await clinic.signIn(['lead']), await clinic.signIn(['lead'])] as const;
    const screens = [await node.screen(people[0]), await node.screen(people[1])] as const;
    const channel = channels.queue(uuidv7());
    for (const screen of screens) await screen.subscribe({ channel });
    return { clinic, people, screens, channel, row: uuidv7() };
  }

  it('shows the others where a person is, once however many windows they have', async () => {
    const { people, screens, channel, row } = await two();
    const second = await node.screen(people[0]);
    await second.subscribe({ channel });
    await screens[0].ask('presence', { channel, id: row, state: 'viewing' });
    await second.ask('presence', { channel, id: row, state: 'editing' });
    const shown = () => screens[1].heard.presence.at(-1)?.people;
    await eventually(() =>
      expect(shown()).toEqual([{ id: row, userId: people[0].userId, name: 'Ana Ortiz', state: 'editing' }]),
    );
    second.close();
    await eventually(() => expect(shown()).toEqual([expect.objectContaining({ state: 'viewing' })]));
    screens[0].close();
    await eventually(() => expect(shown()).toEqual([]));
  });

  it('greets whoever comes later with who is there', async () => {
    const { clinic, screens, channel, row } = await two();
    await screens[0].ask('presence', { channel, id: row, state: 'viewing' });
    const late = await node.screen(await clinic.signIn(['lead']));
    await late.subscribe({ channel });
    await eventually(() => expect(late.heard.presence[0]?.people).toHaveLength(1));
  });

  it('says at most ten things a second however fast people move', async () => {
    const { screens, channel, row } = await two();
    for (let turn = 0; turn < 40; turn += 1) {
      screens[0].socket.emit('presence', { channel, id: row, state: turn % 2 === 0 ? 'viewing' : 'editing' });
      await sleep(20);
    }
    await sleep(150);
    expect(screens[1].heard.presence.length).toBeGreaterThan(2);
    expect(screens[1].heard.presence.length).toBeLessThanOrEqual(12);
  });

  it('belongs to channels one follows', async () => {
    const { screens, channel, row } = await two();
    await screens[0].ask('unsubscribe', { channel });
    expect(await screens[0].ask('presence', { channel, id: row, state: 'viewing' })).toEqual({
      ok: false,
      code: 'live/unknown-channel',
    });
  });

  it('goes with the channel', async () => {
    const { screens, channel, row } = await two();
    await screens[0].ask('presence', { channel, id: row, state: 'viewing' });
    await eventually(() => expect(screens[1].heard.presence.at(-1)?.people).toHaveLength(1));
    await screens[0].ask('unsubscribe', { channel });
    await eventually(() => expect(screens[1].heard.presence.at(-1)?.people).toEqual([]));
  });
});

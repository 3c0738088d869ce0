import { channels } from '@caseboard/contracts';
import { eventually, testDatabase, TcpProxy } from '@caseboard/testing';
import type { TestDatabase } from '@caseboard/testing';
import { v7 as uuidv7 } from 'uuid';
import { aClinic, liveNode } from '../test/live-node.ts';
import type { LiveNode } from '../test/live-node.ts';
import { Screen } from '../test/screen.ts';
import { Rooms } from './rooms.ts';
import { layOutToys, putToy } from '../test/toy.module.ts';

describe('a connection that does not read', () => {
  let database: TestDatabase;
  let node: LiveNode;
  let proxy: TcpProxy;
  beforeAll(async () => {
    database = await testDatabase();
    await layOutToys(database);
    node = await liveNode(database.url);
    proxy = await TcpProxy.to(node.port);
  });
  afterAll(async () => {
    await proxy.close();
    await node.stop();
    await database.drop();
  });

  it('is cut, others hear everything, and it returns by replay', async () => {
    const clinic = await aClinic(node.uow);
    const person = await clinic.signIn(['lead']);
    const queue = uuidv7();
    const channel = channels.queue(queue);
    const stuck = new Screen(proxy.port, { Cookie: person.cookie }, `http://127.0.0.1:${node.port}`);
    await stuck.connected();
    const reading = await node.screen(person);
    for (const screen of [stuck, reading]) await screen.subscribe({ channel });
    const ids = await node.change(clinic.orgId, async (tx) => {
      const made: string[] = [];
      for (let toy = 0; toy < 10; toy += 1) made.push(await putToy(tx, { queue, text: 'small' }));
      return made;
    });
    await eventually(() => expect(stuck.rows(channel).size).toBe(10));
    const seen = stuck.lastOf(channel);
    proxy.blackHole();
    let isOver = false;
    for (let turn = 0; turn < 200 && !isOver; turn += 1) {
      await node.change(clinic.orgId, async (tx) => {
        for (const id of ids) await putToy(tx, { id, queue, text: `${turn} ${'x'.repeat(12_000)}` });
      });
      isOver = connectionsOf(person.sessionId) === 1;
    }
    expect(isOver).toBe(true);
    await eventually(() => expect(reading.lastOf(channel)).toBeGreaterThan(seen + 100));
    expect(reading.faults).toEqual([]);
    const back = await node.screen(person);
    const reply = await back.subscribe({ channel, since: seen });
    expect(reply).toMatchObject({ ok: true, mode: 'replay' });
    expect(back.rows(channel).size).toBe(10);
    stuck.close();
  }, 30_000);

  const connectionsOf = (sessionId: string) =>
    node.app
      .get(Rooms, { strict: false })
      .sockets()
      .filter((socket) => socket.data.principal.sessionId === sessionId).length;
});

import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { channels } from '@caseboard/contracts';
import { eventually, testDatabase } from '@caseboard/testing';
import type { TestDatabase } from '@caseboard/testing';
import { v7 as uuidv7 } from 'uuid';
import { aClinic, liveNode } from '../test/live-node.ts';
import type { LiveNode, SignedIn } from '../test/live-node.ts';
import { Screen } from '../test/screen.ts';
import { layOutToys, putToy } from '../test/toy.module.ts';

describe('a connection to /live', () => {
  let database: TestDatabase;
  let node: LiveNode;
  let person: SignedIn;
  beforeAll(async () => {
    database = await testDatabase();
    await layOutToys(database);
    node = await liveNode(database.url);
    person = await (await aClinic(node.uow)).signIn(['lead']);
  });
  afterAll(async () => {
    await node.stop();
    await database.drop();
  });

  /** The status line that an upgrade request is answered with. */
  async function upgrade(headers: Record<string, string>): Promise<string> {
    const socket = connect(node.port, '127.0.0.1');
    const asked = {
      Host: `127.0.0.1:${node.port}`,
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
      ...headers,
    };
    const lines = Object.entries(asked).map(([name, value]) => `${name}: ${value}`);
    socket.write(['GET /live/?EIO=4&transport=websocket HTTP/1.1', ...lines, '', ''].join('\r\n'));
    const [data] = await once(socket, 'data');
    socket.destroy();
    return String(data).split('\r\n')[0] ?? '';
  }

  it('is refused to every page but our own, whatever cookie comes along', async () => {
    const { port } = node;
    const foreign = [
      'https://evil.example',
      'null',
      `http://127.0.0.1:${port + 1}`,
      `https://127.0.0.1:${port}`,
      `http://127.0.0.1.evil.example:${port}`,
      `http://evil.127.0.0.1:${port}`,
      `http://127.0.0.1:${port}/`,
      `HTTP://127.0.0.1:${port}`,
      '',
    ];
    for (const Origin of foreign)
      expect({ Origin, answer: await upgrade({ Origin, Cookie: person.cookie }) }).toEqual({
        Origin,
        answer: 'HTTP/1.1 400 Bad Request',
      });
    expect(await upgrade({ Cookie: person.cookie })).toBe('HTTP/1.1 400 Bad Request');
    expect(await upgrade({ Origin: `http://127.0.0.1:${port}`, Cookie: person.cookie })).toBe(
      'HTTP/1.1 101 Switching Protocols',
    );
  });

  it('is a websocket or nothing', async () => {
    const answer = await fetch(`http://127.0.0.1:${node.port}/live/?EIO=4&transport=polling`, {
      headers: { Origin: `http://127.0.0.1:${node.port}` },
    });
    expect(answer.status).toBe(400);
  });

  it('needs a session that is good now', async () => {
    for (const cookie of ['', 'caseboard=nothing', `caseboard=${'x'.repeat(43)}`]) {
      const screen = new Screen(node.port, { Cookie: cookie });
      await expect(screen.connected()).rejects.toThrow('access/no-session');
      screen.close();
    }
  });

  it('is closed within five seconds when it never says who it is', async () => {
    const socket = connect(node.port, '127.0.0.1');
    const began = performance.now();
    const head = `GET /live/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:${node.port}\r\nOrigin: http://127.0.0.1:${node.port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`;
    socket.write(head);
    socket.resume();
    await once(socket, 'close');
    expect(performance.now() - began).toBeLessThan(5500);
  }, 10_000);

  it('joins no room by connecting', async () => {
    const screen = await node.screen(person);
    await node.change(person.orgId, (tx) => putToy(tx, { queue: uuidv7() }));
    await sleep(150);
    expect(screen.frames).toEqual([]);
  });

  it('answers bad payloads with a code and goes on', async () => {
    const screen = await node.screen(person);
    const bad = [
      null,
      undefined,
      17,
      'queue:1',
      [],
      {},
      { channel: 5 },
      { channel: 'Queue:1' },
      { channel: 'queue:1', since: -1 },
      { channel: 'queue:1', since: 'x' },
      { channel: 'queue:1', extra: true },
      { channel: 'a:'.repeat(300) },
    ];
    for (const payload of bad) {
      for (const event of ['subscribe', 'unsubscribe', 'presence']) {
        const reply = await screen.ask(event, payload);
        expect({ event, payload, ...reply }).toMatchObject({
          ok: false,
          code: expect.stringMatching(/^(request\/invalid|live\/unknown-channel)$/) as string,
        });
        await sleep(25);
      }
    }
    screen.socket.emit('subscribe');
    screen.socket.emit('nothing-we-know', { deep: [[[[]]]] });
    expect(await screen.subscribe({ channel: channels.queue(uuidv7()) })).toMatchObject({ ok: true });
  });

  it('is cut when it says more than fifty things a second', async () => {
    const screen = await node.screen(person);
    for (let word = 0; word < 120; word += 1) screen.socket.emit('unsubscribe', { channel: channels.queue(uuidv7()) });
    await eventually(() => expect(screen.socket.connected).toBe(false));
    expect(screen.heard.bye).toEqual([{ code: 'live/too-fast' }]);
  });

  it('is closed by a frame that is too large', async () => {
    const screen = await node.screen(person);
    screen.socket.emit('presence', { channel: 'x'.repeat(70_000) });
    await eventually(() => expect(screen.socket.connected).toBe(false));
  });
});

import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually, TcpProxy } from './index.ts';

describe('the fault proxy', () => {
  let echo: Server;
  let proxy: TcpProxy;
  let client: Socket;

  beforeEach(async () => {
    echo = createServer((socket) => socket.on('error', () => undefined).pipe(socket)).listen(0, '127.0.0.1');
    await once(echo, 'listening');
    proxy = await TcpProxy.to((echo.address() as AddressInfo).port);
    client = connect(proxy.port, '127.0.0.1');
    await once(client, 'connect');
    client.on('error', () => undefined);
    await eventually(() => expect(proxy.connections).toBe(1));
  });
  afterEach(async () => {
    client.destroy();
    await proxy.close();
    echo.close();
  });

  it('passes bytes both ways and in order', async () => {
    client.write('one,');
    client.write('two');
    await expect(received(client, 7)).resolves.toBe('one,two');
  });

  it('cuts open connections and lets new ones through', async () => {
    const ended = once(client, 'error');
    proxy.cut();
    expect((await ended)[0]).toMatchObject({ code: 'ECONNRESET' });
    client = connect(proxy.port, '127.0.0.1');
    client.write('back');
    await expect(received(client, 4)).resolves.toBe('back');
  });

  it('refuses until healed', async () => {
    proxy.refuse();
    const refused = connect(proxy.port, '127.0.0.1');
    const [error] = (await once(refused, 'error')) as Error[];
    expect(error).toMatchObject({ code: 'ECONNRESET' });
    await eventually(() => expect(proxy.connections).toBe(0));

    proxy.heal();
    client = connect(proxy.port, '127.0.0.1');
    client.write('back');
    await expect(received(client, 4)).resolves.toBe('back');
  });

  it('holds everything back in a black hole and delivers it when healed', async () => {
    proxy.blackHole();
    let arrived = '';
    client.on('data', (piece) => (arrived += String(piece)));
    client.write('late');
    await sleep(100);
    expect(arrived).toBe('');
    proxy.heal();
    await eventually(() => expect(arrived).toBe('late'));
  });

  it('delays each direction', async () => {
    proxy.delay(60);
    const sent = performance.now();
    client.write('slow');
    await received(client, 4);
    expect(performance.now() - sent).toBeGreaterThanOrEqual(115);
  });
});

async function received(socket: Socket, length: number): Promise<string> {
  let text = '';
  while (text.length < length) text += String((await once(socket, 'data'))[0]);
  return text;
}

import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

interface Pair {
  readonly client: Socket;
  readonly target: Socket;
}

/**
 * A network that can be broken on purpose: listens on a free port of 127.0.0.1 and passes everything to
 * `host:port` until told otherwise. Works on any platform and needs no rights, unlike `tc` and firewalls.
 */
export class TcpProxy {
  private readonly server: Server;
  private readonly pairs = new Set<Pair>();
  private isRefusing = false;
  private isHole = false;
  private delayMs = 0;

  private constructor(host: string, port: number) {
    this.server = createServer((client) => this.accept(client, connect({ host, port, noDelay: true })));
  }

  /** Starts a proxy in front of `port` (and `host`, by default 127.0.0.1). */
  static async to(port: number, host = '127.0.0.1'): Promise<TcpProxy> {
    const proxy = new TcpProxy(host, port);
    proxy.server.listen(0, '127.0.0.1');
    await once(proxy.server, 'listening');
    return proxy;
  }

  /** Where clients connect to. */
  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Connections open right now. */
  get connections(): number {
    return this.pairs.size;
  }

  /** The same URL, led through this proxy. */
  through(url: string): string {
    const changed = new URL(url);
    changed.hostname = '127.0.0.1';
    changed.port = String(this.port);
    return changed.href;
  }

  /** Resets every open connection on both sides; new ones are let through. */
  cut(): void {
    for (const { client, target } of this.pairs) {
      client.resetAndDestroy();
      target.resetAndDestroy();
    }
  }

  /** Resets every open connection and every new one until `heal`. */
  refuse(): void {
    this.isRefusing = true;
    this.cut();
  }

  /** Connections stay open and nothing arrives on either side until `heal`: a cable pulled out. */
  blackHole(): void {
    this.isHole = true;
    for (const { client, target } of this.pairs) [client, target].forEach((socket) => socket.pause());
  }

  /** Delays every piece in each direction by `milliseconds`, keeping the order. */
  delay(milliseconds: number): void {
    this.delayMs = milliseconds;
  }

  /** Ends refusal, hole and delay; what a hole held back flows on. */
  heal(): void {
    this.isRefusing = false;
    this.isHole = false;
    this.delayMs = 0;
    for (const { client, target } of this.pairs) [client, target].forEach((socket) => socket.resume());
  }

  /** Ends the proxy and its connections. */
  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.cut();
    await closed;
  }

  private accept(client: Socket, target: Socket): void {
    if (this.isRefusing) {
      target.destroy();
      client.on('error', () => undefined).resetAndDestroy();
      return;
    }
    const pair = { client, target };
    this.pairs.add(pair);
    this.pass(pair, client, target);
    this.pass(pair, target, client);
    if (this.isHole) [client, target].forEach((socket) => socket.pause());
  }

  private pass(pair: Pair, from: Socket, to: Socket): void {
    let queue: Promise<void> = Promise.resolve();
    const inOrder = (step: () => void): void => {
      const wait = this.delayMs;
      if (wait > 0) queue = queue.then(() => new Promise((resolve) => setTimeout(resolve, wait)));
      queue = queue.then(step);
    };
    from.setNoDelay(true);
    from.on('data', (piece) => inOrder(() => to.writable && to.write(piece)));
    from.on('end', () => inOrder(() => to.end()));
    from.on('error', () => to.destroy());
    from.on('close', () => this.pairs.delete(pair));
  }
}

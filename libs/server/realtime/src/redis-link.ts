import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, LOG } from '@caseboard/server/kernel';
import type { Config, Log } from '@caseboard/server/kernel';
import { createAdapter } from '@socket.io/redis-streams-adapter';
import { createClient } from 'redis';
import type { ServerOptions } from 'socket.io';

export type RedisClient = ReturnType<typeof createClient>;

const LONGEST_PAUSE_MS = 1000;
const MOST_WAITING = 1000;

/**
 * Connections to Redis, which only carries hints and presence between nodes: while it is away they
 * reconnect, nothing throws, and every change still arrives by the poll.
 */
@Injectable()
export class RedisLink {
  private readonly url: string | undefined;
  private readonly log: Log;
  private readonly clients: RedisClient[] = [];
  private isAway = false;

  constructor(@Inject(CONFIG) config: Config, @Inject(LOG) log: Log) {
    this.url = config.redisUrl;
    this.log = log;
  }

  get isOn(): boolean {
    return this.url !== undefined;
  }

  /** A client that connects by itself and again after every loss; with `failsFast` its commands fail at once while away. */
  client({ failsFast }: { failsFast: boolean }): RedisClient {
    const client = this.create(failsFast);
    client.connect().catch(() => undefined);
    return client;
  }

  /** Connects the Socket.IO servers of all nodes; without Redis each is alone. */
  adapterOption(): Pick<ServerOptions, 'adapter'> | Record<string, never> {
    if (!this.isOn) return {};
    const client = this.forgiving();
    void client.connect();
    return {
      adapter: createAdapter(client, { streamName: 'caseboard:live', channelPrefix: 'caseboard', blockTimeInMs: 1000 }),
    };
  }

  /** Call it after the Socket.IO server closed: its adapter reads on until then. */
  close(): void {
    for (const client of this.clients) if (client.isOpen) client.destroy();
  }

  private create(failsFast: boolean): RedisClient {
    const client: RedisClient = createClient({
      url: this.url ?? '',
      disableOfflineQueue: failsFast,
      commandsQueueMaxLength: MOST_WAITING,
      socket: { connectTimeout: 2000, reconnectStrategy: (retries) => Math.min(50 * (retries + 1), LONGEST_PAUSE_MS) },
    });
    client.on('error', (error) => this.noteLoss(error));
    client.on('ready', () => this.noteReturn());
    this.clients.push(client);
    return client;
  }

  /**
   * The adapter leaves refusals of these commands unhandled, which would end the process. It publishes only
   * presence, which is said again in ten seconds.
   */
  private forgiving(): RedisClient {
    const client = this.create(false);
    const { publish, subscribe, connect, disconnect } = client;
    return Object.assign(client, {
      publish: async (...said: Parameters<typeof publish>) =>
        client.isReady ? publish.apply(client, said).catch(() => 0) : 0,
      subscribe: async (...asked: Parameters<typeof subscribe>) =>
        subscribe.apply(client, asked).catch(() => undefined),
      connect: async () => connect.apply(client).catch(() => client),
      disconnect: async () => disconnect.apply(client).catch(() => undefined),
      duplicate: () => this.forgiving(),
    });
  }

  private noteLoss(error: unknown): void {
    if (!this.isAway)
      this.log.warn({ code: (error as { code?: string }).code }, 'Redis is away: other nodes are heard of later');
    this.isAway = true;
  }

  private noteReturn(): void {
    if (this.isAway) this.log.info('Redis is back');
    this.isAway = false;
  }
}

import { Client } from 'pg';
import { Clock } from '../clock/clock.ts';
import type { Log } from '../logging/logger.ts';
import { chain, organisationsToChain } from './chainer.ts';
import { currentCheckpoints, writeCheckpoints } from './checkpoint.ts';

const EVERY_MS = 500;
const CHECKPOINT_EVERY_MS = 60_000;

/** Opens a connection that is the chainer and nothing else: the owner may become it, the runtime role may not. */
export async function chainerClient(ownerUrl: string): Promise<Client> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'caseboard audit' });
  client.on('error', () => undefined);
  await client.connect();
  await client.query('SET ROLE caseboard_chainer');
  return client;
}

/** Keeps the audit chain at most about a second behind; reconnects by itself. */
export class ChainerLoop {
  private readonly options: { ownerUrl: string; folder: string; key: Buffer; clock: Clock; log: Log };
  private timer: NodeJS.Timeout | undefined;
  private client: Client | undefined;
  private lastCheckpoint = 0;
  private running: Promise<void> = Promise.resolve();

  constructor(options: { ownerUrl: string; folder: string; key: Buffer; clock: Clock; log: Log }) {
    this.options = options;
  }

  start(): void {
    this.timer = setTimeout(() => {
      this.running = this.turn().finally(() => this.timer && this.start());
    }, EVERY_MS);
  }

  async stop(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.running;
    await this.client?.end();
  }

  private async turn(): Promise<void> {
    try {
      this.client ??= await chainerClient(this.options.ownerUrl);
      for (const orgId of await organisationsToChain(this.client)) await chain(this.client, orgId);
      await this.checkpointWhenDue(this.client);
    } catch (error) {
      this.options.log.warn({ type: (error as Error).name }, 'the audit chainer will try again');
      await this.client?.end().catch(() => undefined);
      this.client = undefined;
    }
  }

  private async checkpointWhenDue(client: Client): Promise<void> {
    const now = this.options.clock.now();
    if (now.getTime() - this.lastCheckpoint < CHECKPOINT_EVERY_MS) return;
    this.lastCheckpoint = now.getTime();
    await writeCheckpoints(this.options.folder, this.options.key, await currentCheckpoints(client, now));
  }
}

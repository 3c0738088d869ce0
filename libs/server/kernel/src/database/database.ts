import { DataSource } from 'typeorm';
import type { QueryRunner } from 'typeorm';

/** The runtime role's connections. Everything goes through the unit of work; nobody else takes a runner. */
export class Database {
  private readonly source: DataSource;

  private constructor(source: DataSource) {
    this.source = source;
  }

  static async connect(url: string, options: { poolSize: number; name: string }): Promise<Database> {
    const source = new DataSource({
      type: 'postgres',
      url,
      poolSize: options.poolSize,
      applicationName: options.name,
      connectTimeoutMS: 5000,
      logging: false,
      extra: { statement_timeout: 30_000, idle_in_transaction_session_timeout: 60_000 },
    });
    return new Database(await source.initialize());
  }

  /** Lends one connection for the length of `use`; a connection that broke is not lent again. */
  async withRunner<R>(use: (runner: QueryRunner) => Promise<R>): Promise<R> {
    const runner = this.source.createQueryRunner();
    await runner.connect();
    try {
      return await use(runner);
    } finally {
      await runner.release();
    }
  }

  async close(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }
}

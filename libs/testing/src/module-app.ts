import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import {
  Clock,
  createLog,
  Database,
  KernelModule,
  ReactionRunner,
  readConfig,
  SESSION_SOURCE,
  UnitOfWork,
} from '@caseboard/server/kernel';
import type { Jobs, Principal } from '@caseboard/server/kernel';
import { runSql } from './run-sql.ts';
import { testDatabase } from './test-database.ts';
import type { TestDatabase } from './test-database.ts';

/** Modules with the kernel under them, listening to nobody, on a database and in a folder of their own. */
export interface ModuleApp {
  readonly app: NestExpressApplication;
  readonly uow: UnitOfWork;
  readonly database: TestDatabase;
  /** Who is signed in, by session token: the value of the cookie `caseboard`. */
  readonly people: Map<string, Principal>;
  /** Lets every reaction happen that is due. */
  react(orgId: string): Promise<void>;
  /** Rows of all organisations. */
  sql<Row = Record<string, unknown>>(statement: string): Promise<Row[]>;
  close(): Promise<void>;
}

/** Starts modules for the stories of `name`; a story about days gives its own clock. */
export async function moduleApp(name: string, modules: Type[], clock = new Clock()): Promise<ModuleApp> {
  const database = await testDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), `caseboard-${name}-`));
  const connection = await Database.connect(database.url, { poolSize: 20, name: `${name}-test` });
  const people = new Map<string, Principal>();
  const app = await started(modules, { dataDir, connection, people, clock });
  return {
    app,
    uow: app.get(UnitOfWork),
    database,
    people,
    react: async (orgId) => {
      while (await app.get(ReactionRunner).run(orgId));
    },
    sql: async (statement) => (await runSql(database.backupUrl, statement)) as never,
    close: async () => {
      await app.close();
      await connection.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

interface Ground {
  dataDir: string;
  connection: Database;
  people: Map<string, Principal>;
  clock: Clock;
}

async function started(modules: Type[], { dataDir, connection, people, clock }: Ground) {
  const kernel = KernelModule.forRoot({
    config: readConfig({ DATA_DIR: dataDir }),
    log: createLog('silent'),
    database: connection,
    jobs: { send: async () => undefined } as unknown as Jobs,
    fileKey: Buffer.alloc(32),
    clock,
  });
  const testing = await Test.createTestingModule({ imports: [kernel, ...modules] })
    .overrideProvider(SESSION_SOURCE)
    .useValue({ principalOf: async (token: string) => people.get(token) })
    .compile();
  return testing
    .createNestApplication<NestExpressApplication>({ logger: false })
    .init() as Promise<NestExpressApplication>;
}

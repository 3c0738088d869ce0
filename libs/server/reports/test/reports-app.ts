import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import type { Role } from '@caseboard/contracts';
import { IdentityModule } from '@caseboard/server/identity';
import {
  Clock,
  CodeWords,
  createLog,
  Database,
  KernelModule,
  readConfig,
  SESSION_SOURCE,
  UnitOfWork,
} from '@caseboard/server/kernel';
import type { Jobs, Principal } from '@caseboard/server/kernel';
import { anOrganisation, fixedClock, runSql, testDatabase } from '@caseboard/testing';
import type { TestOrganisation } from '@caseboard/testing';
import supertest from 'supertest';
import { ReportsModule } from '../src/reports.module.ts';
import { BooksWriter } from './books-writer.ts';

/** Four in the afternoon of 24 November 2026 in Chicago, where the test organisations are. */
export const NOW = '2026-11-24T22:00:00.000Z';

/** Somebody who asks for reports. */
export interface Reader {
  principal: Principal;
  get<Body>(path: string): Promise<{ status: number; body: Body }>;
  file(path: string): Promise<{ status: number; text: string }>;
}

export type ReportsApp = Awaited<ReturnType<typeof reportsApp>>;

/** Reports on a database of their own, the clock held at `NOW`; rows are written straight into the modules' tables. */
export async function reportsApp() {
  const database = await testDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'caseboard-reports-'));
  const connection = await Database.connect(database.url, { poolSize: 8, name: 'reports-test' });
  const people = new Map<string, Principal>();
  const clock = fixedClock(NOW);
  const app = await nestApp(dataDir, connection, people, clock);
  const uow = app.get(UnitOfWork);
  app.get(CodeWords).register('carc', (code) => `words of ${code}`);
  return {
    clock,
    organisation: (key: string): Promise<TestOrganisation> => anOrganisation(uow, key),
    books: (where: TestOrganisation) => new BooksWriter(uow, where.orgId),
    reader: async (where: TestOrganisation, roles: Role[], facilityIds: string[] = []): Promise<Reader> => {
      const principal = await where.person(roles.join(' '), roles, facilityIds);
      people.set(principal.userId, principal);
      const ask = (path: string) =>
        supertest(app.getHttpServer()).get(`/api/v1${path}`).set('Cookie', `caseboard=${principal.userId}`);
      return {
        principal,
        get: async <Body>(path: string) => {
          const { status, body } = await ask(path);
          return { status, body: body as Body };
        },
        file: async (path) => {
          const { status, text } = await ask(path);
          return { status, text: text ?? '' };
        },
      };
    },
    sql: async <Row = Record<string, unknown>>(statement: string) =>
      (await runSql(database.backupUrl, statement)) as Row[],
    close: async () => {
      await app.close();
      await connection.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function nestApp(dataDir: string, database: Database, people: Map<string, Principal>, clock: Clock) {
  const kernel = KernelModule.forRoot({
    config: readConfig({ DATA_DIR: dataDir }),
    log: createLog('silent'),
    database,
    jobs: { send: async () => undefined } as unknown as Jobs,
    fileKey: Buffer.alloc(32),
    clock,
  });
  const testing = await Test.createTestingModule({ imports: [kernel, IdentityModule, ReportsModule] })
    .overrideProvider(SESSION_SOURCE)
    .useValue({ principalOf: async (token: string) => people.get(token) })
    .compile();
  return testing
    .createNestApplication<NestExpressApplication>({ logger: false })
    .init() as Promise<NestExpressApplication>;
}

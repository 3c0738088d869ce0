import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import type { ImportJob, Role } from '@caseboard/contracts';
import { createLog, Database, KernelModule, readConfig, SESSION_SOURCE, UnitOfWork } from '@caseboard/server/kernel';
import type { Jobs, Principal, Tx } from '@caseboard/server/kernel';
import { anOrganisation, runSql, testDatabase } from '@caseboard/testing';
import type { TestDatabase, TestOrganisation } from '@caseboard/testing';
import supertest from 'supertest';
import { ImportKinds } from '../src/import-kinds.service.ts';
import { ImportRunner } from '../src/import-runner.service.ts';
import { IMPORT_TIMINGS } from '../src/import-timings.ts';
import type { ImportTimings } from '../src/import-timings.ts';
import { Imports } from '../src/imports.service.ts';
import { Patients } from '../src/patients.service.ts';
import { RecordsModule } from '../src/records.module.ts';
import { LineImports } from './line-imports.ts';

/** The module on a database of its own, behind the kernel's real guard, interceptor and filter. */
export interface RecordsApp {
  database: TestDatabase;
  uow: UnitOfWork;
  get: NestExpressApplication['get'];
  lakeside: TestOrganisation;
  harbor: TestOrganisation;
  lines: LineImports;
  /** Those of this app, to change. */
  timings: ImportTimings;
  imports: Imports;
  /** A person of Lakeside (or `where`) with a session: asks over HTTP. */
  person(roles: Role[], where?: TestOrganisation, facilityIds?: string[]): Promise<{ principal: Principal; ask: Ask }>;
  /** Takes text or bytes in as an import of Lakeside; its id. */
  bring(content: string | Uint8Array, name?: string): Promise<string>;
  /** Does the import as a worker would. */
  work(id: string, stop?: AbortSignal): Promise<void>;
  job(id: string): Promise<ImportJob>;
  /** Does something in a transaction of Lakeside. */
  act<R>(work: (tx: Tx) => Promise<R>): Promise<R>;
  /** Audit entries of an act at Lakeside. */
  auditOf(action: string): Promise<unknown[]>;
  /** Ids of jobs queued so far. */
  queued: string[];
  close(): Promise<void>;
}

type Method = 'get' | 'post' | 'patch' | 'put' | 'delete';
type Ask = (method: Method, path: string, headers?: Record<string, string>) => supertest.Test;

export const SHORT = { leaseMs: 400, progressMs: 10 };
const LIMIT_MB = 1;

/** Starts the module with two organisations, a format of its own and short leases. */
export async function recordsApp(): Promise<RecordsApp> {
  const database = await testDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'caseboard-records-'));
  const connection = await Database.connect(database.url, { poolSize: 12, name: 'records-test' });
  const people = new Map<string, Principal>();
  const queued: string[] = [];
  const app = await nestApp(dataDir, connection, people, queued);
  const uow = app.get(UnitOfWork);
  const lines = new LineImports(uow, app.get(Patients));
  app.get(ImportKinds).register(lines);
  const imports = app.get(Imports);
  const lakeside = await anOrganisation(uow, 'lakeside');
  const { orgId } = lakeside;
  return {
    database,
    uow,
    lakeside,
    lines,
    imports,
    queued,
    get: app.get.bind(app),
    timings: app.get<ImportTimings>(IMPORT_TIMINGS),
    harbor: await anOrganisation(uow, 'harbor'),
    person: async (roles, where = lakeside, facilityIds = []) => {
      const principal = await where.person(roles.join('-'), roles, facilityIds);
      people.set(principal.userId, principal);
      return { principal, ask: asks(app, principal.userId) };
    },
    bring: (content, name = 'lines.txt') =>
      imports.importFile(orgId, 'rule:test', name, once(Buffer.from(content as string))),
    work: (id, stop = new AbortController().signal) => app.get(ImportRunner).run({ orgId, id }, stop),
    act: (work) => uow.actAs(orgId, 'rule:test', { action: 'test.act', kind: 'test' }, work),
    auditOf: (action) =>
      runSql(database.ownerUrl, `SELECT * FROM audit.entry WHERE org_id = '${orgId}' AND action = '${action}'`),
    job: (id) => imports.waitFor(orgId, id, AbortSignal.timeout(5000)),
    close: async () => {
      await app.close();
      await connection.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function nestApp(dataDir: string, database: Database, people: Map<string, Principal>, queued: string[]) {
  const kernel = KernelModule.forRoot({
    config: readConfig({ DATA_DIR: dataDir, MAX_UPLOAD_MB: String(LIMIT_MB) }),
    log: createLog('silent'),
    database,
    jobs: { send: async (_: string, payload: { id: string }) => void queued.push(payload.id) } as unknown as Jobs,
    fileKey: Buffer.alloc(32),
  });
  const sessions = { principalOf: async (token: string) => people.get(token) };
  @Global()
  @Module({ providers: [{ provide: SESSION_SOURCE, useValue: sessions }], exports: [SESSION_SOURCE] })
  class Sessions {}
  const testing = await Test.createTestingModule({ imports: [kernel, Sessions, RecordsModule] })
    .overrideProvider(IMPORT_TIMINGS)
    .useValue({ ...SHORT })
    .compile();
  return testing
    .createNestApplication<NestExpressApplication>({ logger: false })
    .init() as Promise<NestExpressApplication>;
}

function asks(app: NestExpressApplication, token: string): Ask {
  let keys = 0;
  return (method, path, headers = {}) => {
    keys += 1;
    return supertest(app.getHttpServer())
      [method](`/api/v1${path}`)
      .set({ Cookie: `caseboard=${token}`, 'Idempotency-Key': `${token}-${keys}`, ...headers });
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  if (bytes.byteLength > 0) yield bytes;
}

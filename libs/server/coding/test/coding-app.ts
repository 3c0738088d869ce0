import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import type { Role } from '@caseboard/contracts';
import { IdentityModule } from '@caseboard/server/identity';
import {
  createLog,
  Database,
  KernelModule,
  ReactionRunner,
  readConfig,
  SESSION_SOURCE,
  UnitOfWork,
} from '@caseboard/server/kernel';
import type { Jobs, Principal } from '@caseboard/server/kernel';
import { ensureQueues } from '@caseboard/server/worklist';
import { anOrganisation, runSql, testDatabase } from '@caseboard/testing';
import type { TestOrganisation } from '@caseboard/testing';
import supertest from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { CodeSets } from '../src/code-sets.service.ts';
import { CodingModule } from '../src/coding.module.ts';

const PREPARE = { action: 'test.prepare', kind: 'organisation' };

/** A person at the API. Changes carry the version they saw, posts a fresh idempotency key. */
export interface Person {
  readonly principal: Principal;
  get<Body>(path: string): Promise<{ status: number; body: Body }>;
  put(path: string, version: number, body: object): Promise<supertest.Response>;
  post(path: string, body?: object, version?: number): Promise<supertest.Response>;
  delete(path: string): Promise<supertest.Response>;
}

export type CodingApp = Awaited<ReturnType<typeof codingApp>>;

/** Coding with all it stands on, on a database of its own. */
export async function codingApp() {
  const database = await testDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'caseboard-coding-'));
  const connection = await Database.connect(database.url, { poolSize: 20, name: 'coding-test' });
  const people = new Map<string, Principal>();
  const app = await nestApp(dataDir, connection, people);
  const uow = app.get(UnitOfWork);
  return {
    uow,
    get: app.get.bind(app),
    react: async (orgId: string) => {
      while (await app.get(ReactionRunner).run(orgId));
    },
    organisation: async (key: string): Promise<TestOrganisation> => {
      const made = await anOrganisation(uow, key);
      await uow.actAs(made.orgId, 'rule:test', PREPARE, async (tx) => {
        await ensureQueues(tx);
        await app.get(CodeSets).ensureStarter(tx);
      });
      return made;
    },
    person: async (where: TestOrganisation, roles: Role[], facilityIds: string[] = []): Promise<Person> => {
      const principal = await where.person(roles.join(' '), roles, facilityIds);
      people.set(principal.userId, principal);
      return personAt(app, principal);
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

async function nestApp(dataDir: string, database: Database, people: Map<string, Principal>) {
  const kernel = KernelModule.forRoot({
    config: readConfig({ DATA_DIR: dataDir }),
    log: createLog('silent'),
    database,
    jobs: { send: async () => undefined } as unknown as Jobs,
    fileKey: Buffer.alloc(32),
  });
  const testing = await Test.createTestingModule({ imports: [kernel, IdentityModule, CodingModule] })
    .overrideProvider(SESSION_SOURCE)
    .useValue({ principalOf: async (token: string) => people.get(token) })
    .compile();
  return testing
    .createNestApplication<NestExpressApplication>({ logger: false })
    .init() as Promise<NestExpressApplication>;
}

function personAt(app: NestExpressApplication, principal: Principal): Person {
  const ask = (method: 'get' | 'put' | 'post' | 'delete', path: string) =>
    supertest(app.getHttpServer())[method](`/api/v1${path}`).set('Cookie', `caseboard=${principal.userId}`);
  return {
    principal,
    get: async <Body>(path: string) => {
      const { status, body } = await ask('get', path);
      return { status, body: body as Body };
    },
    put: async (path, version, body) => ask('put', path).set('If-Match', `"v${version}"`).send(body),
    post: async (path, body = {}, version) => {
      const asked = ask('post', path).set('Idempotency-Key', uuidv7());
      return (version === undefined ? asked : asked.set('If-Match', `"v${version}"`)).send(body);
    },
    delete: async (path) => ask('delete', path),
  };
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import type { ImportJob, Page, PatientAccount, PatientAccountSummary, Role } from '@caseboard/contracts';
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
import { ImportRunner, Imports } from '@caseboard/server/records';
import { ensureQueues } from '@caseboard/server/worklist';
import { anOrganisation, runSql, testDatabase } from '@caseboard/testing';
import type { TestOrganisation } from '@caseboard/testing';
import supertest from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { PatientAccountsModule } from '../src/patient-accounts.module.ts';

const PREPARE = { action: 'test.prepare', kind: 'organisation' };

/** A person at the API. */
export interface Person {
  readonly principal: Principal;
  get<Body>(path: string): Promise<{ status: number; body: Body; headers: Record<string, string>; text: string }>;
  bytes(path: string): Promise<Buffer>;
  post(path: string, body?: object): Promise<supertest.Response>;
  /** Every account the person sees. */
  accounts(): Promise<PatientAccountSummary[]>;
  /** The only account the person sees, opened. */
  theAccount(): Promise<PatientAccount>;
}

export type AccountsApp = Awaited<ReturnType<typeof accountsApp>>;

/** Accounts with all they stand on; files come in by the real import. */
export async function accountsApp() {
  const database = await testDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'caseboard-accounts-'));
  const connection = await Database.connect(database.url, { poolSize: 20, name: 'accounts-test' });
  const people = new Map<string, Principal>();
  const app = await nestApp(dataDir, connection, people);
  const uow = app.get(UnitOfWork);
  const react = async (orgId: string) => {
    while (await app.get(ReactionRunner).run(orgId));
  };
  const imports = app.get(Imports);
  return {
    uow,
    react,
    get: app.get.bind(app),
    organisation: async (key: string): Promise<TestOrganisation> => {
      const made = await anOrganisation(uow, key);
      await uow.actAs(made.orgId, 'rule:test', PREPARE, ensureQueues);
      return made;
    },
    person: async (where: TestOrganisation, roles: Role[], facilityIds: string[] = []): Promise<Person> => {
      const principal = await where.person(roles.join(' '), roles, facilityIds);
      people.set(principal.userId, principal);
      return personAt(app, principal);
    },
    /** Imports a file and lets everything happen that follows from it. */
    bring: async (where: TestOrganisation, content: string): Promise<ImportJob> => {
      const id = await imports.importFile(where.orgId, 'rule:test', 'file.edi', once(Buffer.from(content)));
      await app.get(ImportRunner).run({ orgId: where.orgId, id }, new AbortController().signal);
      await react(where.orgId);
      return imports.waitFor(where.orgId, id, AbortSignal.timeout(10_000));
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
  const imports = [kernel, IdentityModule, PatientAccountsModule];
  const testing = await Test.createTestingModule({ imports })
    .overrideProvider(SESSION_SOURCE)
    .useValue({ principalOf: async (token: string) => people.get(token) })
    .compile();
  return testing
    .createNestApplication<NestExpressApplication>({ logger: false })
    .init() as Promise<NestExpressApplication>;
}

function personAt(app: NestExpressApplication, principal: Principal): Person {
  const ask = (method: 'get' | 'post', path: string) =>
    supertest(app.getHttpServer())[method](`/api/v1${path}`).set('Cookie', `caseboard=${principal.userId}`);
  const get = async <Body>(path: string) => {
    const { status, body, headers, text } = await ask('get', path);
    return { status, body: body as Body, headers: headers as Record<string, string>, text };
  };
  const accounts = async () => (await get<Page<PatientAccountSummary>>('/patient-accounts?limit=200')).body.items;
  return {
    principal,
    get,
    accounts,
    bytes: async (path) => (await ask('get', path).responseType('blob')).body as Buffer,
    post: async (path, body = {}) => ask('post', path).set('Idempotency-Key', uuidv7()).send(body),
    theAccount: async () => (await get<PatientAccount>(`/patient-accounts/${(await accounts())[0]?.id}`)).body,
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

import type { NestExpressApplication } from '@nestjs/platform-express';
import type { ImportJob, Page, PatientAccount, PatientAccountSummary, Role } from '@caseboard/contracts';
import { IdentityModule } from '@caseboard/server/identity';
import type { Principal } from '@caseboard/server/kernel';
import { ImportRunner, Imports } from '@caseboard/server/records';
import { ensureQueues } from '@caseboard/server/worklist';
import { anOrganisation, moduleApp } from '@caseboard/testing';
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
  const { app, uow, people, react, sql, close } = await moduleApp('accounts', [IdentityModule, PatientAccountsModule]);
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
    sql,
    close,
  };
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

import type { NestExpressApplication } from '@nestjs/platform-express';
import type { DenialCase, ImportJob, Page, Role } from '@caseboard/contracts';
import { IdentityModule } from '@caseboard/server/identity';
import type { Principal } from '@caseboard/server/kernel';
import { ImportRunner, Imports } from '@caseboard/server/records';
import { ensureQueues } from '@caseboard/server/worklist';
import { anOrganisation, moduleApp } from '@caseboard/testing';
import type { TestOrganisation } from '@caseboard/testing';
import supertest from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { DenialsModule } from '../src/denials.module.ts';

const PREPARE = { action: 'test.prepare', kind: 'organisation' };

/** A person at the API. */
export interface Person {
  readonly principal: Principal;
  get<Body>(path: string): Promise<{ status: number; body: Body }>;
  put(path: string, version: number, body: object): Promise<supertest.Response>;
  post(path: string): Promise<supertest.Response>;
  delete(path: string, version: number): Promise<supertest.Response>;
  /** A file as it is downloaded. */
  file(path: string): Promise<{ status: number; text: string; headers: Record<string, string> }>;
  /** Every case of every stage the person sees, by control or claim number. */
  cases(): Promise<Map<string, DenialCase>>;
}

export type DenialsApp = Awaited<ReturnType<typeof denialsApp>>;

/** Denials with all they stand on, on a database of their own; files come in by the real import. */
export async function denialsApp() {
  const { app, uow, people, react, sql, close } = await moduleApp('denials', [IdentityModule, DenialsModule]);
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
  const ask = (method: 'get' | 'put' | 'post' | 'delete', path: string) =>
    supertest(app.getHttpServer())[method](`/api/v1${path}`).set('Cookie', `caseboard=${principal.userId}`);
  const get = async <Body>(path: string) => {
    const { status, body } = await ask('get', path);
    return { status, body: body as Body };
  };
  return {
    principal,
    get,
    file: async (path) => {
      const { status, text, headers } = await ask('get', path);
      return { status, text: text ?? '', headers: headers as Record<string, string> };
    },
    put: async (path, version, body) => ask('put', path).set('If-Match', `"v${version}"`).send(body),
    post: async (path) => ask('post', path).set('Idempotency-Key', uuidv7()),
    delete: async (path, version) => ask('delete', path).set('If-Match', `"v${version}"`),
    cases: async () => {
      const open = await get<Page<DenialCase>>('/denial-cases?limit=200');
      const closed = await get<Page<DenialCase>>('/denial-cases?stage=closed&limit=200');
      return new Map([...open.body.items, ...closed.body.items].map((one) => [one.claimNumber, one]));
    },
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

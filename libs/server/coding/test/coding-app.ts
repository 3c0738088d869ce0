import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Role } from '@caseboard/contracts';
import { IdentityModule } from '@caseboard/server/identity';
import type { Principal } from '@caseboard/server/kernel';
import { ensureQueues } from '@caseboard/server/worklist';
import { anOrganisation, moduleApp } from '@caseboard/testing';
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
  const { app, uow, people, react, sql, close } = await moduleApp('coding', [IdentityModule, CodingModule]);
  return {
    uow,
    get: app.get.bind(app),
    react,
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
    sql,
    close,
  };
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

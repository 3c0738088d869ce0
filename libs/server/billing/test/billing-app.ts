import type { NestExpressApplication } from '@nestjs/platform-express';
import type { ImportJob, Role } from '@caseboard/contracts';
import { IdentityModule } from '@caseboard/server/identity';
import { Clock } from '@caseboard/server/kernel';
import type { UnitOfWork } from '@caseboard/server/kernel';
import { ImportRunner, Imports } from '@caseboard/server/records';
import { ensureQueues } from '@caseboard/server/worklist';
import { anOrganisation, moduleApp } from '@caseboard/testing';
import type { TestDatabase, TestOrganisation } from '@caseboard/testing';
import supertest from 'supertest';
import { BillingModule } from '../src/billing.module.ts';

/** The module with all it stands on, on a database of its own. */
export interface BillingApp {
  database: TestDatabase;
  uow: UnitOfWork;
  get: NestExpressApplication['get'];
  lakeside: TestOrganisation;
  /** Another organisation with its queues. */
  organisation(key: string): Promise<TestOrganisation>;
  /** A person of Lakeside (or `where`) who asks over HTTP. */
  person(roles: Role[], facilityIds?: string[], where?: TestOrganisation): Promise<(path: string) => supertest.Test>;
  /** A person of Lakeside who changes things over HTTP; requests with one key are the same request. */
  commander(roles: Role[]): Promise<(path: string, body: object, key: string) => supertest.Test>;
  /** Imports a file as a worker would, to its end. */
  bring(content: string | Uint8Array, name?: string, where?: TestOrganisation): Promise<ImportJob>;
  /** Takes a file in without working on it; its id. */
  keep(content: string, where?: TestOrganisation): Promise<string>;
  /** Goes on with an import, as a worker would. */
  work(id: string, stop?: AbortSignal, where?: TestOrganisation): Promise<ImportJob>;
  /** Rows of all organisations. */
  sql<Row = Record<string, unknown>>(statement: string): Promise<Row[]>;
  close(): Promise<void>;
}

/** Starts the module with one organisation; a story about days gives its own clock. */
export async function billingApp(clock = new Clock()): Promise<BillingApp> {
  const { app, uow, database, people, sql, close } = await moduleApp('billing', [IdentityModule, BillingModule], clock);
  const organisation = async (key: string) => {
    const made = await anOrganisation(uow, key);
    await uow.actAs(made.orgId, 'rule:test', { action: 'test.prepare', kind: 'organisation' }, ensureQueues);
    return made;
  };
  const lakeside = await organisation('lakeside');
  const imports = app.get(Imports);
  const keep = (content: string | Uint8Array, name: string, where: TestOrganisation) =>
    imports.importFile(where.orgId, 'rule:test', name, once(Buffer.from(content as string)));
  const work = async (id: string, stop = new AbortController().signal, where = lakeside) => {
    await app.get(ImportRunner).run({ orgId: where.orgId, id }, stop);
    return imports.waitFor(where.orgId, id, AbortSignal.timeout(10_000));
  };
  return {
    database,
    uow,
    lakeside,
    organisation,
    work,
    get: app.get.bind(app),
    person: async (roles, facilityIds = [], where = lakeside) => {
      const principal = await where.person(roles.join('-'), roles, facilityIds);
      people.set(principal.userId, principal);
      return (path) =>
        supertest(app.getHttpServer()).get(`/api/v1${path}`).set('Cookie', `caseboard=${principal.userId}`);
    },
    commander: async (roles) => {
      const principal = await lakeside.person(`commanding ${roles.join('-')}`, roles);
      people.set(principal.userId, principal);
      return (path, body, key) =>
        supertest(app.getHttpServer())
          .post(`/api/v1${path}`)
          .set('Cookie', `caseboard=${principal.userId}`)
          .set('Idempotency-Key', key)
          .send(body);
    },
    keep: (content, where = lakeside) => keep(content, 'file.edi', where),
    bring: async (content, name = 'file.edi', where = lakeside) => {
      const id = await keep(content, name, where);
      return work(id, undefined, where);
    },
    sql,
    close,
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  if (bytes.byteLength > 0) yield bytes;
}

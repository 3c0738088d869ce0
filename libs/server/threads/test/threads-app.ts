import type { NestExpressApplication } from '@nestjs/platform-express';
import { permissionsOf } from '@caseboard/contracts';
import type { Role } from '@caseboard/contracts';
import { IdentityModule } from '@caseboard/server/identity';
import { LiveRegistry } from '@caseboard/server/kernel';
import type { Principal } from '@caseboard/server/kernel';
import { anOrganisation, moduleApp } from '@caseboard/testing';
import type { TestOrganisation } from '@caseboard/testing';
import supertest from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { QueryKinds } from '../src/query-kinds.ts';
import { ThreadSubjects } from '../src/thread-subjects.ts';
import { ThreadsModule } from '../src/threads.module.ts';
import { ToyCases } from './toy-cases.ts';

/** A person at the API. */
export interface Person {
  readonly principal: Principal;
  readonly id: string;
  get<Body>(path: string): Promise<{ status: number; body: Body }>;
  post<Body>(path: string, body?: object, key?: string): Promise<{ status: number; body: Body }>;
  put<Body>(path: string, body: object): Promise<{ status: number; body: Body }>;
  upload(name: string, content: Uint8Array | string): Promise<supertest.Response>;
  download(path: string): Promise<supertest.Response>;
}

export type ThreadsApp = Awaited<ReturnType<typeof threadsApp>>;

/** Threads on a database of their own, with cases of a kind that only the stories know. */
export async function threadsApp() {
  const { app, uow, people, react, sql, close } = await moduleApp('threads', [IdentityModule, ThreadsModule]);
  const cases = new ToyCases();
  app.get(ThreadSubjects).register(cases.subject);
  app.get(QueryKinds).register(cases.queries);
  return {
    uow,
    cases,
    get: app.get.bind(app),
    organisation: (key: string): Promise<TestOrganisation> => anOrganisation(uow, key),
    person: async (where: TestOrganisation, roles: Role[], facilityIds: string[] = []): Promise<Person> => {
      const principal = await where.person(`${roles.join(' ')} ${people.size}`, roles, facilityIds);
      people.set(principal.userId, principal);
      return personAt(app, principal);
    },
    /** The same person with other roles. */
    become: ({ principal }: Person, roles: Role[]): Person => {
      const now = { ...principal, roles, permissions: permissionsOf(roles) };
      people.set(now.userId, now);
      return personAt(app, now);
    },
    /** Would this person be let into the channel? */
    admits: (principal: Principal, channel: string) =>
      uow.peek(principal.orgId, (tx) => app.get(LiveRegistry).admits(tx, principal, channel)),
    react,
    sql,
    close,
  };
}

function personAt(app: NestExpressApplication, principal: Principal): Person {
  const ask = (method: 'get' | 'put' | 'post', path: string) =>
    supertest(app.getHttpServer())[method](`/api/v1${path}`).set('Cookie', `caseboard=${principal.userId}`);
  const answer = async <Body>(sent: supertest.Test) => {
    const { status, body } = await sent;
    return { status, body: body as Body };
  };
  return {
    principal,
    id: principal.userId,
    get: (path) => answer(ask('get', path)),
    post: (path, body = {}, key = uuidv7()) => answer(ask('post', path).set('Idempotency-Key', key).send(body)),
    put: (path, body) => answer(ask('put', path).send(body)),
    upload: async (name, content) =>
      ask('post', '/thread-files').set('Idempotency-Key', uuidv7()).attach('file', Buffer.from(content), name),
    download: async (path) => ask('get', path).buffer(true).parse(whole),
  };
}

/** The body of any answer as bytes. */
function whole(response: supertest.Response, done: (error: Error | null, body: Buffer) => void): void {
  const stream = response as unknown as NodeJS.ReadableStream;
  const pieces: Buffer[] = [];
  stream.on('data', (piece: Buffer) => pieces.push(piece));
  stream.on('end', () => done(null, Buffer.concat(pieces)));
}

import type { Role } from '@caseboard/contracts';
import { IdentityModule } from '@caseboard/server/identity';
import { CodeWords } from '@caseboard/server/kernel';
import type { Principal } from '@caseboard/server/kernel';
import { anOrganisation, fixedClock, moduleApp } from '@caseboard/testing';
import type { TestOrganisation } from '@caseboard/testing';
import supertest from 'supertest';
import { ReportsModule } from '../src/reports.module.ts';
import { BooksWriter } from './books-writer.ts';

/** Four in the afternoon of 24 November 2026 in Chicago, where the test organisations are. */
const NOW = '2026-11-24T22:00:00.000Z';

/** Somebody who asks for reports. */
export interface Reader {
  principal: Principal;
  get<Body>(path: string): Promise<{ status: number; body: Body }>;
  file(path: string): Promise<{ status: number; text: string }>;
}

export type ReportsApp = Awaited<ReturnType<typeof reportsApp>>;

/** Reports on a database of their own, the clock held at `NOW`; rows are written straight into the modules' tables. */
export async function reportsApp() {
  const clock = fixedClock(NOW);
  const { app, uow, people, sql, close } = await moduleApp('reports', [IdentityModule, ReportsModule], clock);
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
    sql,
    close,
  };
}

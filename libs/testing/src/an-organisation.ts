import { permissionsOf } from '@caseboard/contracts';
import type { Role } from '@caseboard/contracts';
import { Clock, Database, Hints, UnitOfWork } from '@caseboard/server/kernel';
import type { Caller, Principal } from '@caseboard/server/kernel';
import { v7 as uuidv7 } from 'uuid';

const ACT = { action: 'test.prepare', kind: 'organisation' };

/** An organisation with people of your choosing, on a test database, without a server around it. */
export interface TestOrganisation {
  readonly orgId: string;
  /** A person who signed in; `facilityIds` are the gated facilities they are assigned to. */
  person(name: string, roles: Role[], facilityIds?: string[]): Promise<Principal>;
  facility(name: string, isGated?: boolean): Promise<string>;
}

/** A unit of work on a test database, its clock yours; close it in `afterAll`. */
export async function testUnitOfWork(
  url: string,
  clock: { now(): Date } = new Clock(),
): Promise<{ uow: UnitOfWork; close(): Promise<void> }> {
  const database = await Database.connect(url, { poolSize: 20, name: 'test' });
  const uow = new UnitOfWork(database, clock, new Hints(), { send: async () => undefined });
  return { uow, close: () => database.close() };
}

/** Makes an organisation in the time zone of Chicago with its event stream. */
export async function anOrganisation(uow: UnitOfWork, key: string): Promise<TestOrganisation> {
  const orgId = uuidv7();
  const insert = (sql: string, values: unknown[]) =>
    uow.actAs(orgId, 'rule:test', ACT, (tx) => tx.execute(sql, [orgId, ...values]));
  await insert(
    `INSERT INTO identity.organisation (org_id, key, name, time_zone) VALUES ($1, $2, $2, 'America/Chicago')`,
    [key],
  );
  await insert('INSERT INTO events.stream (org_id, timeline) VALUES ($1, 1)', []);
  return {
    orgId,
    person: async (name, roles, facilityIds = []) => {
      const userId = uuidv7();
      const initials = name.slice(0, 2).toUpperCase();
      await insert(
        `INSERT INTO identity.user_account (org_id, id, email, name, initials, roles, state) VALUES ($1, $2, $3, $4, $5, $6, 'active')`,
        [userId, `${userId}@${key}.test`, name, initials, roles],
      );
      for (const facilityId of facilityIds) {
        await insert('INSERT INTO identity.user_facility (org_id, user_id, facility_id) VALUES ($1, $2, $3)', [
          userId,
          facilityId,
        ]);
      }
      const permissions = permissionsOf(roles);
      return { orgId, userId, sessionId: uuidv7(), name, initials, roles, permissions, teamIds: [], facilityIds };
    },
    facility: async (name, isGated = false) => {
      const id = uuidv7();
      await insert('INSERT INTO identity.facility (org_id, id, name, is_gated) VALUES ($1, $2, $3, $4)', [
        id,
        name,
        isGated,
      ]);
      return id;
    },
  };
}

/** What the edge makes of a person's request. */
export const asking = (principal: Principal, ifMatch?: number): Caller => ({
  principal,
  route: 'test',
  traceId: 'test',
  ...(ifMatch === undefined ? {} : { ifMatch }),
});

import { Injectable } from '@nestjs/common';
import type { Facility, Team } from '@caseboard/contracts';
import { UnitOfWork } from '@caseboard/server/kernel';
import type { Tx } from '@caseboard/server/kernel';
import { v7 as uuidv7 } from 'uuid';
import { insertFacility, listFacilities } from './facilities.repository.ts';
import { insertOrganisation } from './organisations.repository.ts';
import type { Organisation } from './organisations.repository.ts';
import { insertTeam, listTeams } from './teams.repository.ts';

/** An organisation to make, with what it starts with. */
export interface OrganisationToCreate {
  key: string;
  name: string;
  timeZone: string;
  facilities?: readonly { name: string; npi?: string | null; isGated?: boolean }[];
  teams?: readonly string[];
}

/** An organisation just made; facilities and teams by name. */
export interface CreatedOrganisation extends Organisation {
  facilities: Map<string, Facility>;
  teams: Map<string, Team>;
}

const MOST = 1000;

/** The organisations of this installation; made by samples and the command line, never by request. */
@Injectable()
export class Organisations {
  constructor(private readonly uow: UnitOfWork) {}

  /** All of them, by key. */
  async all(): Promise<Organisation[]> {
    const rows = await this.uow.across<{ id: string; key: string; name: string; time_zone: string }>(
      'sign-in',
      'SELECT id, key, name, time_zone FROM identity.organisation ORDER BY key',
    );
    return rows.map((row) => ({ id: row.id, key: row.key, name: row.name, timeZone: row.time_zone }));
  }

  async byKey(key: string): Promise<Organisation | undefined> {
    return (await this.all()).find((organisation) => organisation.key === key);
  }

  /** Makes an organisation with its event log. Throws an Error when the key is taken or the time zone unknown. */
  async create(wanted: OrganisationToCreate): Promise<CreatedOrganisation> {
    if (await this.byKey(wanted.key)) throw new Error(`There is an organisation ${wanted.key} already.`);
    const { key, name, timeZone } = wanted;
    requireTimeZone(timeZone);
    const id = uuidv7();
    const audit = { action: 'identity.user.manage', kind: 'organisation', id };
    return this.uow.actAs(id, 'rule:organisation-add', audit, async (tx) => {
      await insertOrganisation(tx, { key, name, timeZone });
      await furnish(tx, wanted);
      const [facilities, teams] = [await listFacilities(tx, undefined, MOST), await listTeams(tx, undefined, MOST)];
      return { id, key, name, timeZone, facilities: byName(facilities), teams: byName(teams) };
    });
  }
}

async function furnish(tx: Tx, { facilities = [], teams = [] }: OrganisationToCreate): Promise<void> {
  for (const { name, npi = null, isGated = false } of facilities) {
    await insertFacility(tx, { id: uuidv7(), name, npi, isGated });
  }
  for (const name of teams) await insertTeam(tx, { id: uuidv7(), name });
}

/** Throws a RangeError for what is no IANA time zone. */
const requireTimeZone = (timeZone: string) => new Intl.DateTimeFormat('en-US', { timeZone });

const byName = <Row extends { name: string }>(rows: Row[]) => new Map(rows.map((row) => [row.name, row]));

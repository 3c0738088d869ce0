import type { Colleague, Facility, Team, User } from '@caseboard/contracts';
import { channels } from '@caseboard/contracts';
import type { RowDefinition } from '@caseboard/server/kernel';
import { findColleagues } from './colleagues.repository.ts';
import { findFacilities } from './facilities.repository.ts';
import { findTeams } from './teams.repository.ts';
import { findUsers } from './users.repository.ts';

const byId = <Row extends { id: string }>(rows: Row[]) => new Map<string, unknown>(rows.map((row) => [row.id, row]));

/** A person in the lists of administration. */
export const userRow: RowDefinition<User> = {
  kind: 'user',
  channelsOf: () => [channels.directory()],
  isRestricted: () => false,
  project: async (tx, ids) => byId(await findUsers(tx, ids)),
};

/** A person as everybody sees them. */
export const colleagueRow: RowDefinition<Colleague> = {
  kind: 'colleague',
  channelsOf: () => [channels.colleagues()],
  isRestricted: () => false,
  project: async (tx, ids) => byId(await findColleagues(tx, ids)),
};

/** A team with its members. */
export const teamRow: RowDefinition<Team> = {
  kind: 'team',
  channelsOf: () => [channels.directory()],
  isRestricted: () => false,
  project: async (tx, ids) => byId(await findTeams(tx, ids)),
};

/** A facility; gating hides its cases, not its name. */
export const facilityRow: RowDefinition<Facility> = {
  kind: 'facility',
  channelsOf: () => [channels.directory()],
  isRestricted: () => false,
  project: async (tx, ids) => byId(await findFacilities(tx, ids)),
};

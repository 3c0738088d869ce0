import { channels, facility, pageOf, team, user } from '@caseboard/contracts';
import type { Facility, Page, Team, User } from '@caseboard/contracts';
import { api, type LiveSource } from '@caseboard/web/kernel';
import * as z from 'zod/mini';

const PAGE = 200;

interface Named {
  id: string;
  name: string;
}

/** A list of administration: pages of 200, then every change on the directory's channel. */
function directorySource<Row extends Named>(kind: string, path: string, schema: z.ZodMiniType<Row>): LiveSource<Row> {
  const page = pageOf(schema) as unknown as z.ZodMiniType<Page<Row>>;
  return {
    channel: channels.directory(),
    kind,
    idOf: ({ id }) => id,
    load: (cursor) => api.get(path, page, { query: { limit: PAGE, cursor } }),
    fetch: async () => ({ items: [], asOf: 0 }),
    parse: (body) => z.safeParse(schema, body).data,
  };
}

export const usersSource: LiveSource<User> = directorySource('user', '/users', user);
export const teamsSource: LiveSource<Team> = directorySource('team', '/teams', team);
export const facilitiesSource: LiveSource<Facility> = directorySource('facility', '/facilities', facility);

/** Rows by name, as people look for them; live rows arrive in any order. */
export const byName = <Row extends Named>(rows: readonly Row[]): Row[] =>
  rows.toSorted((a, b) => a.name.localeCompare(b.name));

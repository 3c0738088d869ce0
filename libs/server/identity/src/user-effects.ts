import type { User } from '@caseboard/contracts';
import { effectOf } from '@caseboard/server/kernel';
import type { RowEffect, Tx } from '@caseboard/server/kernel';
import { colleagueRow, teamRow, userRow } from './directory.rows.ts';
import { findTeams } from './teams.repository.ts';
import { colleagueOf } from './users.repository.ts';

/** What a change of a person changes on screens: the person, their face, and the teams they joined or left. */
export async function effectsOfUser(tx: Tx, before: User | undefined, after: User): Promise<RowEffect[]> {
  const teams = await findTeams(tx, movedTeams(before?.teamIds ?? [], after.teamIds));
  return [
    effectOf(userRow, before, after),
    effectOf(colleagueRow, before && colleagueOf(before), colleagueOf(after)),
    ...teams.map((team) => effectOf(teamRow, team, team)),
  ];
}

const movedTeams = (before: string[], after: string[]) => [
  ...before.filter((id) => !after.includes(id)),
  ...after.filter((id) => !before.includes(id)),
];

import { permissionsOf } from '@caseboard/contracts';
import type { Session } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';
import { epochOf, requireOrganisation } from './organisations.repository.ts';
import { findTeams } from './teams.repository.ts';
import { findUser } from './users.repository.ts';

/** What a signed-in person's screen needs to know first; undefined when the person may not be signed in. */
export async function sessionView(tx: Tx, userId: string, expiresAt: Date): Promise<Session | undefined> {
  const user = await findUser(tx, userId);
  if (user?.state !== 'active') return undefined;
  const { id, name, timeZone } = await requireOrganisation(tx);
  const teams = await findTeams(tx, user.teamIds);
  return {
    user: { id: user.id, name: user.name, email: user.email, initials: user.initials },
    roles: user.roles,
    permissions: [...permissionsOf(user.roles)],
    organisation: { id, name, timeZone },
    teams: teams.map((team) => ({ id: team.id, name: team.name })),
    epoch: await epochOf(tx),
    expiresAt: expiresAt.toISOString(),
  };
}

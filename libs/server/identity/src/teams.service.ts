import { Injectable } from '@nestjs/common';
import { TeamSaved } from '@caseboard/contracts';
import type { Page, Team } from '@caseboard/contracts';
import { AppError, effectOf, notFound, UnitOfWork } from '@caseboard/server/kernel';
import type { Caller, Tx } from '@caseboard/server/kernel';
import { v7 as uuidv7 } from 'uuid';
import { teamRow } from './directory.rows.ts';
import { uniquelyNamed } from './names.ts';
import { pageByName } from './pages.ts';
import type { PageAsk } from './pages.ts';
import { findTeams, insertTeam, listTeams, updateTeam } from './teams.repository.ts';

const MANAGE = 'identity.team.manage';

/** Teams: who works together. Members are set on the person. */
@Injectable()
export class Teams {
  constructor(private readonly uow: UnitOfWork) {}

  async list(caller: Caller, ask: PageAsk): Promise<Page<Team>> {
    const audit = { action: 'identity.user.read', kind: 'team' };
    return this.uow.read(caller, audit, (tx) => pageByName(tx, 'teams', ask, listTeams));
  }

  /** Throws `identity/name-taken`. */
  async create(caller: Caller, write: { name: string }): Promise<Team> {
    const id = uuidv7();
    return this.uow.command(caller, { action: MANAGE, kind: 'team', id }, async (tx) => {
      await uniquelyNamed(insertTeam(tx, { id, name: write.name }));
      return this.saved(tx, id);
    });
  }

  /** Throws `request/stale` with the row as it is, and `identity/name-taken`. */
  async change(caller: Caller, id: string, patch: { name?: string | undefined }): Promise<Team> {
    return this.uow.command(caller, { action: MANAGE, kind: 'team', id }, async (tx) => {
      const before = await requireTeam(tx, id);
      if (before.version !== caller.ifMatch) throw new AppError('request/stale', { current: before });
      const isSaved = await uniquelyNamed(updateTeam(tx, { ...before, name: patch.name ?? before.name }));
      if (!isSaved) throw new AppError('request/stale', { current: await requireTeam(tx, id) });
      return this.saved(tx, id, before);
    });
  }

  private async saved(tx: Tx, id: string, before?: Team): Promise<Team> {
    const team = await requireTeam(tx, id);
    tx.append(TeamSaved, { id, data: { teamId: id }, rows: [effectOf(teamRow, before, team)] });
    return team;
  }
}

async function requireTeam(tx: Tx, id: string): Promise<Team> {
  const [team] = await findTeams(tx, [id]);
  if (!team) throw notFound();
  return team;
}

import { Controller, Get, Patch, Post } from '@nestjs/common';
import { pageOf, pageQuery, team, teamPatch, teamWrite } from '@caseboard/contracts';
import type { Page, Team } from '@caseboard/contracts';
import { Asking, Body, Endpoint, Id, Query } from '@caseboard/server/kernel';
import type { Caller } from '@caseboard/server/kernel';
import { strictObject } from 'zod/mini';
import type { infer as Infer } from 'zod/mini';
import type { PageAsk } from './pages.ts';
import { Teams } from './teams.service.ts';

/** Teams and who is in them. */
@Controller('api/v1/teams')
export class TeamsController {
  constructor(private readonly teams: Teams) {}

  @Endpoint({
    id: 'teams.list',
    permission: 'identity.user.read',
    summary: 'Teams with their members, by name.',
    query: strictObject(pageQuery),
    reply: pageOf(team),
  })
  @Get()
  list(@Asking() caller: Caller, @Query() query: PageAsk): Promise<Page<Team>> {
    return this.teams.list(caller, query);
  }

  @Endpoint({
    id: 'teams.create',
    permission: 'identity.team.manage',
    summary: 'Make a team.',
    body: teamWrite,
    reply: team,
    status: 201,
  })
  @Post()
  create(@Asking() caller: Caller, @Body() body: Infer<typeof teamWrite>): Promise<Team> {
    return this.teams.create(caller, body);
  }

  @Endpoint({
    id: 'teams.change',
    permission: 'identity.team.manage',
    summary: 'Rename a team.',
    body: teamPatch,
    reply: team,
    isVersioned: true,
  })
  @Patch(':id')
  change(@Asking() caller: Caller, @Id() id: string, @Body() body: Infer<typeof teamPatch>): Promise<Team> {
    return this.teams.change(caller, id, body);
  }
}

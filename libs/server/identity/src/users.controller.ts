import { Controller, Delete, Get, Patch, Post } from '@nestjs/common';
import { pageOf, pageQuery, user, userInvite, userPatch } from '@caseboard/contracts';
import type { Page, User } from '@caseboard/contracts';
import { Asking, Body, Endpoint, Id, Query } from '@caseboard/server/kernel';
import type { Caller } from '@caseboard/server/kernel';
import { strictObject } from 'zod/mini';
import type { infer as Infer } from 'zod/mini';
import { Invitations } from './invitations.service.ts';
import type { PageAsk } from './pages.ts';
import type { UserPatch } from './user.rules.ts';
import { Users } from './users.service.ts';

/** The people of the organisation, for administrators. */
@Controller('api/v1/users')
export class UsersController {
  constructor(
    private readonly users: Users,
    private readonly invitations: Invitations,
  ) {}

  @Endpoint({
    id: 'users.list',
    permission: 'identity.user.read',
    summary: 'People with roles, teams and facilities, by name.',
    query: strictObject(pageQuery),
    reply: pageOf(user),
  })
  @Get()
  list(@Asking() caller: Caller, @Query() query: PageAsk): Promise<Page<User>> {
    return this.users.list(caller, query);
  }

  @Endpoint({
    id: 'users.invite',
    permission: 'identity.user.manage',
    summary: 'Invite a person; a mail brings the link to set a password.',
    body: userInvite,
    reply: user,
    status: 201,
  })
  @Post()
  invite(@Asking() caller: Caller, @Body() body: Infer<typeof userInvite>): Promise<User> {
    return this.invitations.invite(caller, body);
  }

  @Endpoint({
    id: 'users.change',
    permission: 'identity.user.manage',
    summary: 'Change name, roles, teams, facilities or state; disabling ends all sessions.',
    body: userPatch,
    reply: user,
    isVersioned: true,
  })
  @Patch(':id')
  change(@Asking() caller: Caller, @Id() id: string, @Body() body: UserPatch): Promise<User> {
    return this.users.change(caller, id, body);
  }

  @Endpoint({
    id: 'users.inviteAgain',
    permission: 'identity.user.manage',
    summary: 'Mail a new link to somebody who has not set a password yet; the earlier one stops working.',
  })
  @Post(':id/invitations')
  inviteAgain(@Asking() caller: Caller, @Id() id: string): Promise<void> {
    return this.invitations.inviteAgain(caller, id);
  }

  @Endpoint({
    id: 'users.endSessions',
    permission: 'identity.user.manage',
    summary: 'Sign a person out everywhere.',
  })
  @Delete(':id/sessions')
  endSessions(@Asking() caller: Caller, @Id() id: string): Promise<void> {
    return this.users.endAllSessions(caller, id);
  }
}

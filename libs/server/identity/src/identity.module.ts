import { Global, Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { ChoreRegistry, LiveRegistry, SESSION_SOURCE, UnitOfWork } from '@caseboard/server/kernel';
import { ColleaguesController } from './colleagues.controller.ts';
import { colleagueRow, facilityRow, teamRow, userRow } from './directory.rows.ts';
import { FacilitiesController } from './facilities.controller.ts';
import { Facilities } from './facilities.service.ts';
import { forgetOldGuesses, forgetOldSessions } from './identity-chores.ts';
import { identityChannels } from './identity.access.ts';
import { Invitations } from './invitations.service.ts';
import { Links } from './links.service.ts';
import { Mailer } from './mailer.service.ts';
import { Organisations } from './organisations.service.ts';
import { PasswordHasher } from './password-hasher.service.ts';
import { PasswordResets } from './password-resets.service.ts';
import { PasswordsController } from './passwords.controller.ts';
import { Passwords } from './passwords.service.ts';
import { People } from './people.service.ts';
import { SessionWatch } from './session-watch.service.ts';
import { SessionController } from './session.controller.ts';
import { Sessions } from './sessions.service.ts';
import { SignIn } from './sign-in.service.ts';
import { TeamsController } from './teams.controller.ts';
import { Teams } from './teams.service.ts';
import { Throttle } from './throttle.service.ts';
import { UsersController } from './users.controller.ts';
import { Users } from './users.service.ts';

/** Organisations and people: who may come in, and as whom. Global, because the guard asks it for sessions. */
@Global()
@Module({
  controllers: [
    SessionController,
    PasswordsController,
    ColleaguesController,
    UsersController,
    TeamsController,
    FacilitiesController,
  ],
  providers: [
    Mailer,
    Links,
    PasswordHasher,
    Throttle,
    SessionWatch,
    { provide: SESSION_SOURCE, useExisting: SessionWatch },
    Sessions,
    SignIn,
    PasswordResets,
    Passwords,
    Invitations,
    Users,
    Teams,
    Facilities,
    People,
    Organisations,
  ],
  exports: [SESSION_SOURCE, SessionWatch, People, Organisations, Users, Mailer],
})
export class IdentityModule implements OnModuleInit {
  constructor(
    private readonly registry: LiveRegistry,
    private readonly chores: ChoreRegistry,
    private readonly uow: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.registry.registerRow(userRow);
    this.registry.registerRow(colleagueRow);
    this.registry.registerRow(teamRow);
    this.registry.registerRow(facilityRow);
    identityChannels.forEach((channel) => this.registry.registerChannel(channel));
    this.chores.register(forgetOldSessions(this.uow));
    this.chores.register(forgetOldGuesses(this.uow));
  }
}

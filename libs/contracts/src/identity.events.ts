import * as z from 'zod/mini';
import { defineEvent } from './define-event.ts';
import { id } from './primitives.ts';

const userId = id;

export const UserInvited = defineEvent('identity.user-invited', 'An administrator invited a person.', { userId });
export const UserActivated = defineEvent('identity.user-activated', 'An invited person set a password.', { userId });
export const UserChanged = defineEvent(
  'identity.user-changed',
  'A person’s name, roles, teams, facilities or state changed; their rights are checked again.',
  { userId, fields: z.array(z.string()) },
);
export const SessionsEnded = defineEvent(
  'identity.sessions-ended',
  'Sessions of a person ended; their sockets close.',
  {
    userId,
    /** The one that ended, or null for all of them. */
    sessionId: z.nullable(id),
  },
);
export const TeamSaved = defineEvent('identity.team-saved', 'A team was made or renamed.', { teamId: id });
export const FacilitySaved = defineEvent('identity.facility-saved', 'A facility was made or changed.', {
  facilityId: id,
});

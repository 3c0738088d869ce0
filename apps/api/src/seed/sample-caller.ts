import { permissionsOf } from '@caseboard/contracts';
import type { User } from '@caseboard/contracts';
import type { Caller } from '@caseboard/server/kernel';

/** What a sample user would send from a page; `version` is the row they saw. */
export const sampleCaller = (user: User, orgId: string, route: string, version?: number): Caller => ({
  principal: {
    orgId,
    userId: user.id,
    sessionId: user.id,
    name: user.name,
    initials: user.initials,
    roles: user.roles,
    permissions: permissionsOf(user.roles),
    teamIds: user.teamIds,
    facilityIds: user.facilityIds,
  },
  route,
  traceId: 'samples',
  ...(version === undefined ? {} : { ifMatch: version }),
});

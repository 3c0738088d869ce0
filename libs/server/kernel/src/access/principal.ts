import type { Permission, Role } from '@caseboard/contracts';

/** Who is asking, as read from the session when the request or socket came in. */
export interface Principal {
  orgId: string;
  userId: string;
  sessionId: string;
  name: string;
  initials: string;
  roles: readonly Role[];
  permissions: ReadonlySet<Permission>;
  teamIds: readonly string[];
  /** Gated facilities this person is assigned to; everybody sees the others. */
  facilityIds: readonly string[];
}

/** Why and how the principal asks: travels from the edge to the unit of work. */
export interface Caller {
  principal: Principal;
  /** Method and path pattern: the scope of an idempotency key. */
  route: string;
  traceId: string;
  idempotency?: { key: string; bodyHash: string };
  /** From `If-Match: "v<n>"`. */
  ifMatch?: number;
}

/** Finds who a cookie belongs to; identity provides it. Undefined: nobody, ended or disabled. */
export interface SessionSource {
  principalOf(cookieToken: string): Promise<Principal | undefined>;
}
export const SESSION_SOURCE = Symbol('session-source');

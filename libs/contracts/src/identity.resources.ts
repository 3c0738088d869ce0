import * as z from 'zod/mini';
import { id, instant, line, version } from './primitives.ts';
import { role } from './roles.ts';

const email = z.string().check(z.trim(), z.toLowerCase(), z.email(), z.maxLength(254));
const password = z.string().check(z.minLength(1), z.maxLength(200));

export const signInAsk = z.strictObject({ email, password });

/** Who is signed in: `POST` and `GET /session`. */
export const session = z.object({
  user: z.object({ id, name: z.string(), email: z.string(), initials: z.string() }),
  roles: z.array(role),
  permissions: z.array(z.string()),
  organisation: z.object({ id, name: z.string(), timeZone: z.string() }),
  teams: z.array(z.object({ id, name: z.string() })),
  /** Epoch of the organisation's log; another one means reload everything. */
  epoch: z.string(),
  expiresAt: instant,
});
export type Session = z.infer<typeof session>;

export const passwordResetAsk = z.strictObject({ email });
export const passwordSetAsk = z.strictObject({ token: z.string().check(z.minLength(20), z.maxLength(200)), password });

/** A colleague as everybody sees them: faces, assign lists, "who did it". Kind `colleague` on `colleagues:all`. */
export const colleague = z.object({
  id,
  name: z.string(),
  initials: z.string(),
  roles: z.array(role),
  isActive: z.boolean(),
});
export type Colleague = z.infer<typeof colleague>;

/**
 * A person as administrators see them. Kind `user` on `directory:all`; `lastSeenAt` is as of the reading, it
 * changes without events.
 */
export const user = z.object({
  id,
  name: z.string(),
  initials: z.string(),
  email: z.string(),
  roles: z.array(role),
  teamIds: z.array(id),
  facilityIds: z.array(id),
  state: z.enum(['invited', 'active', 'disabled']),
  lastSeenAt: z.nullable(instant),
  version,
});
export type User = z.infer<typeof user>;

export const userInvite = z.strictObject({
  email,
  name: line(120),
  roles: z.array(role).check(z.minLength(1)),
  teamIds: z.optional(z.array(id)),
  facilityIds: z.optional(z.array(id)),
});
/** `PATCH /users/:id`: JSON merge patch. */
export const userPatch = z.strictObject({
  name: z.optional(line(120)),
  roles: z.optional(z.array(role).check(z.minLength(1))),
  teamIds: z.optional(z.array(id)),
  facilityIds: z.optional(z.array(id)),
  state: z.optional(z.enum(['active', 'disabled'])),
});

/** Kind `team` on `directory:all`. */
export const team = z.object({ id, name: z.string(), memberIds: z.array(id), version });
export type Team = z.infer<typeof team>;
export const teamWrite = z.strictObject({ name: line(120) });
/** `PATCH /teams/:id`: JSON merge patch. */
export const teamPatch = z.partial(teamWrite);

/** Kind `facility` on `directory:all`. A gated facility's cases are seen only by people assigned to it. */
export const facility = z.object({ id, name: z.string(), npi: z.nullable(z.string()), isGated: z.boolean(), version });
export type Facility = z.infer<typeof facility>;
export const facilityWrite = z.strictObject({
  name: line(120),
  npi: z.optional(z.nullable(z.string().check(z.regex(/^\d{10}$/)))),
  isGated: z.optional(z.boolean()),
});
/** `PATCH /facilities/:id`: JSON merge patch. */
export const facilityPatch = z.partial(facilityWrite);

import * as z from 'zod/mini';
import { errorCode } from './errors.ts';
import { instant, sequence } from './primitives.ts';

/** Version of the wire shapes on this page; a client that speaks another is told to reload. */
export const LIVE_PROTOCOL = 1;

export const channelName = z.string().check(z.regex(/^[a-z]+(-[a-z]+)*(:[a-z0-9-]{1,64}){1,3}$/), z.maxLength(200));

/** `put`: the row as it is now. `leave`: no longer here. `touch`: ask for it by id, it is restricted or large. */
export const operation = z.enum(['put', 'leave', 'touch']);
export type Operation = z.infer<typeof operation>;

/** One row's change inside a frame. The body is the row as read at `asOf`, never as it was at `seq`. */
export const change = z.object({
  seq: sequence,
  name: z.string(),
  version: z.int(),
  op: operation,
  kind: z.string(),
  id: z.string(),
  actor: z.string(),
  at: instant,
  reason: z.optional(z.string()),
  body: z.optional(z.unknown()),
});
export type Change = z.infer<typeof change>;

/** Server event `event`: what changed on one channel since `prev`, up to and with `seq`. */
export const frame = z.object({
  channel: channelName,
  epoch: z.string(),
  seq: sequence,
  prev: sequence,
  asOf: sequence,
  changes: z.array(change),
  resync: z.optional(z.boolean()),
  withinMs: z.optional(z.int()),
});
export type Frame = z.infer<typeof frame>;

/** Client event `subscribe`. */
export const subscribeAsk = z.strictObject({
  channel: channelName,
  since: z.optional(sequence),
  epoch: z.optional(z.string().check(z.maxLength(64))),
});
export type SubscribeAsk = z.infer<typeof subscribeAsk>;

/** Its acknowledgement. `live`: nothing was missed; `replay`: `events` hold what was; `resync`: load afresh. */
export const subscribeReply = z.union([
  z.object({
    ok: z.literal(true),
    epoch: z.string(),
    head: sequence,
    mode: z.enum(['live', 'replay', 'resync']),
    events: z.optional(z.array(frame)),
  }),
  z.object({ ok: z.literal(false), code: errorCode }),
]);
export type SubscribeReply = z.infer<typeof subscribeReply>;

export const unsubscribeAsk = z.strictObject({ channel: channelName });

/** Server event `head`, every 4 s for each joined channel. */
export const headBeat = z.object({ channel: channelName, head: sequence });
export type HeadBeat = z.infer<typeof headBeat>;

/** Server event `closed`: the channel is no longer yours. `bye`: the connection is about to end. */
export const closedNotice = z.object({ channel: channelName, code: errorCode });
export const byeNotice = z.object({ code: errorCode });

/** Three states a person can be in on a row; shown for at most 30 s after the last word. */
export const presenceState = z.enum(['viewing', 'away', 'editing']);
export type PresenceState = z.infer<typeof presenceState>;

/** Client event `presence`: where I am on a channel I follow; `state: null` says I left. */
export const presenceAsk = z.strictObject({
  channel: channelName,
  id: z.string().check(z.maxLength(80)),
  state: z.nullable(presenceState),
});
export type PresenceAsk = z.infer<typeof presenceAsk>;

/** Server event `presence`: everybody on the channel's rows now, one entry a person and row. */
export const presenceNotice = z.object({
  channel: channelName,
  people: z.array(z.object({ id: z.string(), userId: z.string(), name: z.string(), state: presenceState })),
});
export type PresenceNotice = z.infer<typeof presenceNotice>;

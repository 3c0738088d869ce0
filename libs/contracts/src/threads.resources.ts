import * as z from 'zod/mini';
import { id, instant, line, plainDate, version } from './primitives.ts';

export const THREAD_KINDS = ['message', 'query'] as const;
export const threadKind = z.enum(THREAD_KINDS);

/** Message threads are `open`; the others are the states of a query (domain 2.5). */
export const THREAD_STATES = [
  'open',
  'sent',
  'viewed',
  'need-info',
  'not-my-patient',
  'answered',
  'closed',
  'retracted',
] as const;
export const threadState = z.enum(THREAD_STATES);
export type ThreadState = z.infer<typeof threadState>;

/** How a query ended (domain 2.5). */
export const QUERY_OUTCOMES = [
  'agreed',
  'disagreed',
  'other-documented',
  'unable-to-determine',
  'no-longer-needed',
] as const;
export const queryOutcome = z.enum(QUERY_OUTCOMES);
export type QueryOutcome = z.infer<typeof queryOutcome>;

export const queryOption = z.object({ id: z.string(), text: z.string() });
export type QueryOption = z.infer<typeof queryOption>;

/** A place in the chart a question rests on, quoted. */
export const indicator = z.object({
  documentId: z.nullable(id),
  title: z.string(),
  on: z.nullable(plainDate),
  quote: z.string(),
});
export type Indicator = z.infer<typeof indicator>;

/** The physician's answer, verbatim; never changed, only added to. */
export const queryAnswer = z.object({
  optionId: z.nullable(z.string()),
  body: z.string(),
  byId: id,
  at: instant,
});

/**
 * A conversation bound to a case. Kind `thread` on `thread:<id>`, on the case's channel and on `user:<id>` of
 * everybody in it. One message thread a case; any number of queries. Holds no money.
 */
export const thread = z.object({
  id,
  /** `THR-000123` or `QRY-000123`. */
  number: z.string(),
  kind: threadKind,
  state: threadState,
  subjectType: z.string(),
  subjectId: id,
  /** The case's human number. */
  subjectNumber: z.string(),
  /** Initials and last digits of the case's patient. */
  patient: z.string(),
  title: z.string(),
  /** What a query asks; empty for message threads. */
  body: z.string(),
  options: z.array(queryOption),
  indicators: z.array(indicator),
  answer: z.nullable(queryAnswer),
  outcome: z.nullable(queryOutcome),
  askedById: id,
  recipientId: z.nullable(id),
  askedAt: instant,
  dueAt: z.nullable(instant),
  participantIds: z.array(id),
  messageCount: z.int(),
  lastMessageAt: z.nullable(instant),
  lastAuthorId: z.nullable(id),
  /** How far each participant has read, as ordinals of messages. */
  reads: z.array(z.object({ userId: id, upTo: z.int() })),
  version,
});
export type Thread = z.infer<typeof thread>;

export const attachment = z.object({ id, name: z.string(), bytes: z.int() });
export type Attachment = z.infer<typeof attachment>;

/** Kind `message` on `thread:<id>`. `event`: something that happened to the thread, in words. */
export const message = z.object({
  id,
  threadId: id,
  /** 1, 2, 3 … without holes. */
  ordinal: z.int(),
  kind: z.enum(['message', 'answer', 'addendum', 'event']),
  authorId: z.nullable(id),
  body: z.string(),
  mentionIds: z.array(id),
  files: z.array(attachment),
  at: instant,
});
export type Message = z.infer<typeof message>;

/** `POST /threads`. A message thread that is there already takes the body as its next message. */
export const threadAsk = z.strictObject({
  subjectType: z.string().check(z.regex(/^[a-z-]{1,40}$/)),
  subjectId: id,
  kind: threadKind,
  recipientId: z.optional(id),
  title: z.optional(line(120)),
  body: line(4000),
  mentionIds: z.optional(z.array(id).check(z.maxLength(20))),
  fileIds: z.optional(z.array(id).check(z.maxLength(10))),
  options: z.optional(z.array(line(200)).check(z.maxLength(10))),
  indicators: z.optional(
    z
      .array(
        z.strictObject({
          documentId: z.optional(z.nullable(id)),
          title: line(120),
          on: z.optional(z.nullable(plainDate)),
          quote: line(600),
        }),
      )
      .check(z.maxLength(20)),
  ),
});
/** `POST /threads/:id/messages`. */
export const messageAsk = z.strictObject({
  body: line(4000),
  mentionIds: z.optional(z.array(id).check(z.maxLength(20))),
  fileIds: z.optional(z.array(id).check(z.maxLength(10))),
});
/** `PUT /threads/:id/read`. */
export const readPut = z.strictObject({ upTo: z.int().check(z.minimum(0)) });
/** `POST /threads/:id/answer`: an option, words, or both. Words are needed with "other". */
export const answerAsk = z.strictObject({
  optionId: z.optional(z.string().check(z.maxLength(40))),
  body: z.optional(line(4000)),
});
/** `POST /threads/:id/response`: no answer, but a response (domain 2.5). */
export const responseAsk = z.strictObject({
  response: z.enum(['need-info', 'not-my-patient']),
  body: z.optional(line(1000)),
});
/** `POST /threads/:id/retraction`. */
export const retractionAsk = z.strictObject({ reason: line(300) });
/** `POST /threads/:id/review`: the asker read the answer and closes the query. */
export const reviewAsk = z.strictObject({ outcome: queryOutcome, note: z.optional(line(300)) });

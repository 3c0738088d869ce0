import { id, pageQuery, threadAsk, threadKind, threadState } from '@caseboard/contracts';
import * as z from 'zod/mini';

const listOf = <T extends z.core.$ZodType<string, string>>(item: T, most: number) =>
  z.pipe(
    z.pipe(
      z.union([z.string(), z.array(z.string())]),
      z.transform((sent) => [sent].flat().flatMap((part) => part.split(','))),
    ),
    z.array(item).check(z.maxLength(most)),
  );

/** Query of `GET /threads`. `state=open`: neither closed nor retracted; several states may be given. */
export const threadsQuery = z.strictObject({
  ...pageQuery,
  subjectType: z.optional(threadAsk.shape.subjectType),
  subjectId: z.optional(id),
  kind: z.optional(threadKind),
  state: z.optional(listOf(threadState, 9)),
  recipient: z.optional(z.literal('me')),
  participant: z.optional(z.literal('me')),
  unread: z.optional(z.literal('true')),
  /** Up to 200, separated by commas: rows a screen was only told about. */
  ids: z.optional(listOf(id, 200)),
});
export type ThreadsQuery = z.output<typeof threadsQuery>;

/** Query of `GET /threads/:id/messages`: the newest first. */
export const messagesQuery = z.strictObject({ ...pageQuery, ids: z.optional(listOf(id, 200)) });
export type MessagesQuery = z.output<typeof messagesQuery>;

/** Query of `GET /threads/recipients`. */
export const recipientsQuery = z.strictObject({ subjectType: threadAsk.shape.subjectType, subjectId: id });
export type RecipientsQuery = z.output<typeof recipientsQuery>;

/** Who may be asked about a case, and why it is them. */
export const recipients = z.object({
  items: z.array(z.object({ userId: id, name: z.string(), service: z.string(), role: z.string() })),
});

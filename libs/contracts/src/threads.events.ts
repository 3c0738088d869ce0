import * as z from 'zod/mini';
import { defineEvent } from './define-event.ts';
import { id } from './primitives.ts';

const about = { threadId: id, subjectType: z.string(), subjectId: id };

export const ThreadOpened = defineEvent('threads.thread-opened', 'Somebody began the conversation on a case.', about);
export const MessagePosted = defineEvent('threads.message-posted', 'Somebody wrote in a thread.', {
  ...about,
  messageId: id,
});
export const ThreadRead = defineEvent('threads.thread-read', 'Somebody read a thread up to a message.', {
  threadId: id,
  userId: id,
});
export const QuerySent = defineEvent('threads.query-sent', 'A coder asked a physician.', { ...about, recipientId: id });
export const QueryViewed = defineEvent('threads.query-viewed', 'The physician opened the question.', about);
export const QueryResponded = defineEvent(
  'threads.query-responded',
  'The physician responded without answering: more information is needed, or the patient is not theirs.',
  { ...about, response: z.string() },
);
export const QueryAnswered = defineEvent('threads.query-answered', 'The physician answered.', about);
export const QueryRetracted = defineEvent('threads.query-retracted', 'The asker took the question back.', about);
export const QueryClosed = defineEvent('threads.query-closed', 'The asker read the answer and closed the query.', {
  ...about,
  outcome: z.string(),
});
export const ThreadsRegated = defineEvent(
  'threads.threads-regated',
  'A facility or a case was saved; its threads are shown anew to those who may see them.',
  { causeId: id },
);

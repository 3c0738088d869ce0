import type { Message, Role, Thread } from '@caseboard/contracts';
import { isUnread } from '@caseboard/web/kernel';

/** How far somebody has read; undefined: they do not take part. */
export const upToOf = (thread: Pick<Thread, 'reads'>, userId: string): number | undefined =>
  thread.reads.find((read) => read.userId === userId)?.upTo;

/** The first message after the mark that somebody else wrote: the "New" line stands before it. */
export const firstNewOf = (messages: readonly Message[], mark: number, me: string): string | undefined =>
  messages.find(({ ordinal, authorId }) => ordinal > mark && authorId !== me)?.id;

/** Who has read to each message and no further; authors and oneself are not named. */
export function readersOf(
  thread: Pick<Thread, 'reads'>,
  messages: readonly Message[],
  me: string,
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { userId, upTo } of thread.reads) {
    const last = messages.findLast(({ ordinal }) => ordinal <= upTo);
    if (userId === me || !last || last.authorId === userId) continue;
    found.set(last.id, [...(found.get(last.id) ?? []), userId]);
  }
  return found;
}

/** A day's words before the first message of each day. */
export function daysOf(
  messages: readonly Pick<Message, 'id' | 'at'>[],
  dayOf: (at: string) => string,
  wordsOf: (day: string) => string,
): Map<string, string> {
  const found = new Map<string, string>();
  let before: string | undefined;
  for (const { id, at } of messages) {
    const day = dayOf(at);
    if (day !== before) found.set(id, wordsOf(day));
    before = day;
  }
  return found;
}

/** Unread first, then the one with the newest message. */
export const inReadingOrder = (threads: readonly Thread[], me: string): Thread[] =>
  threads.toSorted(
    (a, b) => Number(isUnread(b, me)) - Number(isUnread(a, me)) || activeAt(b).localeCompare(activeAt(a)),
  );

export const activeAt = ({ lastMessageAt, askedAt }: Pick<Thread, 'lastMessageAt' | 'askedAt'>): string =>
  lastMessageAt ?? askedAt;

const PAGES: Readonly<Record<string, (id: string) => string>> = {
  denial: (id) => `/denials?case=${id}`,
  'follow-up': (id) => `/follow-up?case=${id}`,
  rejection: (id) => `/rejections/${id}`,
  'claim-edit': (id) => `/claims?open=${id}`,
  coding: (id) => `/coding/${id}`,
  'patient-account': (id) => `/accounts/${id}`,
};

/** Where the case of a thread opens; undefined where it has no page. */
export const caseHrefOf = ({ subjectType, subjectId }: Pick<Thread, 'subjectType' | 'subjectId'>): string | undefined =>
  PAGES[subjectType]?.(subjectId);

/** `1.2 MB`. */
export function bytesWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Who will see what is written. */
export const audienceWords = (others: number): string =>
  others === 0 ? 'Open to everybody on this case' : `${others + 1} people, open to everybody on this case`;

const ROLE_WORDS: Record<Role, string> = {
  lead: 'Team lead',
  coder: 'Coder',
  physician: 'Physician',
  biller: 'Biller',
  accounts: 'Patient accounts',
  auditor: 'Auditor',
  admin: 'Administrator',
};

/** What somebody is, by the first of their roles. */
export const roleWords = (roles: readonly Role[] | undefined): string | undefined => {
  const [first] = roles ?? [];
  return first && ROLE_WORDS[first];
};

import type { Principal } from '@caseboard/server/kernel';
import type { ThreadSubjects } from './thread-subjects.ts';
import type { ThreadRow } from './thread.types.ts';

/** What the rule needs to know of who asks. */
export interface Reader {
  userId: string;
  /** Kinds of cases whose conversations are open to this person. */
  subjectTypes: string[];
  facilityIds: readonly string[];
}

/**
 * A physician sees nothing but what they take part in, whatever their permissions over charts
 * (domain 10, minimum necessary).
 */
export const readerOf = (subjects: ThreadSubjects, principal: Principal): Reader => ({
  userId: principal.userId,
  subjectTypes: principal.roles.every((role) => role === 'physician') ? [] : subjects.typesOpenTo(principal),
  facilityIds: principal.facilityIds,
});

/**
 * Who sees a thread: the person it asks; and within the gate of its facility those who take part and those who
 * may read its kind of case. The same rule as `canSee`, for lists; the placeholders are those of a `Reader`.
 */
export const visibleSql = (alias: string, reader: { userId: string; subjectTypes: string; facilityIds: string }) =>
  `(${alias}.recipient_id = ${reader.userId}::uuid OR (
     (${alias}.facility_id IS NULL OR ${alias}.facility_id = ANY(${reader.facilityIds}::uuid[]) OR NOT EXISTS (
       SELECT 1 FROM identity.facility gate WHERE gate.org_id = ${alias}.org_id AND gate.id = ${alias}.facility_id AND gate.is_gated))
     AND (${alias}.subject_type = ANY(${reader.subjectTypes}::text[]) OR EXISTS (
       SELECT 1 FROM threads.participant own WHERE own.org_id = ${alias}.org_id AND own.thread_id = ${alias}.id AND own.user_id = ${reader.userId}::uuid))))`;

/** May this person see this thread? */
export function canSee(reader: Reader, row: ThreadRow): boolean {
  if (row.recipientId === reader.userId) return true;
  const isInside = !row.isRestricted || (row.facilityId !== null && reader.facilityIds.includes(row.facilityId));
  return isInside && (reader.subjectTypes.includes(row.subjectType) || isIn(row, reader.userId));
}

/** Does this person take part? */
export const isIn = (row: ThreadRow, userId: string): boolean => row.reads.some((read) => read.userId === userId);

import type { Principal } from '@caseboard/server/kernel';
import type { ThreadSubjects } from './thread-subjects.ts';
import type { ThreadRow } from './thread.types.ts';

/** What the rule needs to know of who asks. */
export interface Reader {
  userId: string;
  /** May answer questions at all. */
  mayAnswer: boolean;
  /** Kinds of cases whose conversations are open to this person. */
  subjectTypes: string[];
  facilityIds: readonly string[];
}

/** A physician sees nothing but what they are asked, whatever their permissions over charts (domain 10, minimum necessary). */
export const readerOf = (subjects: ThreadSubjects, principal: Principal): Reader => ({
  userId: principal.userId,
  mayAnswer: principal.permissions.has('threads.query.answer'),
  subjectTypes: principal.roles.every((role) => role === 'physician') ? [] : subjects.typesOpenTo(principal),
  facilityIds: principal.facilityIds,
});

/**
 * Who sees a thread: the person it asks, while they may answer; and within the gate of its facility those who may
 * read its kind of case. Having taken part gives no right: who lost the right to the case lost its conversation.
 * The same rule as `canSee`, for lists; the placeholders are those of a `Reader`.
 */
export const visibleSql = (
  alias: string,
  reader: { userId: string; mayAnswer: string; subjectTypes: string; facilityIds: string },
) =>
  `((${alias}.recipient_id = ${reader.userId}::uuid AND ${reader.mayAnswer}::boolean) OR (
     (${alias}.facility_id IS NULL OR ${alias}.facility_id = ANY(${reader.facilityIds}::uuid[]) OR NOT EXISTS (
       SELECT 1 FROM identity.facility gate WHERE gate.org_id = ${alias}.org_id AND gate.id = ${alias}.facility_id AND gate.is_gated))
     AND ${alias}.subject_type = ANY(${reader.subjectTypes}::text[])))`;

type Asked = Pick<ThreadRow, 'recipientId' | 'subjectType' | 'facilityId' | 'isRestricted'>;

/** May this person see this thread? */
export function canSee(reader: Reader, row: Asked): boolean {
  if (reader.mayAnswer && row.recipientId === reader.userId) return true;
  const isInside = !row.isRestricted || (row.facilityId !== null && reader.facilityIds.includes(row.facilityId));
  return isInside && reader.subjectTypes.includes(row.subjectType);
}

/** Does this person take part? */
export const isIn = (row: ThreadRow, userId: string): boolean => row.reads.some((read) => read.userId === userId);

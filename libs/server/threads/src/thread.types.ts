import type { Thread } from '@caseboard/contracts';

/** A thread as stored, plus whether its facility is gated right now. */
export interface ThreadRow extends Omit<Thread, 'askedAt' | 'dueAt' | 'lastMessageAt' | 'participantIds'> {
  facilityId: string | null;
  isRestricted: boolean;
  askedAt: Date;
  dueAt: Date | null;
  lastMessageAt: Date | null;
  /** Of the newest message, or of the asking. */
  activeAt: Date;
}

/** A message as stored. */
export interface MessageRow {
  id: string;
  threadId: string;
  ordinal: number;
  kind: 'message' | 'answer' | 'addendum' | 'event';
  authorId: string | null;
  body: string;
  mentionIds: string[];
  files: { id: string; name: string; bytes: number }[];
  at: Date;
}

import type { EncounterCode } from '@caseboard/contracts';
import { draftOf, isSameList } from './code-draft.rules.ts';
import type { DraftCode } from './code-draft.rules.ts';

/** A list being worked on over the one on record, which others may change meanwhile. */
export interface CodesOverRecord {
  /** The list on record as last read, and the version of the case it had. */
  seen: readonly DraftCode[];
  version: number;
  mine: readonly DraftCode[];
  /** Both changed it: what is on record now, until the person chose. */
  theirs: readonly DraftCode[] | undefined;
}

export function openCodes(codes: readonly EncounterCode[], version: number): CodesOverRecord {
  const seen = draftOf(codes);
  return { seen, version, mine: seen, theirs: undefined };
}

/** Whether something of mine is not on record. */
export const isUnsaved = ({ seen, mine }: CodesOverRecord): boolean => !isSameList(seen, mine);

/**
 * The work over a newer record. Where only one side changed the list, that side wins; where both did, mine stays
 * on screen and theirs waits for a choice. An older version changes nothing.
 */
export function overNewer(held: CodesOverRecord, codes: readonly EncounterCode[], version: number): CodesOverRecord {
  if (version <= held.version) return held;
  const now = draftOf(codes, held.mine);
  const next = { ...held, seen: now, version };
  if (isSameList(now, held.mine)) return { ...next, mine: now, theirs: undefined };
  if (isSameList(now, held.seen)) return next;
  return isUnsaved(held) ? { ...next, theirs: now } : { ...next, mine: now, theirs: undefined };
}

/** The person chose: mine is to be saved over theirs, or theirs is taken over. */
export const chosen = (held: CodesOverRecord, side: 'mine' | 'theirs'): CodesOverRecord => ({
  ...held,
  mine: side === 'mine' ? held.mine : held.seen,
  theirs: undefined,
});

import type { TimelineEntry } from '@caseboard/contracts';

/** Entries oldest first; those of one moment stay as they come. */
export const oldestFirst = (entries: readonly TimelineEntry[]): TimelineEntry[] =>
  entries.toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1));

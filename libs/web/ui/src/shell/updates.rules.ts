/** Changes of order that wait until the person asks for them. */
export type WaitingUpdates = { arrived: number; moved: number; left: number };

/** The pill's words: total first, then the kinds that occur; empty when nothing waits. */
export function updatesWords({ arrived, moved, left }: WaitingUpdates): string {
  const total = arrived + moved + left;
  if (total === 0) return '';
  const kinds = [
    [arrived, 'new'],
    [moved, 'moved'],
    [left, 'left'],
  ] as const;
  const parts = kinds.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return `Show ${total} ${total === 1 ? 'update' : 'updates'}: ${parts.join(', ')}`;
}

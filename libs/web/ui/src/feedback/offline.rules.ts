/** How long the connection has been gone, in the largest unit that is at least one: `Offline for 2 min.` */
export function offlineWords(seconds: number): string {
  if (seconds < 60) return `Offline for ${Math.floor(seconds)} s.`;
  if (seconds < 3600) return `Offline for ${Math.floor(seconds / 60)} min.`;
  return `Offline for ${Math.floor(seconds / 3600)} h.`;
}

/** The sentence about changes not sent yet, with its leading space; empty when there are none. */
export function waitingWords(waiting: number): string {
  if (waiting === 0) return '';
  return waiting === 1 ? ' 1 change waits.' : ` ${waiting} changes wait.`;
}

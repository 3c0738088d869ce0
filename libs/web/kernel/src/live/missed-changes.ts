import type { AppliedChange } from './live-rows.ts';

const QUIET_MS = 800;

/** Gathers what replays of several lists bring and tells it once, when they have gone quiet. One row counts once. */
export class MissedChanges {
  private readonly gathered = new Map<string, AppliedChange>();
  private readonly listeners = new Set<(changes: AppliedChange[]) => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  add(changes: AppliedChange[]): void {
    if (changes.length === 0) return;
    for (const change of changes) this.gathered.set(change.id, change);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.tell(), QUIET_MS);
  }

  onCaughtUp(listener: (changes: AppliedChange[]) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell(): void {
    const changes = [...this.gathered.values()];
    this.gathered.clear();
    this.listeners.forEach((listener) => listener(changes));
  }
}

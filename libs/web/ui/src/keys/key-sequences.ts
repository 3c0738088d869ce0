import type { KeyBinding } from './keymap.rules.ts';

const sequenceMs = 1000;

/**
 * The keys of one page, whose keymaps all hear the same strokes: the second key of a sequence that one keymap has is
 * no single key of another.
 */
export class KeySequences {
  private readonly keymaps = new Set<() => readonly KeyBinding[]>();
  private heard: object | undefined;
  private before: string | null = null;
  private begun: { stroke: string; at: number } | undefined;

  /** Adds a keymap as long as the page has it; answers how it leaves. */
  join(bindingsNow: () => readonly KeyBinding[]): () => void {
    this.keymaps.add(bindingsNow);
    return () => this.keymaps.delete(bindingsNow);
  }

  /** The first key of a sequence that came right before this event, the same for every keymap that hears the event. */
  beforeOf(event: { timeStamp: number }): string | null {
    if (this.heard !== event) {
      const isRecent = this.begun !== undefined && event.timeStamp - this.begun.at < sequenceMs;
      this.before = isRecent ? (this.begun?.stroke ?? null) : null;
      this.begun = undefined;
      this.heard = event;
    }
    return this.before;
  }

  /** A keymap has sequences that begin with this stroke. */
  begin(event: { timeStamp: number }, stroke: string): void {
    this.begun = { stroke, at: event.timeStamp };
  }

  /** All bindings of the page. */
  get all(): KeyBinding[] {
    return [...this.keymaps].flatMap((bindingsNow) => bindingsNow());
  }
}

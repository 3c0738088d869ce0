import { setTimeout as sleep } from 'node:timers/promises';

/** A sleeper that can be woken; rings while it is awake count for its next sleep, many as one. */
export class Wakeable {
  private isRung = false;
  private wakeUp: (() => void) | undefined;

  ring(): void {
    this.isRung = true;
    this.wakeUp?.();
  }

  /** Sleeps until rung or `withinMs`; true: rung. */
  async wait(withinMs: number): Promise<boolean> {
    if (!this.isRung) await this.sleep(withinMs);
    const wasRung = this.isRung;
    this.isRung = false;
    return wasRung;
  }

  /** Sleeps whatever rings; nothing to sleep when not positive. */
  async rest(forMs: number): Promise<void> {
    if (forMs > 0) await sleep(forMs);
  }

  private async sleep(withinMs: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, withinMs);
      this.wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.wakeUp = undefined;
  }
}

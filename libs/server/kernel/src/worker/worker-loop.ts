import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { Hints } from '../events/hints.ts';
import { ReactionRunner } from '../events/reaction-runner.ts';
import { LOG } from '../logging/logger.ts';
import type { Log } from '../logging/logger.ts';
import { ChoreRegistry } from './chores.ts';

const POLL_MS = 500;

/**
 * The worker's day: reactions of every organisation, woken by hints and every half second, and chores on
 * their own rhythm. One turn at a time, so that work of one organisation never overtakes itself.
 */
@Injectable()
export class WorkerLoop {
  private isRunning = false;
  private isWoken = false;
  private wake: () => void = () => undefined;
  private turning: Promise<void> = Promise.resolve();
  private readonly lastRuns = new Map<string, number>();
  private forget: () => void = () => undefined;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly hints: Hints,
    private readonly reactions: ReactionRunner,
    private readonly chores: ChoreRegistry,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  start(): void {
    this.isRunning = true;
    this.forget = this.hints.onHint(() => {
      this.isWoken = true;
      this.wake();
    });
    this.turning = this.turns();
  }

  async stop(): Promise<void> {
    this.isRunning = false;
    this.forget();
    this.wake();
    await this.turning;
  }

  private async turns(): Promise<void> {
    while (this.isRunning) {
      this.isWoken = false;
      const isMore = await this.turn().catch((error: Error) => {
        this.log.warn({ type: error.name, stack: error.stack?.split('\n').slice(1, 5) }, 'the worker will try again');
        return false;
      });
      if (!isMore && !this.isWoken) await this.rest();
    }
  }

  private async turn(): Promise<boolean> {
    let isMore = false;
    for (const orgId of await this.organisations()) {
      isMore = (await this.reactions.run(orgId)) || isMore;
      await this.runChores(orgId);
    }
    return isMore;
  }

  private async runChores(orgId: string): Promise<void> {
    for (const chore of this.chores.all()) {
      const key = `${orgId}|${chore.name}`;
      const now = this.clock.now().getTime();
      if (now - (this.lastRuns.get(key) ?? 0) < chore.everyMs) continue;
      this.lastRuns.set(key, now);
      await chore.run(orgId);
    }
  }

  private async organisations(): Promise<string[]> {
    const rows = await this.uow.across<{ org_id: string }>('tail', 'SELECT org_id FROM events.stream ORDER BY org_id');
    return rows.map((row) => row.org_id);
  }

  private rest(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, POLL_MS);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

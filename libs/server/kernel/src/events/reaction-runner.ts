import { Inject, Injectable } from '@nestjs/common';
import { EVENTS } from '@caseboard/contracts';
import { Clock } from '../clock/clock.ts';
import { isConnectionLoss, isLockTimeout, isWorthRepeating } from '../database/postgres-errors.ts';
import type { Tx } from '../database/tx.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { LOG } from '../logging/logger.ts';
import type { Log } from '../logging/logger.ts';
import { ReactionRegistry } from './reactions.ts';
import type { LoggedEvent, Reaction } from './reactions.ts';

const BATCH = 200;
const BUDGET_MS = 200;
const MOST_EVENTS = 700;
const FAILURES_TO_PARK = 5;
/** A cursor may stay this many unwanted events behind the head before it is written again. */
const LAZY_LAG = 1000;

interface EventRow {
  seq: string;
  name: string;
  id: string;
  actor: string;
  at: Date;
  data: Record<string, unknown>;
}

/** Names the event a reaction failed on, so that the failure can be counted and, in the end, parked. */
class ReactionFailure extends Error {
  readonly event: LoggedEvent;

  constructor(event: LoggedEvent, cause: unknown) {
    super(`reaction failed at ${event.seq}`, { cause });
    this.event = event;
  }
}

/**
 * Runs reactions in the worker: per (organisation, consumer) a cursor row that one worker holds, events in
 * order, effects and cursor in one transaction of at most about 200 ms. After five failures the subject
 * parks with an alert and the others go on (live-path 21).
 */
@Injectable()
export class ReactionRunner {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly registry: ReactionRegistry,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Works through what has come up; true when something may be left. */
  async run(orgId: string): Promise<boolean> {
    let isMore = false;
    for (const reaction of this.registry.all()) {
      isMore = (await this.runOne(orgId, reaction)) || isMore;
    }
    return isMore;
  }

  /** Whether every wanted event so far has taken effect; for start-up and tests, which wait for it. */
  async isSettled(orgId: string): Promise<boolean> {
    for (const reaction of this.registry.all()) {
      if (await this.hasNews(orgId, reaction)) return false;
    }
    return true;
  }

  private async runOne(orgId: string, reaction: Reaction): Promise<boolean> {
    if (!(await this.hasNews(orgId, reaction))) return false;
    const audit = { action: `rule.${reaction.consumer}`, kind: 'reaction', id: reaction.consumer };
    try {
      return await this.uow.actAs(orgId, `rule:${reaction.consumer}`, audit, (tx) => this.step(tx, reaction));
    } catch (error) {
      if (!(error instanceof ReactionFailure)) throw error;
      await this.countFailure(orgId, reaction, error);
      return true;
    }
  }

  /** A cheap look without locks: most hints are about events a consumer does not want, and its cursor follows lazily. */
  private async hasNews(orgId: string, reaction: Reaction): Promise<boolean> {
    return this.uow.peek(orgId, async (tx) => {
      const [row] = await tx.query<{ behind: boolean }>(
        `SELECT events.head($1) - at.seq > ${LAZY_LAG} OR EXISTS (
           SELECT 1 FROM events.event e WHERE e.org_id = $1 AND e.seq > at.seq AND e.name = ANY($3)
         ) AS behind
         FROM (SELECT coalesce((SELECT seq FROM events.reaction_cursor WHERE org_id = $1 AND consumer = $2), 0) AS seq) at`,
        [orgId, reaction.consumer, reaction.on.map((event) => event.name)],
      );
      return row?.behind ?? false;
    });
  }

  private async step(tx: Tx, reaction: Reaction): Promise<boolean> {
    const cursor = await this.lockCursor(tx, reaction.consumer);
    if (cursor === undefined) return false;
    const head = await tx.head();
    const events = await this.eventsAfter(tx, cursor, reaction);
    const started = this.clock.now().getTime();
    let last = cursor;
    for (const event of events) {
      await this.handle(tx, reaction, event);
      last = event.seq;
      if (this.clock.now().getTime() - started > BUDGET_MS || tx.appended > MOST_EVENTS) break;
    }
    const isAll = events.length < BATCH && (events.at(-1)?.seq ?? last) === last;
    await tx.execute('UPDATE events.reaction_cursor SET seq = $3, failures = 0 WHERE org_id = $1 AND consumer = $2', [
      tx.orgId,
      reaction.consumer,
      isAll ? head : last,
    ]);
    return !isAll;
  }

  private async lockCursor(tx: Tx, consumer: string): Promise<number | undefined> {
    const lock = 'SELECT seq FROM events.reaction_cursor WHERE org_id = $1 AND consumer = $2 FOR UPDATE SKIP LOCKED';
    const [row] = await tx.query<{ seq: string }>(lock, [tx.orgId, consumer]);
    if (row) return Number(row.seq);
    const made = await tx.execute(
      'INSERT INTO events.reaction_cursor (org_id, consumer, seq) VALUES ($1, $2, 0) ON CONFLICT DO NOTHING',
      [tx.orgId, consumer],
    );
    return made === 1 ? 0 : undefined;
  }

  private async eventsAfter(tx: Tx, cursor: number, reaction: Reaction): Promise<LoggedEvent[]> {
    const rows = await tx.query<EventRow>(
      `SELECT seq, name, id, actor, at, data FROM events.event
       WHERE org_id = $1 AND seq > $2 AND name = ANY($3) ORDER BY seq LIMIT ${BATCH}`,
      [tx.orgId, cursor, reaction.on.map((event) => event.name)],
    );
    return rows.filter((row) => EVENTS.has(row.name)).map((row) => ({ ...row, orgId: tx.orgId, seq: Number(row.seq) }));
  }

  private async handle(tx: Tx, reaction: Reaction, event: LoggedEvent): Promise<void> {
    const subject = reaction.subjectOf?.(event) ?? event.id;
    const [parked] = await tx.query(
      'SELECT 1 FROM events.parked WHERE org_id = $1 AND consumer = $2 AND subject = $3 LIMIT 1',
      [tx.orgId, reaction.consumer, subject],
    );
    if (parked) return this.park(tx, reaction, event, 'waits for the earlier one');
    try {
      await reaction.handle(tx, event);
    } catch (error) {
      if (isConnectionLoss(error) || isLockTimeout(error) || isWorthRepeating(error)) throw error;
      throw new ReactionFailure(event, error);
    }
  }

  private async countFailure(orgId: string, reaction: Reaction, failure: ReactionFailure): Promise<void> {
    const { event } = failure;
    const audit = { action: `rule.${reaction.consumer}.failed`, kind: 'reaction', id: event.id };
    await this.uow.actAs(orgId, `rule:${reaction.consumer}`, audit, async (tx) => {
      const [row] = await tx.query<{ failures: number }>(
        `INSERT INTO events.reaction_cursor (org_id, consumer, seq, failures) VALUES ($1, $2, 0, 1)
         ON CONFLICT (org_id, consumer) DO UPDATE SET failures = events.reaction_cursor.failures + 1 RETURNING failures`,
        [orgId, reaction.consumer],
      );
      if ((row?.failures ?? 0) < FAILURES_TO_PARK) return;
      await this.park(tx, reaction, event, failure.cause instanceof Error ? failure.cause.name : 'unknown');
      await tx.execute('UPDATE events.reaction_cursor SET failures = 0 WHERE org_id = $1 AND consumer = $2', [
        orgId,
        reaction.consumer,
      ]);
    });
    this.log.warn(
      {
        consumer: reaction.consumer,
        seq: event.seq,
        event: event.name,
        cause: String((failure.cause as Error | undefined)?.stack)
          .split('\n')
          .slice(0, 6),
      },
      'a reaction failed',
    );
  }

  private async park(tx: Tx, reaction: Reaction, event: LoggedEvent, error: string): Promise<void> {
    await tx.execute(
      `INSERT INTO events.parked (org_id, consumer, subject, seq, error) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
      [tx.orgId, reaction.consumer, reaction.subjectOf?.(event) ?? event.id, event.seq, error],
    );
    this.log.error(
      { consumer: reaction.consumer, seq: event.seq, event: event.name, parked: true },
      'a subject is parked and waits for a person',
    );
  }
}

import { Inject, Injectable } from '@nestjs/common';
import type { QueryRunner } from 'typeorm';
import type { Caller } from '../access/principal.ts';
import { Clock } from '../clock/clock.ts';
import { AppError } from '../errors/app-error.ts';
import { Hints } from '../events/hints.ts';
import { JOB_SENDER } from '../jobs/job-sender.ts';
import type { JobSender } from '../jobs/transactional-send.ts';
import { Database } from './database.ts';
import { claimKey, storeReply } from './idempotency.ts';
import type { IdempotencyKey } from './idempotency.ts';
import { OpenTx } from './open-tx.ts';
import { isLockTimeout, isWorthRepeating } from './postgres-errors.ts';
import type { Actor, AuditSubject, Tx } from './tx.ts';

/** Reads that may look across organisations, each with its own narrow policy in the migrations. */
export type Purpose = 'tail' | 'sign-in' | 'session' | 'link';

interface Opening {
  orgId: string;
  actor: Actor;
  traceId: string;
  audit: AuditSubject;
}

const TRIES = 3;

/**
 * The only door to the database. One call is one transaction of one organisation: idempotency row, rows,
 * counters, stored reply, audit, events, COMMIT, in that order (live-path 1).
 */
@Injectable()
export class UnitOfWork {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly hints: Hints,
    @Inject(JOB_SENDER) private readonly jobs: JobSender,
  ) {}

  /**
   * A person's change. With an idempotency key the reply of an earlier run comes back unchanged.
   * A refusal rolls everything back and leaves its own audit entry.
   */
  async command<R>(caller: Caller, audit: AuditSubject, work: (tx: Tx) => Promise<R>): Promise<R> {
    const { principal, traceId } = caller;
    const opening: Opening = { orgId: principal.orgId, actor: `user:${principal.userId}`, traceId, audit };
    const key = caller.idempotency && { userId: principal.userId, route: caller.route, ...caller.idempotency };
    return this.refusable(opening, () => this.repeatable(() => this.write(opening, work, key)));
  }

  /** A change nobody asked for by request: a rule (reactions, jobs, imports), or a person who has no session yet. */
  async actAs<R>(orgId: string, actor: Actor, audit: AuditSubject, work: (tx: Tx) => Promise<R>): Promise<R> {
    return this.repeatable(() => this.write({ orgId, actor, traceId: actor, audit }, work));
  }

  /** A person's read, in one snapshot: rows and `asOf` belong together. Leaves its audit entry. */
  async read<R>(caller: Caller, audit: AuditSubject, work: (tx: Tx) => Promise<R>): Promise<R> {
    const { principal, traceId } = caller;
    const opening: Opening = { orgId: principal.orgId, actor: `user:${principal.userId}`, traceId, audit };
    return this.refusable(opening, () =>
      this.open(opening, 'BEGIN ISOLATION LEVEL REPEATABLE READ', async (tx) => {
        const found = await work(tx);
        await tx.flush('done');
        return found;
      }),
    );
  }

  /** A read on nobody's behalf in one snapshot: projections of the tail, checks of rooms. No audit: deliveries are covered by the subscribe. */
  async peek<R>(orgId: string, work: (tx: Tx) => Promise<R>): Promise<R> {
    const opening: Opening = { orgId, actor: 'rule:peek', traceId: 'peek', audit: { action: 'peek', kind: 'none' } };
    return this.open(opening, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', work);
  }

  /** A statement across organisations, allowed only by the policies of its purpose. */
  async across<Row>(purpose: Purpose, sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.database.withRunner(async (runner) => {
      await runner.query('BEGIN');
      try {
        await runner.query("SELECT set_config('caseboard.purpose', $1, true)", [purpose]);
        const rows = (await runner.query(sql, [...parameters], true)).records as Row[];
        await runner.query('COMMIT');
        return rows;
      } catch (error) {
        await rollback(runner);
        throw error;
      }
    });
  }

  private async write<R>(opening: Opening, work: (tx: Tx) => Promise<R>, key?: IdempotencyKey): Promise<R> {
    const done = await this.open(opening, 'BEGIN', async (tx) => {
      const earlier = key && (await this.claim(tx, key));
      if (earlier) return { reply: earlier.reply as R, appended: 0 };
      const reply = await work(tx);
      if (key) await storeReply(tx, key, reply);
      await tx.flush('done');
      return { reply, appended: tx.appended };
    });
    if (done.appended > 0) this.hints.committed(opening.orgId);
    return done.reply;
  }

  private async claim(tx: Tx, key: IdempotencyKey): Promise<{ reply: unknown } | undefined> {
    try {
      return await claimKey(tx, key);
    } catch (error) {
      if (isLockTimeout(error)) throw new AppError('request/in-progress', { retryAfterSeconds: 2 }, { cause: error });
      throw error;
    }
  }

  private async open<R>(opening: Opening, begin: string, work: (tx: OpenTx) => Promise<R>): Promise<R> {
    return this.database.withRunner(async (runner) => {
      const tx = new OpenTx({ runner, ...opening, now: this.clock.now(), jobs: this.jobs });
      await runner.query(begin);
      try {
        await runner.query("SELECT set_config('caseboard.org', $1, true), set_config('lock_timeout', '2s', true)", [
          opening.orgId,
        ]);
        const result = await work(tx);
        await runner.query('COMMIT');
        return result;
      } catch (error) {
        await rollback(runner);
        throw error;
      }
    });
  }

  private async repeatable<R>(run: () => Promise<R>): Promise<R> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await run();
      } catch (error) {
        if (isLockTimeout(error)) throw new AppError('request/busy', { retryAfterSeconds: 1 }, { cause: error });
        if (!isWorthRepeating(error) || attempt === TRIES) throw error;
      }
    }
  }

  /** Refusals are audited in their own transaction, since the refused one rolled back. */
  private async refusable<R>(opening: Opening, run: () => Promise<R>): Promise<R> {
    try {
      return await run();
    } catch (error) {
      if (error instanceof AppError && error.status < 500) await this.refused(opening, error.code);
      throw error;
    }
  }

  /** Writes only the audit entry of something that was not allowed or not possible. */
  async refused(opening: Opening, code: string): Promise<void> {
    await this.open(opening, 'BEGIN', (tx) => tx.flush(code));
  }
}

/** The connection may be gone, which rolled back by itself. */
async function rollback(runner: QueryRunner): Promise<void> {
  await runner.query('ROLLBACK').catch(() => undefined);
}

import { Injectable } from '@nestjs/common';
import { ReactionRegistry, UnitOfWork } from '@caseboard/server/kernel';
import type { Chore, Tx } from '@caseboard/server/kernel';

const EVERY_MS = 10 * 60_000;
const BATCH = 2000;

/** The log is kept 7 days (live-path 7). */
@Injectable()
export class LogRetention {
  private readonly uow: UnitOfWork;
  private readonly reactions: ReactionRegistry;

  constructor(uow: UnitOfWork, reactions: ReactionRegistry) {
    this.uow = uow;
    this.reactions = reactions;
  }

  /** For the worker: sweeps each organisation every ten minutes. */
  chore(): Chore {
    return { name: 'live.log-retention', everyMs: EVERY_MS, run: async (orgId) => void (await this.sweep(orgId)) };
  }

  /**
   * Raises the floor first, so that whoever asks from below it reloads, then deletes up to it in batches.
   * Never past what a reaction has still to read, and never the newest event: the head comes from it.
   * Resolves to the number of events deleted.
   */
  async sweep(orgId: string, days = 7): Promise<number> {
    const range = await this.act(orgId, (tx) => this.raiseFloor(tx, days));
    if (!range) return 0;
    let deleted = 0;
    for (let through = range.from + BATCH; ; through += BATCH) {
      const upTo = Math.min(through, range.floor);
      deleted += await this.act(orgId, (tx) => deleteUpTo(tx, upTo));
      if (upTo === range.floor) return deleted;
    }
  }

  private act<R>(orgId: string, work: (tx: Tx) => Promise<R>): Promise<R> {
    return this.uow.actAs(
      orgId,
      'rule:log-retention',
      { action: 'rule.log-retention', kind: 'stream', id: orgId },
      work,
    );
  }

  private async raiseFloor(tx: Tx, days: number): Promise<{ from: number; floor: number } | undefined> {
    const consumers = this.reactions.all().map(({ consumer }) => consumer);
    const [range] = await tx.query<{ from: number; floor: number }>(
      `UPDATE events.stream s SET floor = may.seq
       FROM (
         SELECT least(old.seq, events.head($1) - 1,
           (SELECT min(coalesce(c.seq, 0)) FROM unnest($4::text[]) AS needed(consumer)
            LEFT JOIN events.reaction_cursor c ON c.org_id = $1 AND c.consumer = needed.consumer),
           (SELECT min(seq) FROM events.reaction_cursor WHERE org_id = $1)
         ) AS seq
         FROM (SELECT seq FROM events.event WHERE org_id = $1 AND at < $2::timestamptz - make_interval(days => $3)
               ORDER BY at DESC LIMIT 1) old
       ) may
       WHERE s.org_id = $1 AND may.seq >= s.floor
         AND EXISTS (SELECT FROM events.event WHERE org_id = $1 AND seq <= may.seq)
       RETURNING s.floor::float8 AS floor, (SELECT min(seq) - 1 FROM events.event WHERE org_id = $1)::float8 AS "from"`,
      [tx.orgId, tx.now, days, consumers],
    );
    return range;
  }
}

async function deleteUpTo(tx: Tx, seq: number): Promise<number> {
  await tx.execute('DELETE FROM events.delivery WHERE org_id = $1 AND seq <= $2', [tx.orgId, seq]);
  return tx.execute('DELETE FROM events.event WHERE org_id = $1 AND seq <= $2', [tx.orgId, seq]);
}

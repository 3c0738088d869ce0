import type { Tx } from '@caseboard/server/kernel';
import { isFurther } from './claim-progress.rules.ts';
import type { ProgressState } from './claim-progress.rules.ts';

/** One claim's news. */
export interface ClaimAdvance {
  claimId: string;
  state: ProgressState;
}

interface Held {
  claimId: string;
  state: ProgressState;
}

/** How far claims came before they were decided. */
export const ClaimProgress = {
  /**
   * Brings claims to the state their news say, in the order given, where that is further (`isFurther`). Holds the
   * claims' rows. The claims whose state changed come back with the state before and after; appends no event.
   */
  async advance(
    tx: Tx,
    news: readonly ClaimAdvance[],
  ): Promise<{ claimId: string; before: ProgressState; after: ProgressState }[]> {
    if (news.length === 0) return [];
    const before = await held(tx, [...new Set(news.map(({ claimId }) => claimId))].sort());
    const after = new Map(before);
    for (const { claimId, state } of news) {
      const from = after.get(claimId);
      if (from !== undefined && isFurther(from, state)) after.set(claimId, state);
    }
    const changed = [...after].flatMap(([claimId, state]) => {
      const from = before.get(claimId);
      return from === undefined || from === state ? [] : [{ claimId, before: from, after: state }];
    });
    await write(
      tx,
      changed.map(({ claimId, after: state }) => ({ claimId, state })),
    );
    return changed;
  },

  /** Gives new claims their first state; for claims that have none yet. */
  async begin(tx: Tx, rows: readonly ClaimAdvance[]): Promise<void> {
    await write(tx, rows);
  },
};

/** The claim's own row is held, for it is there also when nothing was ever heard. */
async function held(tx: Tx, claimIds: readonly string[]): Promise<Map<string, ProgressState>> {
  const rows = await tx.query<Held>(
    `WITH locked AS MATERIALIZED (
       SELECT c.id FROM billing.claim c WHERE c.org_id = $1 AND c.id = ANY($2::uuid[]) ORDER BY c.id FOR NO KEY UPDATE OF c)
     SELECT l.id AS "claimId", coalesce(g.state, 'sent') AS state FROM locked l
     LEFT JOIN billing.claim_progress g ON g.org_id = $1 AND g.claim_id = l.id`,
    [tx.orgId, claimIds],
  );
  return new Map(rows.map(({ claimId, state }) => [claimId, state]));
}

async function write(tx: Tx, rows: readonly Held[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(
    `INSERT INTO billing.claim_progress AS g (org_id, claim_id, state, changed_at)
     SELECT $1, n.claim_id, n.state, $4 FROM unnest($2::uuid[], $3::text[]) AS n(claim_id, state)
     ON CONFLICT (org_id, claim_id) DO UPDATE SET state = EXCLUDED.state, changed_at = EXCLUDED.changed_at, version = g.version + 1`,
    [tx.orgId, rows.map(({ claimId }) => claimId), rows.map(({ state }) => state), tx.now],
  );
}

import type { UnitOfWork } from '@caseboard/server/kernel';

/** What a node knew of a log when it saw that the log is not what it was. */
export interface KnownLog {
  orgId: string;
  epoch: string;
  position: number;
}

/**
 * Gives a log a new epoch when the server runs on another WAL timeline, or the head is below what this node
 * has read: sequences may name other events now (live-path 20). Under the lock that appends take; of several
 * nodes that see it, one raises. Sessions are kept. Resolves to whether this call raised it.
 */
export function raiseEpoch(uow: UnitOfWork, known: KnownLog): Promise<boolean> {
  const audit = { action: 'rule.raise-epoch', kind: 'stream', id: known.orgId };
  return uow.actAs(known.orgId, 'rule:raise-epoch', audit, async (tx) => {
    await tx.query('SELECT FROM events.stream WHERE org_id = $1 FOR NO KEY UPDATE', [tx.orgId]);
    const raised = await tx.execute(
      `UPDATE events.stream s SET epoch = gen_random_uuid(), timeline = now.timeline_id
       FROM pg_control_checkpoint() now
       WHERE s.org_id = $1 AND s.epoch = $2 AND (s.timeline <> now.timeline_id OR events.head($1) < $3)`,
      [tx.orgId, known.epoch, known.position],
    );
    return raised === 1;
  });
}

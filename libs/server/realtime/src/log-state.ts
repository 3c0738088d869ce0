import type { SubscribeAsk } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';

/** Where an organisation's log stands in a snapshot. */
export interface LogState {
  epoch: string;
  floor: number;
  head: number;
}

/** The log in this snapshot. The organisation has one, since its people ask. */
export async function readLogState(tx: Tx): Promise<LogState> {
  const [state] = await tx.query<LogState>(
    'SELECT epoch::text AS epoch, floor::float8 AS floor, events.head(org_id)::float8 AS head FROM events.stream WHERE org_id = $1',
    [tx.orgId],
  );
  if (!state) throw new Error('An organisation has no event stream.');
  return state;
}

/** A position that this log cannot continue from: another epoch, beyond its head, or below its floor (live-path 13). */
export function mustReload(ask: Pick<SubscribeAsk, 'since' | 'epoch'>, state: LogState): boolean {
  if (ask.epoch !== undefined && ask.epoch !== state.epoch) return true;
  return ask.since !== undefined && (ask.since > state.head || ask.since < state.floor);
}

import type { PresenceState } from '@caseboard/contracts';

/** One connection says where its person is; `state: null` says it left. Names and ids only, never kept. */
export interface PresenceWord {
  orgId: string;
  channel: string;
  /** The row. */
  id: string;
  userId: string;
  name: string;
  /** The connection, unique across nodes. */
  socketId: string;
  state: PresenceState | null;
}

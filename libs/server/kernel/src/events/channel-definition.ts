import type { Permission } from '@caseboard/contracts';
import type { Principal } from '../access/principal.ts';
import type { Tx } from '../database/tx.ts';

/** A kind of channel: who may join it and what its rows may show. One audience each. */
export interface ChannelDefinition {
  /** `board:denials`, `queue`, `case:denial`: matched on the longest leading part of the name. */
  prefix: string;
  /** Bodies are made and cached for this audience. */
  audience: string;
  permission: Permission;
  /** May this person follow this very channel? `key` is what comes after the prefix. */
  admits(tx: Tx, principal: Principal, key: string): Promise<boolean>;
}

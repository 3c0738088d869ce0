import { channels } from '@caseboard/contracts';
import type { ChannelDefinition, RowDefinition } from '@caseboard/server/kernel';
import type { FeeRow } from './fee.rules.ts';
import { findFees } from './fees.repository.ts';

/** What a code costs from a day on. */
export const feeRow: RowDefinition<FeeRow> = {
  kind: 'fee',
  channelsOf: () => [channels.fees()],
  isRestricted: () => false,
  project: async (tx, ids) => new Map((await findFees(tx, ids)).map((fee) => [fee.id, fee])),
};

/** Who may read fees may follow them. */
export const feesChannel: ChannelDefinition = {
  prefix: 'fees',
  audience: 'fees',
  permission: 'billing.fee.read',
  admits: async (_tx, _principal, key) => key === 'all',
};

import type { Tx } from '@caseboard/server/kernel';
import { sequenceOf } from './claim-rows.ts';
import type { ClaimRow } from './claim-rows.ts';
import { appendBatches, chargedBy } from './ledger.repository.ts';
import { movementsOfTakingBack } from './ledger.rules.ts';

/**
 * Takes back the charges of claims that these replace (7) or void (8), as sending one made here does: claims to the
 * same first payer under the same control number that came before, in earlier files or this one. Called once the
 * charges of these are booked.
 */
export async function takeBackFollowed(tx: Tx, rows: readonly ClaimRow[]): Promise<void> {
  for (const row of rows) {
    if (!isFollower(row)) continue;
    const before = await tx.query<{ id: string }>(
      `SELECT c.id FROM billing.claim c WHERE c.org_id = $1 AND c.control_number = $2 AND c.payer_id = $3
         AND c.payer_sequence = 'P' AND c.id < $4 ORDER BY c.id`,
      [tx.orgId, row.claim.controlNumber, row.payerId, row.id],
    );
    const charged = await chargedBy(
      tx,
      before.map(({ id }) => id),
    );
    await appendBatches(
      tx,
      [...charged].map(([claimId, movements]) => ({
        reason: 'charge-taken-back' as const,
        source: { claimId },
        movements: movementsOfTakingBack(movements),
      })),
    );
  }
}

const isFollower = ({ claim }: ClaimRow): boolean =>
  (claim.frequency === '7' || claim.frequency === '8') && sequenceOf(claim) === 'P';

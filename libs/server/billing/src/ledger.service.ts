import { Injectable } from '@nestjs/common';
import type { Tx } from '@caseboard/server/kernel';
import { settleLaterPayers } from './later-payers.repository.ts';
import { appendBatches } from './ledger.repository.ts';
import type { LedgerBatch } from './ledger.repository.ts';
import { mirrored, net } from './ledger.rules.ts';
import type { Account, Movement } from './ledger.rules.ts';

/** The one ledger, for modules that book something of their own. It only grows; a mistake is mirrored. */
@Injectable()
export class Ledger {
  /** Books movements that add up to zero, netted by account; the database refuses others. None: books nothing. */
  async post(tx: Tx, batch: LedgerBatch): Promise<void> {
    const movements = net(batch.movements);
    if (movements.length > 0) await appendBatches(tx, [{ ...batch, movements }]);
  }

  /** Brings what is booked between the first and later payers of these patients' visits up to date. For one caller at a time. */
  async settleLaterPayers(tx: Tx, patientIds: readonly string[]): Promise<void> {
    await settleLaterPayers(tx, patientIds);
  }

  /** Takes back all that a patient's payment has booked so far. */
  async reversePayment(tx: Tx, patientPaymentId: string): Promise<void> {
    const rows = await tx.query<{ account: Account; cents: string }>(
      `SELECT account, sum(debit_cents - credit_cents) AS cents FROM billing.ledger_entry
       WHERE org_id = $1 AND patient_payment_id = $2 GROUP BY account`,
      [tx.orgId, patientPaymentId],
    );
    const booked = rows.map(({ account, cents }): Movement => ({ account, cents: Number(cents) }));
    await this.post(tx, { reason: 'payment-reversed', source: { patientPaymentId }, movements: mirrored(booked) });
  }
}

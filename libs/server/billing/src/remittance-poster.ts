import { Injectable } from '@nestjs/common';
import { Payers } from '@caseboard/server/records';
import type { Tx } from '@caseboard/server/kernel';
import { bulkInsert } from './bulk-insert.ts';
import { matchClaims } from './claim-matcher.ts';
import type { Matchable } from './claim-matcher.ts';
import { batchOf, decisionRow, newTotals } from './decision-rows.ts';
import { facilitiesByNpi } from './facilities.repository.ts';
import { humanNumber } from './human-number.ts';
import { appendBatches } from './ledger.repository.ts';
import { movementsOfPayment } from './ledger.rules.ts';
import type { PostingChunk, SetInPosting, SetToClose } from './posting-chunk.ts';
import { partOf, tellPosted } from './posting-events.ts';
import { beginPosting } from './begin-posting.ts';
import {
  adjustmentTable,
  decisionTable,
  lineTable,
  providerAdjustmentTable,
  remarkTable,
  rowsBelow,
} from './remittance-rows.ts';
import type { DecisionRow } from './remittance-rows.ts';
import { insertRemittances, markReversed, writeStandings } from './remittances.repository.ts';
import type { NewRemittance, OpenedRemittance } from './remittances.repository.ts';

/** Remittances that are open in this transaction, by id. */
type Opened = ReadonlyMap<string, OpenedRemittance>;

/** Posts one chunk of a remittance file in the caller's transaction. Every chunk balances in the ledger. */
@Injectable()
export class RemittancePoster {
  constructor(private readonly payers: Payers) {}

  /** Posts everything the chunk holds; what it opened comes back. A set whose payment came in meanwhile is left out. */
  async post(tx: Tx, importId: string, chunk: PostingChunk): Promise<Opened> {
    await beginPosting(tx);
    const opened = await this.open(tx, importId, chunk.opens);
    const openOf = (set: SetInPosting) => set.opened ?? opened.get(set.plan.remittanceId);
    const claims = chunk.claims.flatMap((one) => {
      const remittance = openOf(one.set);
      return remittance ? [{ ...one, payerId: remittance.payerId, facilityId: remittance.facilityId }] : [];
    });
    const closes = chunk.closes.filter(({ set }) => openOf(set));
    const rows = await this.decideAll(tx, claims);
    await this.close(tx, closes);
    await tellPosted(
      tx,
      chunk.sets().flatMap((set) => partOf(set, openOf(set), { opened, rows, closes })),
    );
    return opened;
  }

  private async open(tx: Tx, importId: string, sets: readonly SetInPosting[]): Promise<Opened> {
    if (sets.length === 0) return new Map();
    const payers = await this.payers.findOrAddMany(
      tx,
      sets.map(({ header }) => ({ payerCode: header.payer.id || null, name: header.payer.name })),
    );
    const [facilities, first] = [await facilitiesByNpi(tx), await tx.number('REM', sets.length)];
    const rows = sets.map(({ plan, header }, at): NewRemittance => ({
      id: plan.remittanceId,
      number: humanNumber('REM', first + at),
      importId,
      ordinal: plan.ordinal,
      fingerprint: plan.fingerprint,
      payerId: payers[at]?.id ?? '',
      payeeName: header.payee.name.slice(0, 120),
      payeeId: header.payee.id,
      facilityId: facilities.get(header.payee.id) ?? null,
      trace: header.traceNumber,
      paidCents: header.paidCents,
      paidOn: header.paymentDate ?? header.productionDate ?? tx.now.toISOString().slice(0, 10),
      claims: plan.claims,
    }));
    const written = await insertRemittances(tx, rows);
    const opened = rows.filter((row) => written.has(row.id));
    return new Map(opened.map(({ id, payerId, facilityId }) => [id, { id, state: 'posting', payerId, facilityId }]));
  }

  private async decideAll(
    tx: Tx,
    claims: readonly (Matchable & { facilityId: string | null })[],
  ): Promise<DecisionRow[]> {
    if (claims.length === 0) return [];
    const matches = await matchClaims(tx, claims);
    const rows = claims.map((one, at) => decisionRow(tx, one, matches[at]));
    const { lines, adjustments, remarks } = rowsBelow(rows);
    await bulkInsert(tx, decisionTable, rows);
    await bulkInsert(tx, lineTable, lines);
    await bulkInsert(tx, adjustmentTable, adjustments);
    await bulkInsert(tx, remarkTable, remarks);
    await appendBatches(tx, rows.map(batchOf));
    await markReversed(
      tx,
      rows.flatMap(({ id, reversesId }) => (reversesId ? [{ id: reversesId, reversedById: id }] : [])),
    );
    await writeStandings(tx, newTotals(rows, matches));
    return rows;
  }

  private async close(tx: Tx, closes: readonly SetToClose[]): Promise<void> {
    const plbs = closes.flatMap(({ set, providerAdjustments }) =>
      providerAdjustments.map((one, at) => ({ ...one, remittanceId: set.plan.remittanceId, ordinal: at + 1 })),
    );
    await bulkInsert(tx, providerAdjustmentTable, plbs);
    await appendBatches(
      tx,
      closes.map(({ set, totals }) => ({
        reason: 'payment-received',
        source: { remittanceId: set.plan.remittanceId },
        movements: movementsOfPayment(set.header.paidCents, totals.providerAdjustmentCents),
      })),
    );
  }
}

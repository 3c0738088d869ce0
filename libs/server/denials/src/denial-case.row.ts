import { channels } from '@caseboard/contracts';
import type { DenialCase } from '@caseboard/contracts';
import { carcWords, rarcWords } from '@caseboard/server/billing';
import type { RowDefinition } from '@caseboard/server/kernel';
import type { DenialCaseRow } from './denial-case.types.ts';
import { findCases } from './denial-cases.repository.ts';

/** The card of a case; a row has more than leaves the server. */
export const asCard = (row: DenialCaseRow): DenialCase => ({
  id: row.id,
  number: row.number,
  stage: row.stage,
  category: row.category,
  group: row.group,
  carc: row.carc,
  carcWords: carcWords(row.carc),
  rarcs: row.rarcs.map((code) => ({ code, words: rarcWords(code) })),
  denialCount: row.denialCount,
  amountCents: row.amountCents,
  claimId: row.claimId,
  claimNumber: row.claimNumber,
  patient: row.patient,
  payerId: row.payerId,
  payerName: row.payerName,
  facilityId: row.facilityId,
  remittanceId: row.remittanceId,
  remittanceNumber: row.remittanceNumber,
  deniedOn: row.deniedOn,
  dueOn: row.dueOn,
  dueRule: row.dueRule,
  ownerId: row.ownerId,
  workItemId: row.itemId,
  workItemVersion: row.itemVersion,
  priority: row.priority,
  movedBy: row.movedBy,
  movedAt: row.movedAt?.toISOString() ?? null,
  rootCause: row.rootCause,
  isPreventable: row.isPreventable,
  recoveredCents: row.recoveredCents,
  version: row.version,
});

/** A case lives on the board and on its own channel for good; closed is a column too. */
export const denialCaseRow: RowDefinition<DenialCaseRow> = {
  kind: 'denial-case',
  channelsOf: (row) => [channels.board('denials'), channels.case('denial', row.id)],
  isRestricted: (row) => row.isRestricted,
  project: async (tx, ids) => {
    const rows = await findCases(tx, ids);
    return new Map(rows.filter((row) => !row.isRestricted).map((row) => [row.id, asCard(row)]));
  },
};

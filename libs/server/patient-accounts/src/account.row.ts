import { channels } from '@caseboard/contracts';
import type { PatientAccountSummary } from '@caseboard/contracts';
import type { RowDefinition } from '@caseboard/server/kernel';
import { patientName } from '@caseboard/server/records';
import type { AccountRow } from './account.types.ts';
import { findAccounts } from './accounts.repository.ts';

/** The row of an account as lists and screens show it. */
export const asSummary = (row: AccountRow): PatientAccountSummary => ({
  id: row.id,
  number: row.number,
  state: row.state,
  patientId: row.patientId,
  patientName: patientName(row),
  mrn: row.mrn,
  balanceCents: row.balanceCents,
  heldCents: row.heldCents,
  insuranceCents: row.insuranceCents,
  creditCents: row.creditCents,
  lastStatementOn: row.lastStatementOn,
  version: row.version,
});

/** An account lives in the list and on its own channel; one that was folded into another is nowhere. */
export const accountRow: RowDefinition<AccountRow> = {
  kind: 'patient-account',
  channelsOf: (row) =>
    row.foldedIntoId === null ? [channels.accounts(), channels.case('patient-account', row.id)] : [],
  isRestricted: (row) => row.isRestricted,
  project: async (tx, ids) => {
    const rows = await findAccounts(tx, ids);
    return new Map(
      rows.filter((row) => !row.isRestricted && row.foldedIntoId === null).map((row) => [row.id, asSummary(row)]),
    );
  },
};

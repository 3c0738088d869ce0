import type { ProviderAdjustment, RemittanceClaim, RemittanceLine } from '@caseboard/x12';
import { v7 as uuidv7 } from 'uuid';
import type { GroupedAdjustment } from './claim-adjustments.rules.ts';
import { insertSql } from './columns.ts';
import type { Columns } from './columns.ts';
import type { Decision } from './decision.rules.ts';

/** One claim of a remittance with everything its row needs. */
export interface DecisionRow {
  id: string;
  remittanceId: string;
  payerId: string;
  claimId: string | null;
  facilityId: string | null;
  reversesId: string | null;
  claim: RemittanceClaim;
  decision: Decision;
  postedAt: Date;
}

const decisionColumns: Columns<DecisionRow> = [
  ['id', 'uuid', (row) => row.id],
  ['remittance_id', 'uuid', (row) => row.remittanceId],
  ['ordinal', 'int', (row) => row.claim.ordinal],
  ['payer_id', 'uuid', (row) => row.payerId],
  ['claim_id', 'uuid', (row) => row.claimId],
  ['facility_id', 'uuid', (row) => row.facilityId],
  ['control_number', 'text', (row) => row.claim.controlNumber],
  ['payer_claim_number', 'text', (row) => row.claim.payerControlNumber || null],
  ['status', 'text', (row) => row.claim.status],
  ['is_reversal', 'boolean', (row) => row.decision.isReversal],
  ['reverses_id', 'uuid', (row) => row.reversesId],
  ['patient_last_name', 'text', (row) => row.claim.patient?.lastName ?? ''],
  ['patient_first_name', 'text', (row) => row.claim.patient?.firstName ?? ''],
  ['member_id', 'text', (row) => row.claim.insured?.id || row.claim.patient?.id || null],
  ['service_from', 'date', (row) => serviceDateOf(row.claim)],
  ['charge_cents', 'bigint', (row) => row.claim.chargeCents],
  ['paid_cents', 'bigint', (row) => row.claim.paidCents],
  ['patient_cents', 'bigint', (row) => row.decision.patientCents],
  ['denied_cents', 'bigint', (row) => row.decision.deniedCents],
  ['denials', 'int', (row) => row.decision.denials],
  ['posted_at', 'timestamptz', (row) => row.postedAt],
];

/** A row that belongs to one claim of a remittance. */
type Of<Row> = { decisionId: string; row: Row };

const lineColumns: Columns<Of<RemittanceLine>> = [
  ['remittance_claim_id', 'uuid', ({ decisionId }) => decisionId],
  ['ordinal', 'int', ({ row }) => row.ordinal],
  ['procedure', 'text', ({ row }) => procedureOf(row)],
  ['modifiers', 'text', ({ row }) => row.procedure.modifiers.join(' ')],
  ['revenue_code', 'text', ({ row }) => row.revenueCode || null],
  ['units', 'numeric', ({ row }) => row.units],
  ['charge_cents', 'bigint', ({ row }) => row.chargeCents],
  ['paid_cents', 'bigint', ({ row }) => row.paidCents],
  ['service_from', 'date', ({ row }) => row.serviceFrom ?? null],
  ['control_number', 'text', ({ row }) => row.controlNumber ?? null],
];

const adjustmentColumns: Columns<Of<GroupedAdjustment>> = [
  ['remittance_claim_id', 'uuid', ({ decisionId }) => decisionId],
  ['id', 'uuid', () => uuidv7()],
  ['line_ordinal', 'int', ({ row }) => row.lineOrdinal],
  ['group_code', 'text', ({ row }) => row.group],
  ['carc', 'text', ({ row }) => row.carc],
  ['cents', 'bigint', ({ row }) => row.cents],
  ['is_denial', 'boolean', ({ row }) => row.isDenial],
];

/** A RARC of a claim (MIA, MOA) or of one line (LQ*HE). */
interface Remark {
  ordinal: number;
  lineOrdinal: number | null;
  code: string;
}

const remarkColumns: Columns<Of<Remark>> = [
  ['remittance_claim_id', 'uuid', ({ decisionId }) => decisionId],
  ['ordinal', 'int', ({ row }) => row.ordinal],
  ['line_ordinal', 'int', ({ row }) => row.lineOrdinal],
  ['code', 'text', ({ row }) => row.code],
];

type PlbRow = ProviderAdjustment & { remittanceId: string; ordinal: number };

const providerAdjustmentColumns: Columns<PlbRow> = [
  ['remittance_id', 'uuid', (row) => row.remittanceId],
  ['ordinal', 'int', (row) => row.ordinal],
  ['id', 'uuid', () => uuidv7()],
  ['provider_id', 'text', (row) => row.providerId],
  ['fiscal_period_end', 'date', (row) => row.fiscalPeriodEnd ?? null],
  ['reason', 'text', (row) => row.reason],
  ['reference', 'text', (row) => row.reference || null],
  ['cents', 'bigint', (row) => row.cents],
];

/** A table to fill in one statement. */
const tableOf = <Row>(table: string, columns: Columns<Row>) => ({ sql: insertSql(table, columns), columns });

export const decisionTable = tableOf('billing.remittance_claim', decisionColumns);
export const lineTable = tableOf('billing.remittance_line', lineColumns);
export const adjustmentTable = tableOf('billing.adjustment', adjustmentColumns);
export const remarkTable = tableOf('billing.remark', remarkColumns);
export const providerAdjustmentTable = tableOf('billing.provider_adjustment', providerAdjustmentColumns);

/** Everything below the claims of a chunk, table by table. */
export function rowsBelow(rows: readonly DecisionRow[]) {
  const lines: Of<RemittanceLine>[] = [];
  const adjustments: Of<GroupedAdjustment>[] = [];
  const remarks: Of<Remark>[] = [];
  for (const { id: decisionId, claim, decision } of rows) {
    for (const row of claim.lines) lines.push({ decisionId, row });
    for (const row of decision.adjustments) adjustments.push({ decisionId, row });
    for (const row of remarksOf(claim)) remarks.push({ decisionId, row });
  }
  return { lines, adjustments, remarks };
}

function remarksOf(claim: RemittanceClaim): Remark[] {
  const remarks = claim.remarkCodes.map((code) => ({ lineOrdinal: null as number | null, code }));
  for (const line of claim.lines) {
    for (const code of line.remarkCodes) remarks.push({ lineOrdinal: line.ordinal, code });
  }
  return remarks.map((remark, at) => ({ ...remark, ordinal: at + 1 }));
}

/** A revenue code stands in SVC01 when the payer names no procedure. */
const procedureOf = ({ procedure }: RemittanceLine): string | null =>
  procedure.qualifier === 'NU' ? null : procedure.code || null;

/** The first day of service: the statement's, else the earliest line's. */
function serviceDateOf(claim: RemittanceClaim): string | null {
  if (claim.statementFrom !== undefined) return claim.statementFrom;
  const days = claim.lines.flatMap((line) => line.serviceFrom ?? []);
  return days.length === 0 ? null : days.reduce((first, day) => (day < first ? day : first));
}

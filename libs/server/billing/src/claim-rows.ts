import type { ClaimLine, Diagnosis, SubmittedClaim } from '@caseboard/x12';
import { v7 as uuidv7 } from 'uuid';
import { insertSql } from './columns.ts';
import type { Columns } from './columns.ts';

/** A claim with everything its row needs. */
export interface ClaimRow {
  id: string;
  number: string;
  contentHash: string;
  importId: string;
  payerId: string;
  patientId: string;
  facilityId: string | null;
  sentAt: Date;
  /** GS06 without zeros in front and ST02 of the 837: what a 999 answers to. */
  groupControlNumber: string | null;
  setControlNumber: string | null;
  /** GS02 and GS03. */
  senderCode: string | null;
  receiverCode: string | null;
  claim: SubmittedClaim;
}

const claimColumns: Columns<ClaimRow> = [
  ['id', 'uuid', (row) => row.id],
  ['number', 'text', (row) => row.number],
  ['control_number', 'text', (row) => row.claim.controlNumber],
  ['kind', 'text', (row) => kindOf(row.claim)],
  ['content_hash', 'text', (row) => row.contentHash],
  ['frequency', 'text', (row) => row.claim.frequency || '1'],
  ['original_reference', 'text', (row) => row.claim.originalReference ?? null],
  ['payer_sequence', 'text', (row) => sequenceOf(row.claim)],
  ['payer_id', 'uuid', (row) => row.payerId],
  ['patient_id', 'uuid', (row) => row.patientId],
  ['member_id', 'text', (row) => row.claim.subscriber?.party?.id || null],
  ['facility_id', 'uuid', (row) => row.facilityId],
  ['charge_cents', 'bigint', (row) => row.claim.chargeCents],
  ['service_from', 'date', (row) => firstDayOf(row.claim)],
  ['service_to', 'date', (row) => lastDayOf(row.claim)],
  ['import_id', 'uuid', (row) => row.importId],
  ['sent_at', 'timestamptz', (row) => row.sentAt],
  ['group_control_number', 'text', (row) => row.groupControlNumber],
  ['set_control_number', 'text', (row) => row.setControlNumber],
  ['sender_code', 'text', (row) => row.senderCode],
  ['receiver_code', 'text', (row) => row.receiverCode],
];

type Of<Row> = { claimId: string; row: Row };

const lineColumns: Columns<Of<ClaimLine>> = [
  ['claim_id', 'uuid', ({ claimId }) => claimId],
  ['line_number', 'int', ({ row }) => row.ordinal],
  ['id', 'uuid', () => uuidv7()],
  ['procedure', 'text', ({ row }) => row.procedure.code || null],
  ['modifiers', 'text', ({ row }) => row.procedure.modifiers.join(' ')],
  ['revenue_code', 'text', ({ row }) => row.revenueCode || null],
  ['units', 'numeric', ({ row }) => row.units ?? 1],
  ['charge_cents', 'bigint', ({ row }) => row.chargeCents],
  ['service_from', 'date', ({ row }) => row.serviceFrom ?? null],
  ['control_number', 'text', ({ row }) => row.controlNumber ?? null],
];

const diagnosisColumns: Columns<Of<Diagnosis & { ordinal: number }>> = [
  ['claim_id', 'uuid', ({ claimId }) => claimId],
  ['ordinal', 'int', ({ row }) => row.ordinal],
  ['role', 'text', ({ row }) => row.role],
  ['system', 'text', ({ row }) => row.system],
  ['code', 'text', ({ row }) => row.code],
  ['present_on_admission', 'text', ({ row }) => row.presentOnAdmission || null],
];

const tableOf = <Row>(table: string, columns: Columns<Row>) => ({ sql: insertSql(table, columns), columns });

export const claimTable = tableOf('billing.claim', claimColumns);
export const claimLineTable = tableOf('billing.claim_line', lineColumns);
export const claimDiagnosisTable = tableOf('billing.claim_diagnosis', diagnosisColumns);

/** Lines and diagnoses of claims. */
export function rowsBelowClaims(rows: readonly ClaimRow[]) {
  const lines: Of<ClaimLine>[] = [];
  const diagnoses: Of<Diagnosis & { ordinal: number }>[] = [];
  for (const { id: claimId, claim } of rows) {
    for (const row of claim.lines) lines.push({ claimId, row });
    claim.diagnoses.forEach((row, at) => diagnoses.push({ claimId, row: { ...row, ordinal: at + 1 } }));
  }
  return { lines, diagnoses };
}

/** Without SV1 or SV2 lines the place of service tells: `A` is a type of bill (CLM05-2). */
function kindOf({ kind, facilityQualifier }: SubmittedClaim): 'professional' | 'institutional' {
  return kind === '837i' || (kind === '837' && facilityQualifier === 'A') ? 'institutional' : 'professional';
}

/** SBR01; a claim that does not say goes to the first payer. */
export const sequenceOf = (claim: SubmittedClaim): string => claim.subscriber?.responsibility || 'P';

const firstDayOf = (claim: SubmittedClaim): string | null =>
  claim.statementFrom ?? claim.lines.flatMap((line) => line.serviceFrom ?? []).sort()[0] ?? null;

const lastDayOf = (claim: SubmittedClaim): string | null =>
  claim.statementTo ??
  claim.lines
    .flatMap((line) => line.serviceTo ?? line.serviceFrom ?? [])
    .sort()
    .at(-1) ??
  null;

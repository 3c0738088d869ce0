import type { Tx } from '@caseboard/server/kernel';
import { v7 as uuidv7 } from 'uuid';
import { bulkInsert } from './bulk-insert.ts';
import type { BuiltClaim, BuiltDiagnosis } from './claim-build.rules.ts';
import type { BuiltLine } from './claim-lines.rules.ts';
import { insertSql } from './columns.ts';
import type { Columns } from './columns.ts';

interface Line extends BuiltLine {
  claimId: string;
  lineNumber: number;
  controlNumber: string;
}
interface Diagnosis extends BuiltDiagnosis {
  claimId: string;
  ordinal: number;
}

const lineColumns: Columns<Line> = [
  ['claim_id', 'uuid', (line) => line.claimId],
  ['line_number', 'int', (line) => line.lineNumber],
  ['id', 'uuid', () => uuidv7()],
  ['procedure', 'text', (line) => line.procedure],
  ['modifiers', 'text', (line) => line.modifiers.join(' ')],
  ['revenue_code', 'text', (line) => line.revenueCode],
  ['units', 'numeric', (line) => line.units],
  ['charge_cents', 'bigint', (line) => line.chargeCents],
  ['service_from', 'date', (line) => line.serviceFrom],
  ['control_number', 'text', (line) => `${line.controlNumber}-${line.lineNumber}`],
];
const diagnosisColumns: Columns<Diagnosis> = [
  ['claim_id', 'uuid', (row) => row.claimId],
  ['ordinal', 'int', (row) => row.ordinal],
  ['role', 'text', (row) => row.role],
  ['system', 'text', () => 'icd-10'],
  ['code', 'text', (row) => row.code],
  ['present_on_admission', 'text', (row) => row.presentOnAdmission],
];
const tableOf = <Row>(table: string, columns: Columns<Row>) => ({ sql: insertSql(table, columns), columns });
const lineTable = tableOf('billing.claim_line', lineColumns);
const diagnosisTable = tableOf('billing.claim_diagnosis', diagnosisColumns);

/** Writes lines and diagnoses of a claim made here; the lines' numbers are those the 837 says (REF*6R). */
export async function insertBuiltRows(
  tx: Tx,
  { id: claimId, controlNumber }: { id: string; controlNumber: string },
  { lines, diagnoses }: BuiltClaim,
): Promise<void> {
  await bulkInsert(
    tx,
    lineTable,
    lines.map((line, at) => ({ ...line, claimId, lineNumber: at + 1, controlNumber })),
  );
  await bulkInsert(
    tx,
    diagnosisTable,
    diagnoses.map((row, at) => ({ ...row, claimId, ordinal: at + 1 })),
  );
}

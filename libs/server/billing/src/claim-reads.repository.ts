import type { ClaimDiagnosis, ClaimSummary } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';
import { patientName } from '@caseboard/server/records';
import { isVisibleSql } from './billing.access.ts';
import { eachOf, unique } from './each-of.ts';

/** A claim as stored, with the names people read. */
export interface StoredClaim extends ClaimSummary {
  facilityId: string | null;
  memberId: string | null;
  frequency: string;
  originalReference: string | null;
  patientFirstName: string;
  patientLastName: string;
  madeAt: Date | null;
  isRestricted: boolean;
}

type Raw = Omit<StoredClaim, 'chargeCents' | 'paidCents' | 'patientName' | 'sentAt'> & {
  chargeCents: string;
  paidCents: string;
  sentAt: Date | null;
  middleName: string;
  suffix: string;
};

const SELECT = `SELECT c.id, c.number, c.control_number AS "controlNumber", c.kind, coalesce(s.state, g.state, 'sent') AS state, c.payer_id AS "payerId", coalesce(p.name, '') AS "payerName",
  c.charge_cents AS "chargeCents", coalesce(s.paid_cents, 0) AS "paidCents", c.service_from::text AS "serviceFrom", c.facility_id AS "facilityId",
  c.member_id AS "memberId", c.frequency, c.original_reference AS "originalReference", c.sent_at AS "sentAt", c.made_at AS "madeAt", c.origin, c.encounter_id AS "encounterId",
  coalesce(f.is_gated, false) AS "isRestricted",
  t.first_name AS "patientFirstName", t.last_name AS "patientLastName", t.middle_name AS "middleName", t.suffix
  FROM billing.claim c
  LEFT JOIN records.payer p ON p.org_id = c.org_id AND p.id = c.payer_id
  JOIN records.patient t ON t.org_id = c.org_id AND t.id = c.patient_id
  LEFT JOIN identity.facility f ON f.org_id = c.org_id AND f.id = c.facility_id
  LEFT JOIN billing.claim_progress g ON g.org_id = c.org_id AND g.claim_id = c.id
  LEFT JOIN billing.claim_standing s ON s.org_id = c.org_id AND s.claim_id = c.id`;

function stored({ middleName, suffix, ...row }: Raw): StoredClaim {
  const { patientFirstName: firstName, patientLastName: lastName } = row;
  return {
    ...row,
    patientName: patientName({ firstName, middleName, lastName, suffix }),
    sentAt: row.sentAt?.toISOString() ?? null,
    chargeCents: Number(row.chargeCents),
    paidCents: Number(row.paidCents),
  };
}

/** Claims by id, without those of hidden facilities. */
export async function claimsByIds(
  tx: Tx,
  ids: readonly string[],
  hidden: readonly string[],
): Promise<Map<string, StoredClaim>> {
  const claim = `${SELECT} WHERE c.org_id = $1 AND c.id = asked.key AND ${isVisibleSql('c.facility_id', 3)}`;
  const rows = await tx.query<Raw>(`SELECT found.* FROM ${eachOf('$2::uuid[]', claim)}`, [
    tx.orgId,
    unique(ids),
    hidden,
  ]);
  return new Map(rows.map((row) => [row.id, stored(row)]));
}

/** A line as it was sent. */
export interface SentLine {
  id: string;
  lineNumber: number;
  procedure: string | null;
  modifiers: string[];
  revenueCode: string | null;
  units: number;
  chargeCents: number;
  serviceFrom: string | null;
  controlNumber: string | null;
}

/** Lines of a claim, in their order. */
export async function linesOfClaim(tx: Tx, claimId: string): Promise<SentLine[]> {
  const rows = await tx.query<Omit<SentLine, 'modifiers'> & { modifiers: string }>(
    `SELECT l.id, l.line_number AS "lineNumber", l.procedure, l.modifiers, l.revenue_code AS "revenueCode", l.units,
       l.charge_cents AS "chargeCents", l.service_from::text AS "serviceFrom", l.control_number AS "controlNumber"
     FROM billing.claim_line l WHERE l.org_id = $1 AND l.claim_id = $2 ORDER BY l.line_number`,
    [tx.orgId, claimId],
  );
  return rows.map((row) => ({
    ...row,
    modifiers: row.modifiers === '' ? [] : row.modifiers.split(' '),
    units: Number(row.units),
    chargeCents: Number(row.chargeCents),
  }));
}

/** Diagnoses of a claim, in their order. */
export const diagnosesOfClaim = (tx: Tx, claimId: string): Promise<ClaimDiagnosis[]> =>
  tx.query<ClaimDiagnosis>(
    `SELECT d.ordinal, d.code, d.role, d.present_on_admission AS "presentOnAdmission" FROM billing.claim_diagnosis d
     WHERE d.org_id = $1 AND d.claim_id = $2 ORDER BY d.ordinal`,
    [tx.orgId, claimId],
  );

/** Ids of a facility's claims after one, in order. */
export async function claimIdsOfFacility(
  tx: Tx,
  facilityId: string,
  afterId: string,
  limit: number,
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT c.id FROM billing.claim c WHERE c.org_id = $1 AND c.facility_id = $2 AND c.id > $3 ORDER BY c.id LIMIT $4`,
    [tx.orgId, facilityId, afterId, limit],
  );
  return rows.map(({ id }) => id);
}

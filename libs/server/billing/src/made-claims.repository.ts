import { createHash } from 'node:crypto';
import type { Tx } from '@caseboard/server/kernel';
import type { BuiltClaim } from './claim-build.rules.ts';
import { ClaimProgress } from './claim-progress.ts';
import type { ClaimChart } from './claim-chart.types.ts';
import { insertBuiltRows } from './made-claim-rows.ts';
import type { MadeClaim } from './made-claim.types.ts';

const COLUMNS = `c.id, c.number, c.control_number AS "controlNumber", c.kind, c.encounter_id AS "encounterId", b.revision,
  c.facility_id AS "facilityId", c.charge_cents AS "chargeCents", b.barriers, c.sent_at AS "sentAt"`;
type Raw = Omit<MadeClaim, 'chargeCents'> & { chargeCents: string };

async function holdWhere(tx: Tx, where: string, value: unknown): Promise<MadeClaim[]> {
  const rows = await tx.query<Raw>(
    `SELECT ${COLUMNS} FROM billing.claim c JOIN billing.claim_build b ON b.org_id = c.org_id AND b.claim_id = c.id
     WHERE c.org_id = $1 AND ${where} ORDER BY c.id FOR UPDATE OF c`,
    [tx.orgId, value],
  );
  return rows.map((row) => ({ ...row, chargeCents: Number(row.chargeCents) }));
}

/** The claim of a visit, held until the transaction ends. */
export const holdClaimOfEncounter = async (tx: Tx, encounterId: string): Promise<MadeClaim | undefined> =>
  (await holdWhere(tx, 'b.encounter_id = $2', encounterId))[0];

/** Claims made here by id, in the order of their ids, held until the transaction ends. */
export const holdMadeClaims = (tx: Tx, ids: readonly string[]): Promise<MadeClaim[]> =>
  holdWhere(tx, 'c.id = ANY($2::uuid[])', ids);

/** A claim to write: who it is, and what was built. */
export interface MadeWrite {
  id: string;
  number: string;
  controlNumber: string;
  chart: ClaimChart;
  built: BuiltClaim;
}

const valuesOf = ({ id, chart, built }: MadeWrite): unknown[] => [
  id,
  built.kind,
  createHash('sha256')
    .update(JSON.stringify([built, chart.payer?.id]))
    .digest('base64url'),
  chart.payer?.id ?? null,
  chart.patient.id,
  chart.memberId,
  chart.facility?.id ?? null,
  built.chargeCents,
  chart.startedOn,
  chart.endedOn ?? chart.startedOn,
];

/** Writes a claim that was not there before. */
export async function insertMadeClaim(tx: Tx, write: MadeWrite): Promise<void> {
  const { number, controlNumber, chart } = write;
  await tx.execute(
    `INSERT INTO billing.claim (org_id, id, kind, content_hash, payer_id, patient_id, member_id, facility_id, charge_cents,
       service_from, service_to, number, control_number, frequency, payer_sequence, origin, encounter_id, made_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, '1', 'P', 'here', $14, $15)`,
    [tx.orgId, ...valuesOf(write), number, controlNumber, chart.encounterId, tx.now],
  );
  await insertBuiltRows(tx, write, write.built);
  await writeBuild(tx, write);
  await ClaimProgress.begin(tx, [{ claimId: write.id, state: stateOf(write.built) }]);
}

const stateOf = ({ barriers }: BuiltClaim) => (barriers.length === 0 ? 'ready' : 'draft');

/** Writes a claim again that was not sent yet: lines and diagnoses are set anew. */
export async function rewriteMadeClaim(tx: Tx, write: MadeWrite): Promise<void> {
  await tx.execute(
    `UPDATE billing.claim SET kind = $3, content_hash = $4, payer_id = $5, patient_id = $6, member_id = $7, facility_id = $8,
       charge_cents = $9, service_from = $10, service_to = $11
     WHERE org_id = $1 AND id = $2 AND sent_at IS NULL`,
    [tx.orgId, ...valuesOf(write)],
  );
  for (const table of ['claim_line', 'claim_diagnosis'])
    await tx.execute(`DELETE FROM billing.${table} WHERE org_id = $1 AND claim_id = $2`, [tx.orgId, write.id]);
  await insertBuiltRows(tx, write, write.built);
  await writeBuild(tx, write);
  await ClaimProgress.advance(tx, [{ claimId: write.id, state: stateOf(write.built) }]);
}

async function writeBuild(tx: Tx, { id, chart, built }: MadeWrite): Promise<void> {
  await tx.execute(
    `INSERT INTO billing.claim_build (org_id, claim_id, encounter_id, revision, content, barriers, unpriced)
     VALUES ($1, $2, $3, $4, $5::jsonb, $6::text[], $7::text[])
     ON CONFLICT (org_id, claim_id) DO UPDATE SET revision = excluded.revision, content = excluded.content,
       barriers = excluded.barriers, unpriced = excluded.unpriced, is_stale = false`,
    [
      tx.orgId,
      id,
      chart.encounterId,
      chart.revision,
      built.content && JSON.stringify(built.content),
      built.barriers,
      built.unpriced,
    ],
  );
}

/** Marks drafts that wait for something that may have come; the chore builds them again. How many. */
export const markDraftsStale = (
  tx: Tx,
  about: { code?: string; encounterId?: string; payerId?: string; facilityId?: string },
) =>
  tx.execute(
    `UPDATE billing.claim_build b SET is_stale = true FROM billing.claim c
     WHERE b.org_id = $1 AND c.org_id = $1 AND c.id = b.claim_id AND c.sent_at IS NULL AND b.barriers <> '{}' AND NOT b.is_stale
       AND (b.unpriced @> ARRAY[$2::text] OR b.encounter_id = $3 OR c.payer_id = $4 OR c.facility_id = $5)`,
    [tx.orgId, about.code ?? null, about.encounterId ?? null, about.payerId ?? null, about.facilityId ?? null],
  );

/** Marked drafts, the oldest first. */
export const staleDrafts = (tx: Tx, limit: number): Promise<{ claimId: string; encounterId: string }[]> =>
  tx.query(
    `SELECT b.claim_id AS "claimId", b.encounter_id AS "encounterId" FROM billing.claim_build b
     WHERE b.org_id = $1 AND b.is_stale ORDER BY b.claim_id LIMIT $2`,
    [tx.orgId, limit],
  );

/** Notes that the codes of a sent claim changed; or, without a revision, only takes the mark off. */
export const noteOnBuild = (tx: Tx, claimId: string, lateRevision: number | null): Promise<number> =>
  tx.execute(
    `UPDATE billing.claim_build SET is_stale = false, late_revision = coalesce($3, late_revision)
     WHERE org_id = $1 AND claim_id = $2`,
    [tx.orgId, claimId, lateRevision],
  );

import { createHash } from 'node:crypto';
import type { Tx } from '@caseboard/server/kernel';
import type { BuiltClaim } from './claim-build.rules.ts';
import { ClaimProgress } from './claim-progress.ts';
import type { Lineage } from './claim-lineage.rules.ts';
import { insertBuiltRows } from './made-claim-rows.ts';
import type { MadeClaim } from './made-claim.types.ts';

const COLUMNS = `c.id, c.number, c.control_number AS "controlNumber", c.kind, c.encounter_id AS "encounterId", b.revision,
  c.frequency, c.replaces_id AS "replacesId", b.late_revision AS "lateRevision", b.decided_revision AS "decidedRevision",
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

/**
 * The claims of a visit, held until the transaction ends: `current` is the one that no other replaces, none where the
 * last was voided; `revision` is the newest of the codes that any of them knows of, 0 without a claim.
 */
export async function holdClaimsOfEncounter(
  tx: Tx,
  encounterId: string,
): Promise<{ current: MadeClaim | undefined; revision: number }> {
  await holdWhere(tx, 'b.encounter_id = $2', encounterId);
  // Read again: whoever held them first may have made another claim of the visit.
  const claims = await holdWhere(tx, 'b.encounter_id = $2', encounterId);
  const followed = new Set(claims.map(({ replacesId }) => replacesId));
  return {
    current: claims.findLast(({ id, frequency }) => frequency !== '8' && !followed.has(id)),
    revision: Math.max(0, ...claims.flatMap(({ revision, lateRevision }) => [revision, lateRevision ?? 0])),
  };
}

/** Claims made here by id, in the order of their ids, held until the transaction ends. */
export const holdMadeClaims = (tx: Tx, ids: readonly string[]): Promise<MadeClaim[]> =>
  holdWhere(tx, 'c.id = ANY($2::uuid[])', ids);

/** What a claim says of its visit beside its codes. */
export interface MadeHead {
  encounterId: string;
  revision: number;
  payerId: string | null;
  patientId: string;
  memberId: string | null;
  facilityId: string | null;
  serviceFrom: string | null;
  serviceTo: string | null;
}

/** A claim to write: who it is, what it is of, what was built, and which claim it follows. */
export interface MadeWrite {
  id: string;
  number: string;
  controlNumber: string;
  head: MadeHead;
  built: BuiltClaim;
  lineage: Lineage | undefined;
}

const valuesOf = ({ id, head, built, lineage }: MadeWrite): unknown[] => [
  id,
  built.kind,
  createHash('sha256')
    .update(JSON.stringify([built, head.payerId]))
    .digest('base64url'),
  head.payerId,
  head.patientId,
  head.memberId,
  head.facilityId,
  built.chargeCents,
  head.serviceFrom,
  head.serviceTo,
  lineage?.frequency ?? '1',
  lineage?.reference ?? null,
];

/** Writes a claim that was not there before. */
export async function insertMadeClaim(tx: Tx, write: MadeWrite): Promise<void> {
  const { number, controlNumber, head, lineage } = write;
  await tx.execute(
    `INSERT INTO billing.claim (org_id, id, kind, content_hash, payer_id, patient_id, member_id, facility_id, charge_cents,
       service_from, service_to, frequency, original_reference, number, control_number, replaces_id, payer_sequence, origin,
       encounter_id, made_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 'P', 'here', $17, $18)`,
    [tx.orgId, ...valuesOf(write), number, controlNumber, lineage?.replacesId ?? null, head.encounterId, tx.now],
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
       charge_cents = $9, service_from = $10, service_to = $11, frequency = $12, original_reference = $13
     WHERE org_id = $1 AND id = $2 AND sent_at IS NULL`,
    [tx.orgId, ...valuesOf(write)],
  );
  for (const table of ['claim_line', 'claim_diagnosis'])
    await tx.execute(`DELETE FROM billing.${table} WHERE org_id = $1 AND claim_id = $2`, [tx.orgId, write.id]);
  await insertBuiltRows(tx, write, write.built);
  await writeBuild(tx, write);
  await ClaimProgress.advance(tx, [{ claimId: write.id, state: stateOf(write.built) }]);
}

async function writeBuild(tx: Tx, { id, head, built }: MadeWrite): Promise<void> {
  await tx.execute(
    `INSERT INTO billing.claim_build (org_id, claim_id, encounter_id, revision, content, barriers, unpriced)
     VALUES ($1, $2, $3, $4, $5::jsonb, $6::text[], $7::text[])
     ON CONFLICT (org_id, claim_id) DO UPDATE SET revision = excluded.revision, content = excluded.content,
       barriers = excluded.barriers, unpriced = excluded.unpriced, is_stale = false`,
    [
      tx.orgId,
      id,
      head.encounterId,
      head.revision,
      built.content && JSON.stringify(built.content),
      built.barriers,
      built.unpriced,
    ],
  );
}

const ABOUT = ['code', 'encounterId', 'payerId', 'facilityId'] as const;

/** Marks drafts that wait for something that may have come; the chore builds them again. How many. */
export const markDraftsStale = (
  tx: Tx,
  about: { code?: string; encounterId?: string; payerId?: string; facilityId?: string },
) =>
  tx.execute(
    `UPDATE billing.claim_build b SET is_stale = true FROM billing.claim c
     WHERE b.org_id = $1 AND c.org_id = $1 AND c.id = b.claim_id AND c.sent_at IS NULL AND b.barriers <> '{}' AND NOT b.is_stale
       AND (b.unpriced @> ARRAY[$2::text] OR b.encounter_id = $3 OR c.payer_id = $4 OR c.facility_id = $5)`,
    [tx.orgId, ...ABOUT.map((name) => about[name] ?? null)],
  );

/** Marks the draft that waits for the payer's number of a claim; asked of every answer, so it looks by index only. */
export const markFollowerStale = (tx: Tx, claimId: string): Promise<number> =>
  tx.execute(
    `UPDATE billing.claim_build b SET is_stale = true WHERE b.org_id = $1 AND b.barriers <> '{}' AND NOT b.is_stale
       AND b.claim_id = (SELECT c.id FROM billing.claim c WHERE c.org_id = $1 AND c.replaces_id = $2 AND c.sent_at IS NULL)`,
    [tx.orgId, claimId],
  );

/** Ids of marked drafts after one, the oldest first. */
export async function staleDrafts(tx: Tx, afterId: string, limit: number): Promise<string[]> {
  const rows = await tx.query<{ claimId: string }>(
    `SELECT b.claim_id AS "claimId" FROM billing.claim_build b
     WHERE b.org_id = $1 AND b.is_stale AND b.claim_id > $2 ORDER BY b.claim_id LIMIT $3`,
    [tx.orgId, afterId, limit],
  );
  return rows.map(({ claimId }) => claimId);
}

/** Notes that the codes of a sent claim changed; or, without a revision, only takes the mark off. */
export const noteOnBuild = (tx: Tx, claimId: string, lateRevision: number | null): Promise<number> =>
  tx.execute(
    `UPDATE billing.claim_build SET is_stale = false, late_revision = coalesce($3, late_revision)
     WHERE org_id = $1 AND claim_id = $2`,
    [tx.orgId, claimId, lateRevision],
  );

/** Notes that somebody decided what becomes of a claim whose codes had changed, as they were then. */
export const noteDecided = (tx: Tx, claimId: string): Promise<number> =>
  tx.execute('UPDATE billing.claim_build SET decided_revision = late_revision WHERE org_id = $1 AND claim_id = $2', [
    tx.orgId,
    claimId,
  ]);

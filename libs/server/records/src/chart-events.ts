import { ClinicianImported, DocumentImported, EncounterImported } from '@caseboard/contracts';
import type { FhirBinary, FhirDocument, FhirEncounter } from '@caseboard/fhir';
import type { Tx } from '@caseboard/server/kernel';
import { clinicianShown } from './clinician.row.ts';
import { encounterShown } from './encounter.row.ts';
import type { Placed } from './source-keys.ts';

/** Tells of clinicians that came in or changed. */
export function announceClinicians(tx: Tx, placed: readonly { rowId: string }[]): void {
  for (const id of new Set(placed.map(({ rowId }) => rowId)))
    tx.append(ClinicianImported, { id, data: { clinicianId: id }, rows: [clinicianShown(id)] });
}

/** Tells of encounters and documents that came in or changed: one event each, with two statements for all of them. */
export async function announceCharts(
  tx: Tx,
  encounters: readonly Placed<FhirEncounter>[],
  documents: readonly Placed<FhirDocument | FhirBinary>[],
): Promise<void> {
  const presences = await presencesOf(tx, encounters, documents);
  for (const { rowId, isNew } of encounters) {
    const row = presences.encounters.get(rowId);
    if (!row) continue;
    const data = { encounterId: rowId, isCoded: row.isCoded };
    tx.append(EncounterImported, { id: rowId, data, rows: [encounterShown(row, isNew)] });
  }
  for (const { rowId } of documents) {
    const encounterId = presences.encounterOf.get(rowId) ?? null;
    const row = encounterId === null ? undefined : presences.encounters.get(encounterId);
    const data = { documentId: rowId, encounterId };
    tx.append(DocumentImported, { id: rowId, data, rows: row ? [encounterShown(row)] : [] });
  }
}

interface Seen {
  id: string;
  isCoded: boolean;
  isRestricted: boolean;
}

async function presencesOf(
  tx: Tx,
  encounters: readonly Placed<FhirEncounter>[],
  documents: readonly Placed<FhirDocument | FhirBinary>[],
): Promise<{ encounters: Map<string, Seen>; encounterOf: Map<string, string | null> }> {
  if (encounters.length + documents.length === 0) return { encounters: new Map(), encounterOf: new Map() };
  const owners = await tx.query<{ id: string; encounterId: string | null }>(
    'SELECT d.id, d.encounter_id AS "encounterId" FROM records.document d WHERE d.org_id = $1 AND d.id = ANY($2::uuid[])',
    [tx.orgId, documents.map(({ rowId }) => rowId)],
  );
  const ids = new Set([
    ...encounters.map(({ rowId }) => rowId),
    ...owners.flatMap(({ encounterId }) => encounterId ?? []),
  ]);
  const rows = await tx.query<Seen>(
    `SELECT e.id, e.is_coded AS "isCoded",
       EXISTS (SELECT 1 FROM identity.facility f WHERE f.org_id = e.org_id AND f.id = e.facility_id AND f.is_gated) AS "isRestricted"
     FROM records.encounter e WHERE e.org_id = $1 AND e.id = ANY($2::uuid[])`,
    [tx.orgId, [...ids]],
  );
  return {
    encounters: new Map(rows.map((row) => [row.id, row])),
    encounterOf: new Map(owners.map(({ id, encounterId }) => [id, encounterId])),
  };
}

import type { FhirBinary, FhirChartEntry, FhirDocument } from '@caseboard/fhir';
import type { Tx } from '@caseboard/server/kernel';
import type { ReadContent } from './document-content.ts';
import type { Placed, SourceKeys } from './source-keys.ts';

/** Where a part of a chart belongs. */
export interface Belongs {
  patientId: string;
  encounterId: string | null;
}

/** Patients of encounters, for parts of a chart that name only their encounter. */
export async function patientsOfEncounters(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ id: string; patientId: string }>(
    'SELECT e.id, e.patient_id AS "patientId" FROM records.encounter e WHERE e.org_id = $1 AND e.id = ANY($2::uuid[])',
    [tx.orgId, ids],
  );
  return new Map(rows.map(({ id, patientId }) => [id, patientId]));
}

/** Conditions and procedures. */
export async function writeEntries(tx: Tx, placed: readonly (Placed<FhirChartEntry> & Belongs)[]): Promise<void> {
  if (placed.length === 0) return;
  await tx.execute(
    `INSERT INTO records.chart_entry (org_id, id, kind, patient_id, encounter_id, system, code, words, on_date)
     SELECT $1, n.* FROM unnest($2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::date[]) AS n
     ON CONFLICT (org_id, id) DO UPDATE SET patient_id = excluded.patient_id, encounter_id = excluded.encounter_id,
       system = excluded.system, code = excluded.code, words = excluded.words, on_date = excluded.on_date`,
    [
      tx.orgId,
      placed.map(({ rowId }) => rowId),
      placed.map(({ resource }) => (resource.type === 'Condition' ? 'condition' : 'procedure')),
      placed.map(({ patientId }) => patientId),
      placed.map(({ encounterId }) => encounterId),
      placed.map(({ resource }) => resource.code.system),
      placed.map(({ resource }) => resource.code.code),
      placed.map(({ resource }) => resource.code.words),
      placed.map(({ resource }) => resource.on),
    ],
  );
}

/** Documents with what can be read of them. One whose content lies in a Binary keeps what that one brought. */
export async function writeDocuments(
  tx: Tx,
  placed: readonly (Placed<FhirDocument> & Belongs & { content: ReadContent | undefined })[],
  keys: SourceKeys,
): Promise<void> {
  if (placed.length === 0) return;
  const authors = await authorNames(tx, placed, keys);
  await tx.execute(
    `INSERT INTO records.document (org_id, id, patient_id, encounter_id, title, type, author_name, authored_at, content_type, bytes, text, is_cut, has_text, file_id)
     SELECT $1, n.* FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::timestamptz[], $9::text[],
       $10::int[], $11::text[], $12::boolean[], $13::boolean[], $14::uuid[]) AS n
     ON CONFLICT (org_id, id) DO UPDATE SET patient_id = excluded.patient_id, encounter_id = excluded.encounter_id, title = excluded.title,
       type = excluded.type, author_name = excluded.author_name, authored_at = excluded.authored_at`,
    [
      tx.orgId,
      placed.map(({ rowId }) => rowId),
      placed.map(({ patientId }) => patientId),
      placed.map(({ encounterId }) => encounterId),
      placed.map(({ resource }) => resource.title),
      placed.map(({ resource }) => resource.kind),
      placed.map(({ resource }) => authors.get(keys.rowOf(resource.author) ?? '') ?? (resource.author.display || null)),
      placed.map(({ resource }) => resource.authoredAt),
      placed.map(({ resource }) => resource.attachment.contentType),
      placed.map(({ content }) => content?.bytes ?? 0),
      placed.map(({ content }) => content?.text ?? ''),
      placed.map(({ content }) => content?.isCut ?? false),
      placed.map(({ content }) => content?.hasText ?? false),
      placed.map(({ content }) => content?.fileId ?? null),
    ],
  );
  const known = placed.filter(({ isNew }) => !isNew);
  await writeContents(
    tx,
    known.flatMap(({ rowId, content }) => (content ? [{ rowId, content }] : [])),
  );
}

/** Content that arrived by itself, or anew, for documents on record. */
export async function writeContents(
  tx: Tx,
  contents: readonly { rowId: string; content: ReadContent }[],
): Promise<void> {
  if (contents.length === 0) return;
  await tx.execute(
    `UPDATE records.document d SET bytes = n.bytes, text = n.text, is_cut = n.is_cut, has_text = n.has_text, file_id = n.file_id
     FROM unnest($2::uuid[], $3::int[], $4::text[], $5::boolean[], $6::boolean[], $7::uuid[]) AS n(id, bytes, text, is_cut, has_text, file_id)
     WHERE d.org_id = $1 AND d.id = n.id`,
    [
      tx.orgId,
      contents.map(({ rowId }) => rowId),
      contents.map(({ content }) => content.bytes),
      contents.map(({ content }) => content.text),
      contents.map(({ content }) => content.isCut),
      contents.map(({ content }) => content.hasText),
      contents.map(({ content }) => content.fileId),
    ],
  );
}

/** What has bytes of its own to be read. */
export const bytesOf = (resource: FhirDocument | FhirBinary): Uint8Array | null =>
  resource.type === 'Binary' ? resource.data : resource.attachment.data;

async function authorNames(
  tx: Tx,
  placed: readonly Placed<FhirDocument>[],
  keys: SourceKeys,
): Promise<Map<string, string>> {
  const ids = [...new Set(placed.flatMap(({ resource }) => keys.rowOf(resource.author) ?? []))];
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ id: string; name: string }>(
    'SELECT c.id, c.name FROM records.clinician c WHERE c.org_id = $1 AND c.id = ANY($2::uuid[])',
    [tx.orgId, ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

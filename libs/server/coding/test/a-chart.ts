import { DocumentImported, EncounterImported } from '@caseboard/contracts';
import type { EncounterClass } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';
import { v7 as uuidv7 } from 'uuid';

/** What is special about a chart; the rest is an office visit of 20 November 2026 with one note. */
export interface ChartOf {
  class?: EncounterClass;
  startedOn?: string;
  /** Null: still in the house. */
  endedOn?: string | null;
  documents?: number;
  facilityId?: string | null;
  isCoded?: boolean;
  /** The person who signs in as the attending. */
  attendingId?: string;
}

/** A chart as an import leaves it, with its events; the encounter's id. */
export async function aChart(tx: Tx, of: ChartOf = {}): Promise<string> {
  const { class: kind = 'outpatient', startedOn = '2026-11-20', documents = 1, facilityId = null } = of;
  const [patientId, encounterId] = [uuidv7(), uuidv7()];
  await tx.execute(
    `INSERT INTO records.patient (org_id, id, last_name, first_name, name_key, mrn, source) VALUES ($1, $2, 'Tester', 'Wanda', 'tester wanda', $3, 'ehr')`,
    [tx.orgId, patientId, `MRN${patientId.slice(-6)}`],
  );
  const number = `ENC-${String(await tx.number('encounter')).padStart(6, '0')}`;
  await tx.execute(
    `INSERT INTO records.encounter (org_id, id, number, patient_id, class, words, status, started_on, ended_on, sorted_on, facility_id, is_coded)
     VALUES ($1, $2, $3, $4, $5, 'Visit', 'finished', $6::date, $7, $6::date, $8, $9)`,
    [
      tx.orgId,
      encounterId,
      number,
      patientId,
      kind,
      startedOn,
      of.endedOn === undefined ? startedOn : of.endedOn,
      facilityId,
      of.isCoded ?? false,
    ],
  );
  if (of.attendingId !== undefined) await attend(tx, encounterId, of.attendingId);
  tx.append(EncounterImported, { id: encounterId, data: { encounterId, isCoded: of.isCoded ?? false } });
  for (let at = 0; at < documents; at += 1) await aDocument(tx, encounterId);
  return encounterId;
}

/** A note of a chart, with its event. */
export async function aDocument(tx: Tx, encounterId: string): Promise<void> {
  const id = uuidv7();
  await tx.execute(
    `INSERT INTO records.document (org_id, id, patient_id, encounter_id, title, type, content_type, bytes, text, is_cut, has_text)
     SELECT $1, $2, e.patient_id, e.id, 'Note', 'Progress note', 'text/plain', 4, 'Note', false, true
     FROM records.encounter e WHERE e.org_id = $1 AND e.id = $3`,
    [tx.orgId, id, encounterId],
  );
  tx.append(DocumentImported, { id, data: { documentId: id, encounterId } });
}

/** The patient left, with the event of the chart coming in again. */
export async function discharge(tx: Tx, encounterId: string, on: string): Promise<void> {
  await tx.execute('UPDATE records.encounter SET ended_on = $3 WHERE org_id = $1 AND id = $2', [
    tx.orgId,
    encounterId,
    on,
  ]);
  tx.append(EncounterImported, { id: encounterId, data: { encounterId, isCoded: false } });
}

/** One person signs in as one clinician, who attends any number of charts. */
async function attend(tx: Tx, encounterId: string, userId: string): Promise<void> {
  const find = 'SELECT id FROM records.clinician WHERE org_id = $1 AND user_id = $2';
  const [known] = await tx.query<{ id: string }>(find, [tx.orgId, userId]);
  const id = known?.id ?? uuidv7();
  if (!known) {
    await tx.execute(
      `INSERT INTO records.clinician (org_id, id, name, name_key, service, user_id) VALUES ($1, $2, 'Dr Lee', 'dr lee', 'Medicine', $3)`,
      [tx.orgId, id, userId],
    );
  }
  await tx.execute(
    `INSERT INTO records.encounter_clinician (org_id, encounter_id, clinician_id, role) VALUES ($1, $2, $3, 'attending')`,
    [tx.orgId, encounterId, id],
  );
}

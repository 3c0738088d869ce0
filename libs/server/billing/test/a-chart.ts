import { channels, ClinicianImported } from '@caseboard/contracts';
import type { EncounterClass, EncounterCode } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';
import { Charts } from '@caseboard/server/records';
import { v7 as uuidv7 } from 'uuid';

/** A visit to put on record: who, where, what it was. */
export interface ChartFacts {
  class?: EncounterClass;
  startedOn?: string;
  endedOn?: string | null;
  facilityId: string | null;
  payer?: { id: string } | null;
  memberId?: string | null;
  attendingNpi?: string | null;
  lastName?: string;
}

/** A diagnosis. */
export const dx = (ordinal: number, code: string, poa: EncounterCode['poa'] = null): EncounterCode => ({
  ordinal,
  system: 'icd-10-cm',
  code,
  words: code,
  poa,
  modifiers: [],
  units: 1,
  pointers: [],
  servedOn: null,
});

/** A service that points to the first diagnosis. */
export const cpt = (ordinal: number, code: string, facts: Partial<EncounterCode> = {}): EncounterCode => ({
  ...dx(ordinal, code),
  system: 'cpt',
  pointers: [1],
  ...facts,
});

/** Puts a visit with its patient, clinician and coverage on record; its id. */
export async function aVisitOnRecord(tx: Tx, facts: ChartFacts): Promise<string> {
  const [patientId, encounterId, clinicianId] = [uuidv7(), uuidv7(), uuidv7()];
  const { startedOn = '2026-02-02', endedOn = startedOn, lastName = 'TESTER' } = facts;
  await tx.execute(
    `INSERT INTO records.patient (org_id, id, last_name, first_name, middle_name, suffix, name_key, birth_date, sex, mrn)
     VALUES ($1, $2, $3, 'WANDA', '', '', $4, '1961-03-04', 'F', 'MRN0936')`,
    [tx.orgId, patientId, lastName, `${lastName.toLowerCase()}|wanda`],
  );
  await tx.execute(
    `INSERT INTO records.encounter (org_id, id, number, patient_id, class, words, status, started_on, ended_on, sorted_on, facility_id)
     VALUES ($1, $2, $3, $4, $5, 'Visit', 'finished', $6::date, $7, $6::date, $8)`,
    [
      tx.orgId,
      encounterId,
      `ENC-${encounterId}`,
      patientId,
      facts.class ?? 'outpatient',
      startedOn,
      endedOn,
      facts.facilityId,
    ],
  );
  if (facts.attendingNpi !== null) {
    await tx.execute(
      `INSERT INTO records.clinician (org_id, id, name, name_key, npi) VALUES ($1, $2, 'Dr. Ida Moss, MD', 'ida moss', $3)`,
      [tx.orgId, clinicianId, facts.attendingNpi ?? '1003000126'],
    );
    const deliveries = [{ channel: channels.directory(), op: 'put' as const }];
    tx.append(ClinicianImported, {
      id: clinicianId,
      data: { clinicianId },
      rows: [{ kind: 'clinician', id: clinicianId, deliveries }],
    });
    await tx.execute(
      `INSERT INTO records.encounter_clinician (org_id, encounter_id, clinician_id, role) VALUES ($1, $2, $3, 'attending')`,
      [tx.orgId, encounterId, clinicianId],
    );
  }
  if (facts.payer) {
    await tx.execute(
      `INSERT INTO records.coverage (org_id, id, patient_id, payer_id, payer_name, member_id, ordinal) VALUES ($1, $2, $3, $4, 'Payer', $5, 1)`,
      [tx.orgId, uuidv7(), patientId, facts.payer.id, facts.memberId === undefined ? 'M100' : facts.memberId],
    );
  }
  return encounterId;
}

/** Writes final codes, as coding does before it says that the encounter is finalized. */
export const code = (charts: Charts, tx: Tx, encounterId: string, codes: readonly EncounterCode[]): Promise<number> =>
  charts.writeCodes(tx, encounterId, codes);

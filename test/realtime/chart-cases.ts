import {
  ClinicianBound,
  ClinicianImported,
  DocumentImported,
  EncounterImported,
  PatientsMerged,
  PatientsUnmerged,
} from '@caseboard/contracts';
import type { ClinicianEntry, EncounterSummary, Page, Patient, PatientSummary } from '@caseboard/contracts';
import { aBundle, aNote, anEncounter, aPatient, aPractitioner } from '../../libs/server/records/test/fhir-files.ts';
import type { EventCase } from './event-case.ts';
import type { Hospital } from './hospital.ts';

/** Takes a chart in as the coder would. */
async function bring(h: Hospital, ...resources: Parameters<typeof aBundle>): Promise<void> {
  const { body } = await h.people.coder.upload(`${h.fresh('charts')}.json`, aBundle(...resources));
  await h.people.coder.imported(body.id);
  await h.caseboard.settled();
}

/** A visit on record, its patient's own word, and its row. */
async function aVisit(h: Hospital): Promise<{ id: string; visitId: string }> {
  const id = h.fresh('visit');
  await bring(h, aPatient(id), anEncounter(id, id));
  const found = await h.done(h.people.coder.get<Page<EncounterSummary>>(`/encounters?text=tester${id}`));
  const visit = found.items[0];
  if (!visit) throw new Error('The visit is not there.');
  return { id, visitId: visit.id };
}

async function twoPatients(h: Hospital): Promise<[from: PatientSummary, into: PatientSummary]> {
  const one = async () => {
    const id = h.fresh('twin');
    await bring(h, aPatient(id));
    const found = await h.done(h.people.admin.get<Page<PatientSummary>>(`/patients?text=tester${id}`));
    if (!found.items[0]) throw new Error('The patient is not there.');
    return found.items[0];
  };
  return [await one(), await one()];
}

const merge = (h: Hospital, [from, into]: [PatientSummary, PatientSummary]): Promise<Patient> =>
  h.done(h.people.admin.post<Patient>(`/patients/${from.id}/merges`, { body: { intoId: into.id, reason: 'Same' } }));

/** What imports of charts, merges and bindings show. */
export const CHART_CASES: readonly EventCase[] = [
  {
    event: EncounterImported,
    delivers: ['encounter on case'],
    scene: async (h) => {
      const { id, visitId } = await aVisit(h);
      return { encounterId: visitId, act: () => bring(h, anEncounter(id, id, { class: { code: 'EMER' } })) };
    },
  },
  {
    event: DocumentImported,
    delivers: ['encounter on case'],
    scene: async (h) => {
      const { id, visitId } = await aVisit(h);
      return { encounterId: visitId, act: () => bring(h, aNote(id, id, id, 'She went home well.')) };
    },
  },
  {
    event: PatientsMerged,
    delivers: ['patient on case'],
    scene: async (h) => {
      const pair = await twoPatients(h);
      return { patientId: pair[0].id, act: () => merge(h, pair) };
    },
  },
  {
    event: PatientsUnmerged,
    delivers: ['patient on case'],
    scene: async (h) => {
      const pair = await twoPatients(h);
      const { merges } = await merge(h, pair);
      return {
        patientId: pair[1].id,
        act: () => h.done(h.people.admin.delete(`/patient-merges/${merges[0]?.id}`)),
      };
    },
  },
  {
    event: ClinicianImported,
    delivers: ['clinician on directory'],
    scene: async (h) => ({ act: () => bring(h, aPractitioner(h.fresh('91000'))) }),
  },
  {
    event: ClinicianBound,
    delivers: ['clinician on directory'],
    scene: async (h) => {
      const id = h.fresh('90000');
      await bring(h, aPractitioner(id));
      const found = await h.done(h.people.admin.get<Page<ClinicianEntry>>(`/clinicians?text=healer${id}`));
      const path = `/clinicians/${found.items[0]?.id}/user`;
      return { act: () => h.done(h.people.admin.put(path, { body: { userId: h.ids.lead } })) };
    },
  },
];

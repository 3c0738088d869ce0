import {
  CodesChanged,
  CodingCaseMoved,
  CodingCaseOpened,
  CodingPendCleared,
  CodingPended,
  CodingQueriesChanged,
  EncounterFinalized,
} from '@caseboard/contracts';
import type { ClinicianEntry, CodingCase, EventDefinition, Page, WorkItem } from '@caseboard/contracts';
import { aBundle, anEncounter, aNote, aPatient, aPractitioner } from '../../libs/server/records/test/fhir-files.ts';
import type { EventCase } from './event-case.ts';
import type { Hospital } from './hospital.ts';

const ROW = ['coding-case on case'];
const CODES = [
  { system: 'icd-10-cm', code: 'I10' },
  { system: 'cpt', code: '99213', pointers: [1] },
];
const DOCTOR = aPractitioner('7000001');

/** A chart that the coder imports, attended by the sample physician; its case. */
export async function aCodingCase(h: Hospital): Promise<CodingCase> {
  const id = h.fresh('chart');
  const visit = {
    class: { code: 'AMB' },
    type: [{ text: 'Office visit' }],
    period: { start: '2026-11-03T08:00:00Z', end: '2026-11-03T09:00:00Z' },
    participant: [{ individual: { reference: `Practitioner/${DOCTOR.id as string}` } }],
  };
  const content = aBundle(
    DOCTOR,
    aPatient(id),
    anEncounter(id, id, visit),
    aNote(id, id, id, 'Blood pressure is high.'),
  );
  const { body } = await h.people.coder.upload(`${id}.json`, content);
  await h.people.coder.imported(body.id);
  await h.caseboard.settled();
  await bindDoctor(h);
  const { items } = await h.done(h.people.coder.get<Page<CodingCase>>('/coding-cases?limit=200'));
  const newest = items.sort((a, b) => b.number.localeCompare(a.number))[0];
  if (!newest) throw new Error('The chart opened no case.');
  return newest;
}

/** The sample physician signs in as the clinician of the charts. */
async function bindDoctor(h: Hospital): Promise<void> {
  const { items } = await h.done(h.people.admin.get<Page<ClinicianEntry>>('/clinicians'));
  const unbound = items.find(({ name, userId }) => name.includes('Healer7000001') && userId === null);
  if (!unbound) return;
  await h.done(h.people.admin.put(`/clinicians/${unbound.id}/user`, { body: { userId: h.ids.physician } }));
}

async function take(h: Hospital, one: CodingCase): Promise<unknown> {
  const body = { userId: h.ids.coder };
  return h.done(
    h.people.coder.put<WorkItem>(`/work-items/${one.workItemId}/owner`, { body, version: one.workItemVersion }),
  );
}

const now = (h: Hospital, { id }: CodingCase) => h.done(h.people.coder.get<CodingCase>(`/coding-cases/${id}`));

async function enter(h: Hospital, one: CodingCase): Promise<unknown> {
  const { version } = await now(h, one);
  return h.done(h.people.coder.put(`/coding-cases/${one.id}/codes`, { body: { codes: CODES }, version }));
}

async function takeAndEnter(h: Hospital, one: CodingCase): Promise<unknown> {
  await take(h, one);
  return enter(h, one);
}

const pend = (h: Hospital, { id }: CodingCase) =>
  h.done(h.people.coder.post<CodingCase>(`/coding-cases/${id}/pends`, { body: { reason: 'Pathology report' } }));

async function clear(h: Hospital, one: CodingCase): Promise<unknown> {
  const [waiting] = (await now(h, one)).pends;
  return h.done(h.people.coder.delete(`/coding-cases/${one.id}/pends/${waiting?.id}`));
}

async function finalize(h: Hospital, one: CodingCase): Promise<unknown> {
  const { version } = await now(h, one);
  return h.done(h.people.coder.post(`/coding-cases/${one.id}/finalization`, { version }));
}

const ask = (h: Hospital, { id }: CodingCase) =>
  h.done(
    h.people.coder.post('/threads', {
      body: { subjectType: 'coding', subjectId: id, kind: 'query', recipientId: h.ids.physician, body: 'Which kind?' },
    }),
  );

/** A case that `act` changes, once it was prepared. */
const onCase = (
  event: EventDefinition,
  act: (h: Hospital, one: CodingCase) => Promise<unknown>,
  prepare: (h: Hospital, one: CodingCase) => Promise<unknown>,
): EventCase => ({
  event,
  delivers: ROW,
  scene: async (h) => {
    const one = await aCodingCase(h);
    await prepare(h, one);
    return { codingId: one.id, act: () => act(h, one) };
  },
});

/** What charts, coders and physicians do to coding cases. */
export const CODING_CASES: readonly EventCase[] = [
  { event: CodingCaseOpened, delivers: ROW, scene: async (h) => ({ act: () => aCodingCase(h) }) },
  onCase(CodingCaseMoved, enter, take),
  onCase(CodesChanged, enter, takeAndEnter),
  onCase(CodingPended, pend, takeAndEnter),
  onCase(CodingPendCleared, clear, async (h, one) => {
    await takeAndEnter(h, one);
    await pend(h, one);
  }),
  onCase(CodingQueriesChanged, ask, takeAndEnter),
  onCase(EncounterFinalized, finalize, takeAndEnter),
];

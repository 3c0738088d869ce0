import {
  channels,
  clinicalDocument,
  clinicianEntry,
  encounter,
  encounterSummary,
  pageOf,
  patient,
  patientSummary,
} from '@caseboard/contracts';
import type { ClinicianEntry, Encounter, Patient } from '@caseboard/contracts';
import { api, type LiveSource } from '@caseboard/web/kernel';
import * as z from 'zod/mini';

const clinicians = pageOf(clinicianEntry);
const patients = pageOf(patientSummary);
const visits = pageOf(encounterSummary);

/** One patient, whole, on its own channel: frames hold only the summary, so what they put is read again. */
export const patientSource = (id: string): LiveSource<Patient> => ({
  channel: channels.case('patient', id),
  kind: 'patient',
  idOf: (one) => one.id,
  load: async () => {
    // Read first, so that the record is at least as new as what is followed from there.
    const { asOf } = await findPatients({ text: undefined }, undefined, 1);
    return { items: [await api.get(`/patients/${id}`, patient)], nextCursor: null, asOf };
  },
  fetch: async () => ({ items: [await api.get(`/patients/${id}`, patient)], asOf: 0 }),
  parse: () => undefined,
  isPartial: true,
});

/** A page of patients by name. */
export const findPatients = (asked: { text: string | undefined }, cursor: string | undefined, limit = 50) =>
  api.get('/patients', patients, { query: { ...asked, limit, cursor } });

/** The latest visits of a patient. */
export const visitsOf = (patientId: string) =>
  api.get('/encounters', visits, { query: { patient: patientId, limit: 20 } });

/** Clinicians of the charts, by name. */
export const cliniciansSource: LiveSource<ClinicianEntry> = {
  channel: channels.directory(),
  kind: 'clinician',
  idOf: ({ id }) => id,
  load: (cursor) => api.get('/clinicians', clinicians, { query: { limit: 200, cursor } }),
  fetch: async () => ({ items: [], asOf: 0 }),
  parse: (body) => z.safeParse(clinicianEntry, body).data,
};

/** The chart of one visit on its own channel; frames hold its summary, so what they put is read again. */
export const chartSource = (id: string): LiveSource<Encounter> => ({
  channel: channels.case('encounter', id),
  kind: 'encounter',
  idOf: (one) => one.id,
  load: async () => {
    // Read first, so that the chart is at least as new as what is followed from there.
    const { asOf } = await api.get('/encounters', visits, { query: { ids: id, limit: 1 } });
    return { items: [await api.get(`/encounters/${id}`, encounter)], nextCursor: null, asOf };
  },
  fetch: async () => ({ items: [await api.get(`/encounters/${id}`, encounter)], asOf: 0 }),
  parse: () => undefined,
  isPartial: true,
});

/** A document with its text. */
export const readDocument = (id: string) => api.get(`/documents/${id}`, clinicalDocument);

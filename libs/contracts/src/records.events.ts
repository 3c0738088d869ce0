import * as z from 'zod/mini';
import { defineEvent } from './define-event.ts';
import { id } from './primitives.ts';

export const PayerSaved = defineEvent('records.payer-saved', 'A payer was made or renamed.', { payerId: id });
export const PayerRuleSaved = defineEvent(
  'records.payer-rule-saved',
  'A dated rule of a payer was made, changed or removed; deadlines that came from it are counted again.',
  { payerId: id, ruleId: id, kind: z.string() },
);
export const ImportChanged = defineEvent(
  'records.import-changed',
  'An import went on: its state or progress changed.',
  {
    importId: id,
    state: z.string(),
  },
);
export const EncounterImported = defineEvent(
  'records.encounter-imported',
  'An encounter came in or changed; `isCoded` says whether it already has final codes.',
  { encounterId: id, isCoded: z.boolean() },
);
export const DocumentImported = defineEvent(
  'records.document-imported',
  'A document of an encounter came in or changed.',
  {
    documentId: id,
    encounterId: z.nullable(id),
  },
);
export const PatientsMerged = defineEvent('records.patients-merged', 'Two records turned out to be one person.', {
  mergeId: id,
  fromId: id,
  intoId: id,
});
export const PatientsUnmerged = defineEvent('records.patients-unmerged', 'A merge of two records was undone.', {
  mergeId: id,
  fromId: id,
  intoId: id,
});
export const ClinicianImported = defineEvent('records.clinician-imported', 'A clinician came in or changed.', {
  clinicianId: id,
});
export const ClinicianBound = defineEvent(
  'records.clinician-bound',
  'A clinician is, or is no longer, a person who signs in.',
  {
    clinicianId: id,
    userId: z.nullable(id),
  },
);

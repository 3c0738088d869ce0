import * as z from 'zod/mini';
import { codingState } from './coding.resources.ts';
import { defineEvent } from './define-event.ts';
import { id } from './primitives.ts';

const about = { caseId: id, encounterId: id };

export const CodingCaseOpened = defineEvent(
  'coding.case-opened',
  'An encounter without codes became coding work.',
  about,
);
export const CodingCaseMoved = defineEvent('coding.case-moved', 'A coding case went to another state.', {
  ...about,
  from: codingState,
  to: codingState,
});
export const CodesChanged = defineEvent('coding.codes-changed', 'The codes of a case changed.', about);
export const CodingPended = defineEvent('coding.case-pended', 'A chart waits for something; it cannot be finalized.', {
  ...about,
  pendId: id,
});
export const CodingPendCleared = defineEvent('coding.pend-cleared', 'What a chart waited for came.', {
  ...about,
  pendId: id,
});
export const EncounterFinalized = defineEvent(
  'coding.encounter-finalized',
  'The final codes of an encounter are on record; a claim can be built.',
  { ...about, revision: z.int() },
);
export const CodingQueriesChanged = defineEvent(
  'coding.queries-changed',
  'The number of open queries of a case changed.',
  about,
);

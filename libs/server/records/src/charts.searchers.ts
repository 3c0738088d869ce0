import type { Searcher } from '@caseboard/server/kernel';
import { listEncounters } from './encounter-list.repository.ts';
import { chartReader } from './encounters.access.ts';
import { listPatients } from './patient-list.repository.ts';
import { searchWords } from './patient-tokens.rules.ts';

/** Patients by the beginnings of words of their name or record number. */
export const patientSearcher: Searcher = {
  kind: 'patient',
  permission: 'records.patient.read',
  find: async (tx, _, text, limit) => {
    const words = searchWords(text);
    const rows = words.length === 0 ? [] : await listPatients(tx, { words, limit });
    return rows.map(({ id, mrn, name, birthDate }) => ({
      kind: 'patient' as const,
      id,
      number: mrn ?? '',
      title: name,
      detail: birthDate === null ? 'birth date not known' : `born ${birthDate}`,
      href: `/patients?patient=${id}`,
    }));
  },
};

/** Visits by their number or by their patient. */
export const encounterSearcher: Searcher = {
  kind: 'encounter',
  permission: 'records.encounter.read',
  find: async (tx, principal, text, limit) => {
    const ask = { number: text.toUpperCase(), words: searchWords(text) };
    const rows = await listEncounters(tx, { reader: chartReader(principal), text: ask, limit });
    return rows.map(({ id, number, patientName, words, startedOn }) => ({
      kind: 'encounter' as const,
      id,
      number,
      title: `${patientName}: ${words}`,
      detail: startedOn ?? '',
      href: `/encounters/${id}`,
    }));
  },
};

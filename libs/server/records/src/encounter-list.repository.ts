import type { EncounterSummary } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';
import { ENCOUNTER_COLUMNS, ENCOUNTER_TABLES } from './charts.repository.ts';
import { readableSql } from './encounters.access.ts';
import type { ChartReader } from './encounters.access.ts';
import { rangeEnd } from './patient-tokens.rules.ts';

/** An encounter of a list, with the day it is sorted by. */
export type ListedEncounter = EncounterSummary & { sortedOn: string };

const SUMMARY = `${ENCOUNTER_COLUMNS}, root.mrn,
  coalesce(nullif(concat_ws(' ', nullif(root.first_name, ''), nullif(root.middle_name, ''), nullif(root.last_name, ''), nullif(root.suffix, '')), ''), 'Unnamed patient') AS "patientName",
  (SELECT c.name FROM records.encounter_clinician ec JOIN records.clinician c ON c.org_id = ec.org_id AND c.id = ec.clinician_id
    WHERE ec.org_id = e.org_id AND ec.encounter_id = e.id AND ec.role = 'attending' ORDER BY c.name, c.id LIMIT 1) AS "attendingName"`;
const TABLES = `${ENCOUNTER_TABLES} JOIN records.patient root ON root.org_id = p.org_id AND root.id = coalesce(p.merged_into, p.id)`;

/** What a list of encounters asks for. */
export interface EncounterAsk {
  reader: ChartReader;
  /** A person: all records that are part of it. */
  patientId?: string | undefined;
  class?: string | undefined;
  isCoded?: boolean | undefined;
  ids?: readonly string[] | undefined;
  /** The number of the visit, or words of the patient's name or record number. */
  text?: { number: string; words: readonly string[] } | undefined;
  after?: { sortedOn: string; id: string } | undefined;
  limit: number;
}

/** Encounters as lists show them, whoever asks. */
export async function encounterSummaries(tx: Tx, ids: readonly string[]): Promise<EncounterSummary[]> {
  return tx.query<EncounterSummary>(
    `SELECT ${SUMMARY} FROM ${TABLES} WHERE e.org_id = $1 AND e.id = ANY($2::uuid[]) ORDER BY e.id`,
    [tx.orgId, ids],
  );
}

/** A page of the encounters a person may see, the latest visit first. */
export async function listEncounters(tx: Tx, ask: EncounterAsk): Promise<ListedEncounter[]> {
  const values: unknown[] = [tx.orgId, ask.reader.facilityIds, ask.reader.onlyOf, ask.limit];
  const bound = (value: unknown) => `$${values.push(value)}`;
  const wheres = ['e.org_id = $1', readableSql('e', '$2', '$3')];
  if (ask.patientId !== undefined) {
    const id = bound(ask.patientId);
    wheres.push(`e.patient_id IN (SELECT same.id FROM records.patient same JOIN records.patient meant
      ON meant.org_id = same.org_id AND meant.id = ${id}
      WHERE same.org_id = $1 AND (same.id = coalesce(meant.merged_into, meant.id) OR same.merged_into = coalesce(meant.merged_into, meant.id)))`);
  }
  if (ask.class !== undefined) wheres.push(`e.class = ${bound(ask.class)}`);
  if (ask.isCoded !== undefined) wheres.push(`e.is_coded = ${bound(ask.isCoded)}`);
  if (ask.ids !== undefined) wheres.push(`e.id = ANY(${bound(ask.ids)}::uuid[])`);
  if (ask.text !== undefined) wheres.push(textSql(ask.text, bound));
  if (ask.after !== undefined)
    wheres.push(`(e.sorted_on, e.id) < (${bound(ask.after.sortedOn)}::date, ${bound(ask.after.id)}::uuid)`);
  return tx.query<ListedEncounter>(
    `SELECT ${SUMMARY} FROM ${TABLES} WHERE ${wheres.join(' AND ')} ORDER BY e.sorted_on DESC, e.id DESC LIMIT $4`,
    values,
  );
}

function textSql(
  { number, words }: { number: string; words: readonly string[] },
  bound: (value: unknown) => string,
): string {
  const byNumber = `e.number = ${bound(number)}`;
  return words.length === 0 ? byNumber : `(${byNumber} OR e.patient_id IN (${patientsByWords(words, bound)}))`;
}

/** Ids of the patients every word is the beginning of a word of: text ranges, which row-level security lets use an index. */
export function patientsByWords(words: readonly string[], bound: (value: unknown) => string): string {
  return words
    .map((word) => {
      const [from, to] = [bound(word), bound(rangeEnd(word))];
      return `SELECT t.patient_id FROM records.patient_token t WHERE t.org_id = $1 AND t.token >= ${from} AND t.token < ${to}`;
    })
    .join(' INTERSECT ');
}

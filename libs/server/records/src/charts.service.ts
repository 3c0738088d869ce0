import { Injectable } from '@nestjs/common';
import type { DocumentSummary, EncounterCode } from '@caseboard/contracts';
import { notFound } from '@caseboard/server/kernel';
import type { Principal, Tx } from '@caseboard/server/kernel';
import {
  cliniciansOf,
  coverageOfEncounters,
  documentsOf,
  encountersByIds,
  entryCounts,
  personsOf,
} from './charts.repository.ts';
import type { ChartEncounter, ChartPatient, EncounterCodes } from './charts.types.ts';
import { replaceCodes, revisionOf } from './encounter-codes.repository.ts';
import { readable } from './encounters.access.ts';
import { patientMark, patientName } from './patient-mark.rules.ts';

/** What other modules ask of charts. Everything happens in the caller's transaction. */
@Injectable()
export class Charts {
  /** Encounters by id, with a fixed number of statements; those that are not there are missing. */
  async encountersOf(tx: Tx, ids: readonly string[]): Promise<Map<string, ChartEncounter>> {
    const rows = await encountersByIds(tx, ids);
    const persons = await personsOf(tx, [...new Set(rows.map(({ patientId }) => patientId))]);
    const clinicians = await cliniciansOf(tx, ids);
    const documents = await documentsOf(tx, ids);
    const counts = await entryCounts(tx, ids);
    const coverages = await coverageOfEncounters(tx, ids);
    return new Map(
      rows.map(({ sortedOn: _sortedOn, codeRevision: _codeRevision, ...row }) => {
        const person = persons.get(row.patientId);
        const coverage = coverages.get(row.id);
        return [
          row.id,
          {
            ...row,
            patientMark: person ? patientMark(person, person.mrn) : '?',
            patientName: person ? patientName(person) : 'Unnamed patient',
            mrn: person?.mrn ?? null,
            payerId: coverage?.payerId ?? null,
            payerName: coverage?.payerName ?? null,
            memberId: coverage?.memberId ?? null,
            clinicians: clinicians.get(row.id) ?? [],
            documentTypes: [...new Set((documents.get(row.id) ?? []).map(({ type }) => type))],
            ...(counts.get(row.id) ?? { conditions: 0, procedures: 0 }),
          },
        ];
      }),
    );
  }

  /**
   * The one predicate of charts: not behind a gate the person has no key to, and for a physician only where he is
   * one of the clinicians. Whether the person has the permission at all is the caller's to check.
   */
  async mayRead(tx: Tx, principal: Principal, encounterId: string): Promise<boolean> {
    return (await readable(tx, principal, [encounterId])).has(encounterId);
  }

  /** The documents of an encounter, oldest first, without their text. */
  async documentsOf(tx: Tx, encounterId: string): Promise<DocumentSummary[]> {
    return (await documentsOf(tx, [encounterId])).get(encounterId) ?? [];
  }

  /** Replaces the final codes of an encounter; the new revision. Throws `request/not-found`. */
  async writeCodes(tx: Tx, encounterId: string, codes: readonly EncounterCode[]): Promise<number> {
    const revision = await replaceCodes(tx, encounterId, codes);
    if (revision === undefined) throw notFound();
    return revision;
  }

  /** The final codes of an encounter and their revision. Throws `request/not-found`. */
  async codesOf(tx: Tx, encounterId: string): Promise<EncounterCodes> {
    const found = await revisionOf(tx, encounterId);
    if (!found) throw notFound();
    return found;
  }

  /** The person a record stands for, merges followed. Throws `request/not-found`. */
  async patientFor(tx: Tx, patientId: string): Promise<ChartPatient> {
    const found = (await personsOf(tx, [patientId])).get(patientId);
    if (!found) throw notFound();
    return found;
  }
}

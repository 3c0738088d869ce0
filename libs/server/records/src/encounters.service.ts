import { Injectable } from '@nestjs/common';
import type { ClinicalDocument, Encounter, EncounterSummary, Page } from '@caseboard/contracts';
import { decodeCursor, notFound, pageFrom, UnitOfWork } from '@caseboard/server/kernel';
import type { Caller } from '@caseboard/server/kernel';
import type { EncountersQuery } from './charts.queries.ts';
import { cliniciansOf, coverageOfEncounters, documentsOf, personsOf } from './charts.repository.ts';
import { findDocument } from './documents.repository.ts';
import { codesOf } from './encounter-codes.repository.ts';
import { entriesOf } from './encounter-entries.repository.ts';
import { encounterSummaries, listEncounters } from './encounter-list.repository.ts';
import { EncounterWork } from './encounter-work.service.ts';
import { chartReader, readable } from './encounters.access.ts';
import { searchWords } from './patient-tokens.rules.ts';

const DEFAULT_PAGE = 50;

/** Charts as people read them. */
@Injectable()
export class Encounters {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly work: EncounterWork,
  ) {}

  /** Encounters the person may see, the latest visit first; a physician sees his own. */
  async list(caller: Caller, query: EncountersQuery): Promise<Page<EncounterSummary>> {
    const { limit = DEFAULT_PAGE, cursor, patient, text, ids, isCoded } = query;
    const filters = { list: 'encounters', patient, text, class: query.class, isCoded, ids };
    const [sortedOn, id] = decodeCursor(cursor, filters) ?? [];
    const details = { patient, class: query.class, isCoded, isSearch: text !== undefined };
    return this.uow.read(caller, { action: 'records.encounter.read', kind: 'encounter', details }, async (tx) => {
      const rows = await listEncounters(tx, {
        reader: chartReader(caller.principal),
        patientId: patient,
        class: query.class,
        isCoded: isCoded === undefined ? undefined : isCoded === 'true',
        ids,
        text: text === undefined ? undefined : { number: text.toUpperCase(), words: searchWords(text) },
        after: id === undefined ? undefined : { sortedOn: String(sortedOn), id: String(id) },
        limit: limit + 1,
      });
      const page = pageFrom(
        rows,
        limit,
        filters,
        (row) => [row.sortedOn, row.id],
        ({ sortedOn: _sortedOn, ...row }) => row,
      );
      return { ...page, asOf: await tx.head() };
    });
  }

  /** One chart without the texts of its documents. Throws `request/not-found` when missing or not theirs to see. */
  async read(caller: Caller, id: string): Promise<Encounter> {
    return this.uow.read(caller, { action: 'records.encounter.read', kind: 'encounter', id }, async (tx) => {
      const isReadable = (await readable(tx, caller.principal, [id])).has(id);
      const [summary] = isReadable ? await encounterSummaries(tx, [id]) : [];
      if (!summary) throw notFound();
      const person = (await personsOf(tx, [summary.patientId])).get(summary.patientId);
      return {
        ...summary,
        birthDate: person?.birthDate ?? null,
        sex: person?.sex ?? null,
        payerName: (await coverageOfEncounters(tx, [id])).get(id)?.payerName ?? null,
        clinicians: (await cliniciansOf(tx, [id])).get(id) ?? [],
        conditions: await entriesOf(tx, id, 'condition'),
        procedures: await entriesOf(tx, id, 'procedure'),
        documents: (await documentsOf(tx, [id])).get(id) ?? [],
        codes: (await codesOf(tx, [id])).get(id) ?? [],
        work: (await this.work.of(tx, [id])).get(id) ?? [],
      };
    });
  }

  /** One document with its text. Throws `request/not-found` when its encounter is not theirs to see. */
  async document(caller: Caller, id: string): Promise<ClinicalDocument> {
    return this.uow.read(caller, { action: 'records.document.read', kind: 'document', id }, async (tx) => {
      const found = await findDocument(tx, id);
      if (!found) throw notFound();
      const { encounterId } = found;
      const isTheirs =
        encounterId === null
          ? chartReader(caller.principal).onlyOf === null
          : (await readable(tx, caller.principal, [encounterId])).has(encounterId);
      if (!isTheirs) throw notFound();
      return found;
    });
  }
}

import { Injectable } from '@nestjs/common';
import { CODING_STATES } from '@caseboard/contracts';
import type { CodingCase, Page, SearchHit } from '@caseboard/contracts';
import { decodeCursor, pageFrom, UnitOfWork } from '@caseboard/server/kernel';
import type { Caller, ExportableList, Principal, Searcher, Tx } from '@caseboard/server/kernel';
import { numbersMeant } from './case-number.rules.ts';
import { CLASS_WORDS } from './case-work.rules.ts';
import { listCases } from './coding-case-list.repository.ts';
import { asCodingCases } from './coding-case.row.ts';
import type { CodingCaseRow } from './coding-case.types.ts';
import { isFinal } from './coding-state.rules.ts';
import { codingCasesQuery } from './coding.queries.ts';
import type { CodingCasesQuery } from './coding.queries.ts';

const DEFAULT_PAGE = 50;
const UNFINISHED = CODING_STATES.filter((state) => !isFinal(state));

/** Coding cases as a list, as a file, and as what search finds. */
@Injectable()
export class CodingCaseList {
  constructor(private readonly uow: UnitOfWork) {}

  /** By state, owner, number and ids, highest priority first; without state, text or ids: what is not final. */
  async list(caller: Caller, query: CodingCasesQuery): Promise<Page<CodingCase>> {
    const { limit = DEFAULT_PAGE, cursor, state, text, ids } = query;
    const owner = query.owner === 'me' ? caller.principal.userId : (query.owner ?? 'any');
    const filters = { list: 'coding-cases', state, owner, text, ids };
    const [rank, id] = decodeCursor(cursor, filters) ?? [];
    const isNamed = text !== undefined || ids !== undefined;
    const audit = { action: 'coding.case.read', kind: 'coding-case', details: { state, owner, isNamed } };
    return this.uow.read(caller, audit, async (tx) => {
      const rows = await listCases(tx, {
        states: state === undefined ? (isNamed ? CODING_STATES : UNFINISHED) : [state],
        owner,
        numbers: text === undefined ? null : numbersMeant(text),
        ids: ids ?? null,
        facilityIds: caller.principal.facilityIds,
        after: id === undefined ? undefined : { rank: Number(rank), id: String(id) },
        limit: limit + 1,
      });
      const page = pageFrom(
        rows,
        limit,
        filters,
        (row) => [-row.priority, row.id],
        (row) => row,
      );
      return { ...page, items: await asCodingCases(tx, page.items), asOf: await tx.head() };
    });
  }

  /** The list as CSV; holds no money. */
  readonly file: ExportableList<CodingCasesQuery, CodingCase> = {
    name: 'coding-cases',
    permission: 'coding.case.read',
    query: codingCasesQuery,
    columns: [
      { head: 'Case', value: ({ number }) => number },
      { head: 'Encounter', value: ({ encounterNumber }) => encounterNumber },
      { head: 'Class', value: (one) => CLASS_WORDS[one.class] },
      { head: 'Patient', value: ({ patient }) => patient },
      { head: 'Started', value: ({ startedOn }) => startedOn },
      { head: 'Ended', value: ({ endedOn }) => endedOn },
      { head: 'State', value: ({ state }) => state },
      { head: 'Codes', value: ({ codes }) => codes.length },
      { head: 'Open queries', value: ({ openQueries }) => openQueries },
      { head: 'Due', value: ({ dueOn }) => dueOn },
    ],
    page: (caller, query) => this.list(caller, query),
  };

  /** Finds cases by the beginning of their own or the encounter's number. */
  readonly searcher: Searcher = {
    kind: 'coding',
    permission: 'coding.case.read',
    find: async (tx, principal, text, limit) => this.find(tx, principal, text, limit),
  };

  private async find(tx: Tx, { facilityIds }: Principal, text: string, limit: number): Promise<SearchHit[]> {
    const numbers = numbersMeant(text);
    if (numbers.length === 0) return [];
    const ask = { states: CODING_STATES, owner: 'any', numbers, ids: null, facilityIds, after: undefined, limit };
    return (await listCases(tx, ask)).map(asHit);
  }
}

const asHit = ({ id, number, patient, state, encounterNumber, class: kind }: CodingCaseRow): SearchHit => ({
  kind: 'coding',
  id,
  number,
  title: `${CLASS_WORDS[kind]} chart of ${patient}`,
  detail: `${encounterNumber}, ${state}`,
  href: `/coding/${id}`,
});

import { Injectable } from '@nestjs/common';
import {
  ClaimChanged,
  ClaimMade,
  DocumentImported,
  EncounterImported,
  QueryAnswered,
  QueryClosed,
  QueryResponded,
  QueryRetracted,
  QuerySent,
} from '@caseboard/contracts';
import type { LoggedEvent, Reaction, Tx } from '@caseboard/server/kernel';
import { step } from './case-steps.ts';
import { ChartWatch } from './chart-watch.ts';
import { casesOfEncounters } from './coding-cases.repository.ts';
import { HeldCases } from './held-cases.ts';
import { QueryWatch } from './query-watch.ts';

/** What this module does when others' events arrive. */
@Injectable()
export class CodingReactions {
  constructor(
    private readonly charts: ChartWatch,
    private readonly queries: QueryWatch,
    private readonly cases: HeldCases,
  ) {}

  /** Charts that come in open cases and make them ready; one encounter's events wait for one another. */
  readonly followCharts: Reaction = {
    consumer: 'coding.charts',
    on: [EncounterImported, DocumentImported],
    subjectOf: (event) => String(event.data.encounterId ?? event.id),
    handle: async (tx, event) => {
      if (typeof event.data.encounterId !== 'string') return;
      if (event.name === DocumentImported.name) return this.charts.document(tx, event.data.encounterId);
      await this.charts.encounter(tx, event.data.encounterId);
    },
  };

  /** Queries make their chart wait and wake it; one case's events wait for one another. */
  readonly followQueries: Reaction = {
    consumer: 'coding.queries',
    on: [QuerySent, QueryAnswered, QueryResponded, QueryRetracted, QueryClosed],
    subjectOf: (event) => String(event.data.subjectId),
    handle: async (tx, event) => {
      if (event.data.subjectType === 'coding') await this.query(tx, event);
    },
  };

  /** The claim was built, or built anew: the chart is billed. A chart that was reopened meanwhile stays open. */
  readonly followClaims: Reaction = {
    consumer: 'coding.claims',
    on: [ClaimMade, ClaimChanged],
    subjectOf: (event) => String(event.data.encounterId),
    handle: async (tx, event) => {
      const [known] = await casesOfEncounters(tx, [String(event.data.encounterId)]);
      const held = known && (await this.cases.holdByRule(tx, known.id));
      if (held?.state === 'finalized') await step(tx, 'billed', held, { state: 'billed' });
    },
  };

  private async query(tx: Tx, { name, data }: LoggedEvent): Promise<void> {
    const of = { caseId: String(data.subjectId), threadId: String(data.threadId) };
    if (name === QuerySent.name) return this.queries.sent(tx, of, String(data.recipientId));
    if (name === QueryAnswered.name) return this.queries.responded(tx, of, 'Read the answer');
    if (name === QueryResponded.name) return this.queries.responded(tx, of, 'Read the reply');
    await this.queries.ended(tx, of, name === QueryClosed.name ? 'The query was closed' : 'The query was taken back');
  }
}

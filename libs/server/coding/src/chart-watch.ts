import { Injectable } from '@nestjs/common';
import { CodesChanged, CodingCaseOpened } from '@caseboard/contracts';
import { effectOf } from '@caseboard/server/kernel';
import type { Tx } from '@caseboard/server/kernel';
import { Charts, dueDate } from '@caseboard/server/records';
import type { ChartEncounter } from '@caseboard/server/records';
import { Threads } from '@caseboard/server/threads';
import { WorkItems } from '@caseboard/server/worklist';
import { v7 as uuidv7 } from 'uuid';
import { recordMove } from './case-moves.repository.ts';
import { about, step } from './case-steps.ts';
import { CLASS_WORDS, holdFrom, workOf } from './case-work.rules.ts';
import { codingCaseRow } from './coding-case.row.ts';
import type { CodingCaseRow } from './coding-case.types.ts';
import { casesOfEncounters, insertCase } from './coding-cases.repository.ts';
import { CodingCodesService } from './coding-codes.service.ts';
import { isFinal, unreadyBecause } from './coding-state.rules.ts';
import { HeldCases } from './held-cases.ts';

/** Opens cases for charts without final codes, and follows what happens to the charts until they are coded. */
@Injectable()
export class ChartWatch {
  constructor(
    private readonly charts: Charts,
    private readonly cases: HeldCases,
    private readonly codes: CodingCodesService,
    private readonly items: WorkItems,
    private readonly threads: Threads,
  ) {}

  /** Looks at an encounter that came in or changed. */
  async encounter(tx: Tx, encounterId: string): Promise<void> {
    const chart = (await this.charts.encountersOf(tx, [encounterId])).get(encounterId);
    if (!chart) return;
    const [known] = await casesOfEncounters(tx, [encounterId]);
    if (known) return this.follow(tx, known, chart);
    if (!chart.isCoded) await this.open(tx, chart);
  }

  /** Looks at an encounter that got a document: it matters only while the chart is not ready. */
  async document(tx: Tx, encounterId: string): Promise<void> {
    const [known] = await casesOfEncounters(tx, [encounterId]);
    if (known?.state === 'not-ready') await this.encounter(tx, encounterId);
  }

  private async open(tx: Tx, chart: ChartEncounter): Promise<void> {
    const draft = draftOf(chart, `COD-${String(await tx.number('coding')).padStart(6, '0')}`);
    const work = workOf(draft, [], unreadyBecause(chart));
    const item = await this.items.open(tx, {
      queueKey: 'coding',
      subjectType: 'coding',
      subjectId: draft.id,
      number: draft.number,
      facilityId: draft.facilityId,
      code: CLASS_WORDS[draft.class],
      needs: work.needs ?? '',
      patient: draft.patient,
      payer: chart.payerName ?? '',
      amountCents: 0,
      dueOn: draft.dueOn,
      dueRule: draft.dueRule,
      openedAt: tx.now,
    });
    const opened = { ...draft, itemId: item.id, itemVersion: item.version, priority: item.priority };
    await insertCase(tx, opened);
    await recordMove(tx, 'opened', undefined, opened);
    tx.append(CodingCaseOpened, {
      id: opened.id,
      data: { caseId: opened.id, encounterId: opened.encounterId },
      rows: [effectOf(codingCaseRow, undefined, opened)],
    });
    if (work.state === 'waiting') await this.items.change(tx, 'coding', opened.id, { state: 'waiting' });
  }

  private async follow(tx: Tx, known: CodingCaseRow, chart: ChartEncounter): Promise<void> {
    const held = await this.cases.holdByRule(tx, known.id);
    if (!held) return;
    const facts = copiedFrom(chart);
    const state = isUntouched(held) ? readiness(chart) : held.state;
    if (isSame(held, { ...facts, state })) return;
    const findings = isFinal(held.state) ? held.findings : await this.codes.findings(tx, { ...held, ...facts });
    const after = await step(tx, 'chart-changed', held, { ...facts, state, findings });
    if (after.state === held.state) tx.append(CodesChanged, about(after));
    await this.cases.syncWork(tx, after, unreadyBecause(chart));
    await this.threads.subjectChanged(tx, 'coding', after.id);
  }
}

const isUntouched = ({ state }: CodingCaseRow) => state === 'not-ready' || state === 'ready';
const readiness = (chart: ChartEncounter) => (unreadyBecause(chart) === undefined ? 'ready' : 'not-ready');

/** What a case copies from its chart, and the deadline that follows. */
function copiedFrom(chart: ChartEncounter) {
  const { number: encounterNumber, class: kind, patientMark: patient, startedOn, endedOn, facilityId } = chart;
  const hold = holdFrom(chart);
  const due = hold ? { dueOn: dueDate(hold.from, hold), dueRule: hold.words } : { dueOn: null, dueRule: null };
  return { encounterNumber, class: kind, patient, startedOn, endedOn, facilityId, ...due };
}

function draftOf(chart: ChartEncounter, number: string): CodingCaseRow {
  return {
    ...copiedFrom(chart),
    id: uuidv7(),
    number,
    encounterId: chart.id,
    isRestricted: chart.isRestricted,
    state: readiness(chart),
    codes: [],
    findings: [],
    openQueries: 0,
    itemId: '',
    itemVersion: 1,
    ownerId: null,
    priority: 0,
    finalizedBy: null,
    finalizedAt: null,
    version: 1,
  };
}

const isSame = (held: CodingCaseRow, facts: Partial<CodingCaseRow>): boolean =>
  Object.entries(facts).every(([field, value]) => held[field as keyof CodingCaseRow] === value);

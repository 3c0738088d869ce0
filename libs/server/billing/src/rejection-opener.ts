import { Injectable } from '@nestjs/common';
import type { PayerRule } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';
import { dueDate, patientMark, Payers, ruleOn, ruleWords } from '@caseboard/server/records';
import { WorkItems } from '@caseboard/server/worklist';
import type { NewWorkItem } from '@caseboard/server/worklist';
import { v7 as uuidv7 } from 'uuid';
import type { NewAcknowledgement } from './acknowledgements.repository.ts';
import type { StoredClaim } from './claim-reads.repository.ts';
import { humanNumber } from './human-number.ts';
import type { RejectionRow } from './rejection.types.ts';
import { claimsRejectedNow, insertRejections } from './rejections.repository.ts';

/** A claim and the answer that rejects it. */
export interface Rejected {
  claim: StoredClaim;
  answer: NewAcknowledgement;
}

/** Makes work of claims that came back: never a denial, and the time to file runs on (domain 2.2). */
@Injectable()
export class RejectionOpener {
  constructor(
    private readonly payers: Payers,
    private readonly items: WorkItems,
  ) {}

  /** Opens a rejection for each claim that has no open one, in the caller's transaction; those opened come back. */
  async open(tx: Tx, rejected: readonly Rejected[]): Promise<RejectionRow[]> {
    const known = await claimsRejectedNow(
      tx,
      rejected.map(({ claim }) => claim.id),
    );
    const fresh = [...new Map(rejected.map((one) => [one.claim.id, one])).values()].filter(
      ({ claim }) => !known.has(claim.id),
    );
    if (fresh.length === 0) return [];
    const first = await tx.number('REJ', fresh.length);
    const rules = await this.payers.rulesOf(tx, [...new Set(fresh.flatMap(({ claim }) => claim.payerId ?? []))]);
    const drafts = fresh.map((one, at) =>
      draftOf(tx, one, humanNumber('REJ', first + at), rules.get(one.claim.payerId ?? '') ?? []),
    );
    const items = await this.items.openMany(tx, drafts.map(itemOf));
    const rows = drafts.map((draft, at): RejectionRow => {
      const item = items[at];
      if (!item) throw new Error('The work item of a rejection was not written.');
      return { ...draft, itemId: item.id, itemVersion: item.version, isRestricted: item.isRestricted };
    });
    await insertRejections(tx, rows);
    return rows;
  }
}

function draftOf(tx: Tx, { claim, answer }: Rejected, number: string, rules: readonly PayerRule[]): RejectionRow {
  const { patientFirstName: firstName, patientLastName: lastName } = claim;
  return {
    id: uuidv7(),
    number,
    state: 'open',
    claimId: claim.id,
    acknowledgementId: answer.id,
    claimNumber: claim.number,
    controlNumber: claim.controlNumber,
    patient: patientMark({ firstName, lastName }, claim.memberId),
    payerId: claim.payerId ?? '',
    payerName: claim.payerName,
    facilityId: claim.facilityId,
    isRestricted: claim.isRestricted,
    source: answer.kind,
    statuses: answer.statuses,
    chargeCents: claim.chargeCents,
    rejectedOn: answer.answeredOn ?? tx.now.toISOString().slice(0, 10),
    openedAt: tx.now,
    ...filingLimit(claim.serviceFrom, rules),
    ...{ resolution: null, note: null, resolvedBy: null, resolvedAt: null, ownerId: null },
    ...{ itemId: '', itemVersion: 1, version: 1 },
  };
}

/** Timely filing counts from the date of service and does not stop for a rejection (domain 2.2 and 3). */
function filingLimit(serviceFrom: string | null, rules: readonly PayerRule[]) {
  const rule = serviceFrom === null ? undefined : ruleOn(rules, 'timely-filing', serviceFrom);
  return rule && serviceFrom !== null
    ? { dueOn: dueDate(serviceFrom, rule), dueRule: ruleWords(rule) }
    : { dueOn: null, dueRule: 'no rule on file' };
}

const itemOf = (row: RejectionRow): NewWorkItem => ({
  queueKey: 'rejections',
  subjectType: 'rejection',
  subjectId: row.id,
  number: row.number,
  facilityId: row.facilityId,
  code: codeOf(row),
  needs: 'Correct it and send it again',
  patient: row.patient,
  payer: row.payerName,
  amountCents: row.chargeCents,
  dueOn: row.dueOn,
  dueRule: row.dueRule,
  openedAt: row.openedAt,
});

/** `A7 562`: category and status of the first reason; a 999 has only the code of its set. */
function codeOf({ source, statuses: [first] }: RejectionRow): string {
  if (!first) return source;
  return source === '999' ? `999 ${first.category}` : [first.category, first.status].filter(Boolean).join(' ');
}

import { Injectable } from '@nestjs/common';
import { FollowUpOpened } from '@caseboard/contracts';
import { effectOf, spokenDate, UnitOfWork } from '@caseboard/server/kernel';
import type { Tx } from '@caseboard/server/kernel';
import { patientMark } from '@caseboard/server/records';
import { WorkItems } from '@caseboard/server/worklist';
import type { WorkItemRow } from '@caseboard/server/worklist';
import { v7 as uuidv7 } from 'uuid';
import { followUpRow } from './follow-up.row.ts';
import { needsOf, silenceWords } from './follow-up.rules.ts';
import type { FollowUpRow, SilentClaim } from './follow-up.types.ts';
import { insertFollowUps } from './follow-up-cases.repository.ts';
import { followUpMoves } from './follow-up-moves.ts';
import { humanNumber } from './human-number.ts';
import { silentClaims } from './silent-claims.repository.ts';

/** Cases opened in one transaction: two events each. */
const BATCH = 100;
const FIRST = '00000000-0000-0000-0000-000000000000';
const OPENING = 727_013;

/** Opens follow-up cases of claims their payers are silent on. */
@Injectable()
export class FollowUpOpener {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly items: WorkItems,
  ) {}

  /** Looks through all claims of one organisation; how many cases it opened. Safe on several workers. */
  async open(orgId: string): Promise<number> {
    let total = 0;
    for (let after: string | undefined = FIRST; after !== undefined;) {
      const from: string = after;
      const seen = await this.uow.peek(orgId, (tx) => silentClaims(tx, from, 1));
      if (seen.length === 0) return total;
      const audit = { action: 'rule.billing.follow-up', kind: 'follow-up-case' };
      const opened = await this.uow.actAs(orgId, 'rule:billing.follow-up', audit, (tx) => this.step(tx, from));
      total += opened.length;
      after = opened.length < BATCH ? undefined : opened.at(-1)?.claimId;
    }
    return total;
  }

  /** One worker at a time opens for an organisation, and looks after it has the turn: no claim gets two cases. */
  private async step(tx: Tx, afterId: string): Promise<readonly SilentClaim[]> {
    const lock = 'SELECT pg_try_advisory_xact_lock($1, hashtext($2)) AS "isMine"';
    const [turn] = await tx.query<{ isMine: boolean }>(lock, [OPENING, tx.orgId]);
    if (!turn?.isMine) return [];
    const claims = await silentClaims(tx, afterId, BATCH);
    if (claims.length === 0) return claims;
    const first = await tx.number('FUP', claims.length);
    const drafts = claims.map((claim, at) => draftOf(claim, humanNumber('FUP', first + at)));
    const items = await this.items.openMany(
      tx,
      drafts.map((draft) => itemOf(draft, tx.now)),
    );
    const rows = drafts.map((draft, at) => withItem(draft, items[at]));
    await insertFollowUps(tx, rows);
    await followUpMoves.record(
      tx,
      rows.map((after) => ({ act: 'opened' as const, after })),
    );
    for (const row of rows) {
      const effect = effectOf(followUpRow, undefined, row);
      tx.append(FollowUpOpened, { id: row.id, data: { caseId: row.id, claimId: row.claimId }, rows: [effect] });
    }
    return claims;
  }
}

const draftOf = (claim: SilentClaim, number: string): FollowUpRow => ({
  id: uuidv7(),
  number,
  stage: 'silent',
  claimId: claim.claimId,
  claimNumber: claim.claimNumber,
  controlNumber: claim.controlNumber,
  patient: patientMark(claim, claim.recordNumber),
  payerId: claim.payerId,
  payerName: claim.payerName,
  facilityId: claim.facilityId,
  isRestricted: false,
  amountCents: claim.amountCents,
  silentSince: claim.silentSince,
  callCount: 0,
  lastContactAt: null,
  promisedOn: null,
  dueOn: claim.dueOn,
  dueRule: silenceWords(claim.rule),
  itemId: '',
  itemVersion: 1,
  ownerId: null,
  priority: 0,
  movedBy: null,
  movedAt: null,
  version: 1,
});

const itemOf = (draft: FollowUpRow, openedAt: Date) => ({
  queueKey: 'follow-up' as const,
  subjectType: 'follow-up',
  subjectId: draft.id,
  number: draft.number,
  facilityId: draft.facilityId,
  code: `${draft.claimNumber} silent since ${spokenDate(draft.silentSince)}`,
  needs: needsOf('silent'),
  patient: draft.patient,
  payer: draft.payerName,
  amountCents: draft.amountCents,
  dueOn: draft.dueOn,
  dueRule: draft.dueRule,
  openedAt,
});

function withItem(draft: FollowUpRow, item: WorkItemRow | undefined): FollowUpRow {
  if (!item) throw new Error('A case has no work item.');
  const { id: itemId, version: itemVersion, priority, isRestricted } = item;
  return { ...draft, itemId, itemVersion, priority, isRestricted };
}

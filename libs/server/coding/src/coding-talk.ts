import { Injectable } from '@nestjs/common';
import { AppError } from '@caseboard/server/kernel';
import type { Tx } from '@caseboard/server/kernel';
import { Charts } from '@caseboard/server/records';
import type { QueryKind, QueryRecipient, ThreadSubject } from '@caseboard/server/threads';
import { findCase } from './coding-cases.repository.ts';
import { answerDueAt, faultsOfQuery } from './coding-query.rules.ts';
import { CodingAccess } from './coding.access.ts';

/** How people talk about a coding case, and how a physician is asked about it. */
@Injectable()
export class CodingTalk {
  constructor(
    private readonly access: CodingAccess,
    private readonly charts: Charts,
  ) {}

  readonly subject: ThreadSubject = {
    subjectType: 'coding',
    permission: 'coding.case.read',
    describe: async (tx, id) => {
      const found = await findCase(tx, id);
      if (!found) return undefined;
      const { number, patient, facilityId, isRestricted } = found;
      return { number, patient, facilityId, isRestricted, href: `/coding/${id}` };
    },
    admits: (tx, principal, id) => this.access.admits(tx, principal, id),
  };

  readonly query: QueryKind = {
    subjectType: 'coding',
    mayAsk: 'coding.case.edit',
    recipients: (tx, id) => this.recipients(tx, id),
    check: async (tx, ask) => {
      const recipients = await this.recipients(tx, ask.subjectId);
      if (!recipients.some(({ userId }) => userId === ask.recipientId)) throw new AppError('thread/wrong-recipient');
      const errors = faultsOfQuery(ask);
      if (errors.length > 0) throw new AppError('request/invalid', { errors });
    },
    dueAt: (tx) => answerDueAt(tx.now),
  };

  /** The clinicians of the encounter who sign in here (QL-14), the attending first. */
  private async recipients(tx: Tx, caseId: string): Promise<QueryRecipient[]> {
    const found = await findCase(tx, caseId);
    const chart = found && (await this.charts.encountersOf(tx, [found.encounterId])).get(found.encounterId);
    return (chart?.clinicians ?? []).flatMap(({ userId, name, service, role }) =>
      userId === null ? [] : [{ userId, name, service: service ?? '', role }],
    );
  }
}

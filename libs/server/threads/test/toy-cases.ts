import { v7 as uuidv7 } from 'uuid';
import { AppError } from '@caseboard/server/kernel';
import type { QueryKind, QueryRecipient } from '../src/query-kinds.ts';
import type { SubjectFacts, ThreadSubject } from '../src/thread-subjects.ts';

/** Cases of a kind called `toy`, kept in memory: who may read denials may read them, within their gates. */
export class ToyCases {
  private readonly facts = new Map<string, SubjectFacts>();
  private readonly asked = new Map<string, QueryRecipient[]>();

  add(over: Partial<SubjectFacts> = {}): string {
    const id = uuidv7();
    const number = `TOY-${this.facts.size}`;
    this.facts.set(id, {
      number,
      patient: 'TW ··36',
      facilityId: null,
      isRestricted: false,
      href: `/toys/${id}`,
      ...over,
    });
    return id;
  }

  change(id: string, over: Partial<SubjectFacts>): void {
    const held = this.facts.get(id);
    if (held) this.facts.set(id, { ...held, ...over });
  }

  mayAsk(caseId: string, userId: string): void {
    const one = { userId, name: 'Dr. Rao', service: 'Medicine', role: 'attending' };
    this.asked.set(caseId, [...(this.asked.get(caseId) ?? []), one]);
  }

  readonly subject: ThreadSubject = {
    subjectType: 'toy',
    permission: 'denials.denial.read',
    describe: async (_tx, id) => this.facts.get(id),
    admits: async (_tx, principal, id) => {
      const facts = this.facts.get(id);
      if (!facts) return false;
      return !facts.isRestricted || (facts.facilityId !== null && principal.facilityIds.includes(facts.facilityId));
    },
  };

  readonly queries: QueryKind = {
    subjectType: 'toy',
    mayAsk: 'threads.query.review',
    recipients: async (_tx, id) => this.asked.get(id) ?? [],
    check: async (_tx, ask) => {
      if (ask.body.includes('$')) throw new AppError('thread/empty-query');
    },
    dueAt: (tx) => new Date(tx.now.getTime() + 24 * 3_600_000),
  };
}

import { Injectable } from '@nestjs/common';
import type { Indicator, Permission } from '@caseboard/contracts';
import { AppError } from '@caseboard/server/kernel';
import type { Tx } from '@caseboard/server/kernel';

/** Somebody who may be asked about a case, and why it is them. */
export interface QueryRecipient {
  userId: string;
  name: string;
  service: string;
  role: string;
}

/** A question about to be sent. */
export interface QueryAsk {
  subjectId: string;
  recipientId: string;
  body: string;
  options: readonly string[];
  indicators: readonly Indicator[];
}

/** How one kind of case is asked about. */
export interface QueryKind {
  subjectType: string;
  mayAsk: Permission;
  recipients(tx: Tx, subjectId: string): Promise<QueryRecipient[]>;
  /** Throws `AppError` when the question may not be sent as it is. */
  check(tx: Tx, ask: QueryAsk): Promise<void>;
  /** When an answer is due. */
  dueAt(tx: Tx, ask: QueryAsk): Date | Promise<Date>;
}

/** Where modules register the cases that physicians may be asked about. */
@Injectable()
export class QueryKinds {
  private readonly kinds = new Map<string, QueryKind>();

  register(kind: QueryKind): void {
    if (this.kinds.has(kind.subjectType)) throw new Error(`Query kind ${kind.subjectType} is registered twice.`);
    this.kinds.set(kind.subjectType, kind);
  }

  find(subjectType: string): QueryKind | undefined {
    return this.kinds.get(subjectType);
  }

  /** Throws `thread/wrong-recipient` for cases nobody is asked about. */
  require(subjectType: string): QueryKind {
    const kind = this.kinds.get(subjectType);
    if (!kind) throw new AppError('thread/wrong-recipient');
    return kind;
  }
}

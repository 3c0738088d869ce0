import { Injectable } from '@nestjs/common';
import { channels } from '@caseboard/contracts';
import type { Permission } from '@caseboard/contracts';
import type { Principal, Tx } from '@caseboard/server/kernel';

/** What a conversation shows of the case it is about. */
export interface SubjectFacts {
  /** The case's human number. */
  number: string;
  /** Initials and last digits. */
  patient: string;
  facilityId: string | null;
  isRestricted: boolean;
  /** Where the case opens in the browser. */
  href: string;
}

/** A kind of case people may talk about. */
export interface ThreadSubject {
  subjectType: string;
  /** Persons without it see none of these cases' conversations. */
  permission: Permission;
  /** The channel the conversation's row also lives on; `case:<type>:<id>` unless given. */
  channelOf?(subjectId: string): string;
  /** Undefined: there is no such case. */
  describe(tx: Tx, subjectId: string): Promise<SubjectFacts | undefined>;
  /** May this person see this very case? The permission was checked already. */
  admits(tx: Tx, principal: Principal, subjectId: string): Promise<boolean>;
}

/** Where modules register the cases people talk about, so that threads know no billing or clinical word. */
@Injectable()
export class ThreadSubjects {
  private readonly subjects = new Map<string, ThreadSubject>();

  register(subject: ThreadSubject): void {
    if (this.subjects.has(subject.subjectType))
      throw new Error(`Thread subject ${subject.subjectType} is registered twice.`);
    this.subjects.set(subject.subjectType, subject);
  }

  find(subjectType: string): ThreadSubject | undefined {
    return this.subjects.get(subjectType);
  }

  channelOf(subjectType: string, subjectId: string): string {
    return this.find(subjectType)?.channelOf?.(subjectId) ?? channels.case(subjectType, subjectId);
  }

  /** The one predicate towards a case: the kind's permission first, then the case's own rule. */
  async admits(tx: Tx, principal: Principal, subjectType: string, subjectId: string): Promise<boolean> {
    const subject = this.find(subjectType);
    if (!subject || !principal.permissions.has(subject.permission)) return false;
    return subject.admits(tx, principal, subjectId);
  }

  /** Kinds of cases this person may read at all. */
  typesOpenTo(principal: Principal): string[] {
    return [...this.subjects.values()]
      .filter(({ permission }) => principal.permissions.has(permission))
      .map(({ subjectType }) => subjectType);
  }
}

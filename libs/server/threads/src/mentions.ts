import { Injectable } from '@nestjs/common';
import { AppError } from '@caseboard/server/kernel';
import type { Principal, Tx } from '@caseboard/server/kernel';
import { findReaders } from './people.repository.ts';
import { ThreadSubjects } from './thread-subjects.ts';
import type { ThreadRow } from './thread.types.ts';
import { isIn } from './threads.access.ts';

/** Who may be called into a conversation by name: only who may see its case anyway. */
@Injectable()
export class Mentions {
  private readonly subjects: ThreadSubjects;

  constructor(subjects: ThreadSubjects) {
    this.subjects = subjects;
  }

  /** Throws `thread/wrong-recipient`, naming each person who may not see the case. */
  async check(tx: Tx, thread: ThreadRow, mentionIds: readonly string[]): Promise<void> {
    const strangers = mentionIds.filter((id) => !isIn(thread, id));
    if (strangers.length === 0) return;
    const known = new Map((await findReaders(tx, strangers)).map((person) => [person.userId, person]));
    const errors: { pointer: string; message: string }[] = [];
    for (const id of strangers) {
      const person = known.get(id);
      if (person && (await this.maySee(tx, person, thread))) continue;
      const message = `${person?.name ?? 'Somebody'} may not see this case.`;
      errors.push({ pointer: `/mentionIds/${mentionIds.indexOf(id)}`, message });
    }
    if (errors.length > 0) throw new AppError('thread/wrong-recipient', { errors });
  }

  private async maySee(tx: Tx, person: Principal, thread: ThreadRow): Promise<boolean> {
    if (!person.permissions.has('threads.thread.read') || person.roles.every((role) => role === 'physician'))
      return false;
    return this.subjects.admits(tx, person, thread.subjectType, thread.subjectId);
  }
}

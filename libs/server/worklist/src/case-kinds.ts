import { Injectable } from '@nestjs/common';
import type { RowEffect, Tx } from '@caseboard/server/kernel';
import type { ItemChange } from './work-item.types.ts';

/** What a module does when an item of its cases changes. */
export interface CaseKind {
  subjectType: string;
  /**
   * The effects on the cases' own rows, so that an owner or a priority also changes on the case's channels.
   * Called inside the transaction, after the items are written; the id of each effect is the subject's id.
   */
  effects(tx: Tx, changes: readonly ItemChange[]): Promise<RowEffect[]>;
}

/** Where modules register the kinds of cases they put on the worklist. */
@Injectable()
export class CaseKinds {
  private readonly kinds = new Map<string, CaseKind>();

  register(kind: CaseKind): void {
    if (this.kinds.has(kind.subjectType)) throw new Error(`Case kind ${kind.subjectType} is registered twice.`);
    this.kinds.set(kind.subjectType, kind);
  }

  /** Effects of all changes by subject id; kinds that registered nothing have none. */
  async effectsOf(tx: Tx, changes: readonly ItemChange[]): Promise<Map<string, RowEffect[]>> {
    const found = new Map<string, RowEffect[]>();
    for (const [subjectType, kind] of this.kinds) {
      const own = changes.filter((change) => change.after.subjectType === subjectType);
      if (own.length === 0) continue;
      for (const effect of await kind.effects(tx, own)) found.set(effect.id, [...(found.get(effect.id) ?? []), effect]);
    }
    return found;
  }
}

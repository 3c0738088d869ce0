import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@caseboard/server/kernel';
import { dueItems } from './rescores.repository.ts';
import { WorkItems } from './work-items.ts';

/** Items one transaction rescores: short enough that a person's command never waits long for one of them. */
const BATCH = 100;

/** Counts priorities anew when a tier changes with time; touches only rows whose `rescore_at` has come. */
@Injectable()
export class Rescorer {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly items: WorkItems,
  ) {}

  /** Rescores everything of one organisation that is due; how many items it was. Safe on several workers. */
  async run(orgId: string): Promise<number> {
    let total = 0;
    for (;;) {
      const done = await this.step(orgId);
      total += done;
      if (done < BATCH) return total;
    }
  }

  private async step(orgId: string): Promise<number> {
    const isDue = await this.uow.peek(orgId, async (tx) => (await dueItems(tx, 1, false)).length > 0);
    if (!isDue) return 0;
    return this.uow.actAs(
      orgId,
      'rule:worklist.rescore',
      { action: 'rule.worklist.rescore', kind: 'work-item' },
      async (tx) => {
        const due = await dueItems(tx, BATCH, true);
        await this.items.rewrite(
          tx,
          due.map((item) => ({ before: item, after: item })),
          'a deadline or age tier was reached',
        );
        return due.length;
      },
    );
  }
}

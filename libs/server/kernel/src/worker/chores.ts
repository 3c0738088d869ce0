import { Injectable } from '@nestjs/common';

/** Small recurring work of one organisation: rescoring, retention, clean-up. Must be safe to run twice. */
export interface Chore {
  name: string;
  everyMs: number;
  run(orgId: string): Promise<void>;
}

/** Where modules register their chores; the worker runs them. */
@Injectable()
export class ChoreRegistry {
  private readonly chores = new Map<string, Chore>();

  register(chore: Chore): void {
    this.chores.set(chore.name, chore);
  }

  all(): Chore[] {
    return [...this.chores.values()];
  }
}

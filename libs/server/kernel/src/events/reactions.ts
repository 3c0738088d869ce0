import { Injectable } from '@nestjs/common';
import type { EventDefinition } from '@caseboard/contracts';
import type { Tx } from '../database/tx.ts';

/** An event as it stands in the log. */
export interface LoggedEvent {
  orgId: string;
  seq: number;
  name: string;
  id: string;
  actor: string;
  at: Date;
  data: Record<string, unknown>;
}

/**
 * What a module does when another module's event arrives: effects and cursor commit together, so each
 * event takes effect once. Events of one organisation come in order.
 */
export interface Reaction {
  /** Names the cursor; never change it once released. */
  consumer: string;
  on: readonly EventDefinition[];
  /** The row a failure parks: later events of the same subject wait with it. Default: the event's id. */
  subjectOf?(event: LoggedEvent): string;
  handle(tx: Tx, event: LoggedEvent): Promise<void>;
}

/** Where modules register their reactions; the worker runs them. */
@Injectable()
export class ReactionRegistry {
  private readonly reactions = new Map<string, Reaction>();

  register(reaction: Reaction): void {
    if (this.reactions.has(reaction.consumer)) throw new Error(`Reaction ${reaction.consumer} is registered twice.`);
    this.reactions.set(reaction.consumer, reaction);
  }

  all(): Reaction[] {
    return [...this.reactions.values()];
  }
}

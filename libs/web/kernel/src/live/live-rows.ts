import type { Change } from '@caseboard/contracts';

/** A row as last read, the sequence it was read at, and whether an event brought it to this list. */
export interface HeldRow<Body> {
  body: Body;
  asOf: number;
  isLive: boolean;
}

/** What the last changes did to the rows on this screen. */
export interface AppliedChange {
  id: string;
  /** The row's human number, `DEN-000123`, when it has one. */
  label: string | undefined;
  op: Change['op'];
  name: string;
  actor: string;
  at: string;
  reason: string | undefined;
}

/**
 * The rows of one kind on one channel. A newer read wins, by `asOf`, never by version: bodies come as they
 * are now, so an older frame cannot put an older body back.
 */
export class LiveRows<Body> {
  private readonly rows = new Map<string, HeldRow<Body>>();
  private readonly accepts: (body: Body) => boolean;

  /** `accepts` is the list's filter: a body that does not pass leaves the list. */
  constructor(accepts: (body: Body) => boolean = () => true) {
    this.accepts = accepts;
  }

  get all(): ReadonlyMap<string, HeldRow<Body>> {
    return this.rows;
  }

  /** Takes a page of a snapshot; rows already held from a later read stay. */
  addPage(items: readonly Body[], asOf: number, idOf: (body: Body) => string): void {
    for (const body of items) {
      if ((this.rows.get(idOf(body))?.asOf ?? -1) <= asOf) this.rows.set(idOf(body), { body, asOf, isLive: false });
    }
  }

  clear(): void {
    this.rows.clear();
  }

  /** Applies `put` and `leave`; false when nothing on this list changed. */
  apply(op: 'put' | 'leave', id: string, body: Body | undefined, asOf: number): boolean {
    const held = this.rows.get(id);
    if (held && held.asOf > asOf) return false;
    const stays = op === 'put' && body !== undefined && this.accepts(body);
    if (!stays && !held) return false;
    if (stays) this.rows.set(id, { body, asOf, isLive: held?.isLive ?? true });
    else this.rows.delete(id);
    return true;
  }
}

import { Injectable } from '@nestjs/common';
import type { Operation } from '@caseboard/contracts';
import { AppError, LiveRegistry, UnitOfWork } from '@caseboard/server/kernel';
import type { Tx } from '@caseboard/server/kernel';
import { changesAccess, PERSONAL_EVENTS } from './access-events.ts';
import { BodyCache } from './body-cache.ts';
import type { Body } from './body-cache.ts';
import type { SizedChange } from './frames.rules.ts';
import type { LogEntry } from './log-entry.ts';
import { changeOf } from './log-entry.ts';
import type { OrgStream } from './org-stream.ts';

const LARGEST_BODY = 16 * 1024;
const WRAPPING = 320;
const TAIL_MAY_TAKE_MS = 2000;

/** Whose eyes a channel's rows are read for, and up to where its entries were taken. */
export interface Lens {
  channel: string;
  audience: string;
  through: number;
}

/** Rows as they are now: `asOf` and bodies come from one snapshot. */
export interface Projected {
  asOf: number;
  changes: SizedChange[];
}

/** Reads the bodies of a delivery through the modules' row definitions (live-path 11). */
@Injectable()
export class Projection {
  private readonly cache = new BodyCache();
  private readonly registry: LiveRegistry;
  private readonly uow: UnitOfWork;

  constructor(registry: LiveRegistry, uow: UnitOfWork) {
    this.registry = registry;
    this.uow = uow;
  }

  /**
   * The entries as changes with today's bodies. When the snapshot already holds a change of somebody's
   * rights that the tail has not met, it waits for the tail, so that nobody is sent what they just lost.
   * Throws `request/busy` when the tail does not come.
   */
  async read(stream: OrgStream, lens: Lens, entries: readonly LogEntry[]): Promise<Projected> {
    const seen = await this.uow.peek(stream.orgId, async (tx) => {
      const { head, isPending } = await look(tx, stream.position);
      return { asOf: head, isPending, changes: await this.project(tx, lens, head, entries) };
    });
    if (seen.isPending && !(await stream.reached(seen.asOf, TAIL_MAY_TAKE_MS))) throw new AppError('request/busy');
    return seen;
  }

  /** The same inside a snapshot that the caller holds, whose head is `asOf`. */
  async project(tx: Tx, lens: Lens, asOf: number, entries: readonly LogEntry[]): Promise<SizedChange[]> {
    const today = lens.through < asOf ? await withLaterOperations(tx, lens, entries) : entries;
    const bodies = new Map<string, Map<string, Body>>();
    for (const [kind, ids] of wantedIds(today)) {
      if (this.registry.row(kind))
        bodies.set(kind, await this.bodiesOf(tx, { audience: lens.audience, asOf }, kind, ids));
    }
    return today.map((entry) => sized(entry, bodies.get(entry.kind)));
  }

  private async bodiesOf(
    tx: Tx,
    seen: { audience: string; asOf: number },
    kind: string,
    ids: string[],
  ): Promise<Map<string, Body>> {
    const keyOf = (id: string) => `${tx.orgId} ${seen.audience} ${kind} ${id}`;
    const found = new Map<string, Body>();
    for (const id of ids) {
      const held = this.cache.get(keyOf(id), seen.asOf);
      if (held) found.set(id, held);
    }
    const missing = ids.filter((id) => !found.has(id));
    if (missing.length === 0) return found;
    const read = await this.registry.row(kind)?.project(tx, missing, seen.audience);
    for (const [id, body] of read ?? []) {
      const fresh = { asOf: seen.asOf, body, bytes: JSON.stringify(body).length };
      this.cache.set(keyOf(id), fresh);
      found.set(id, fresh);
    }
    return found;
  }
}

async function look(tx: Tx, position: number): Promise<{ head: number; isPending: boolean }> {
  const [seen] = await tx.query<{ head: number; isPending: boolean }>(
    `SELECT events.head($1)::float8 AS head,
       EXISTS (SELECT FROM events.event e WHERE e.org_id = $1 AND e.seq > $2 AND ${changesAccess('$3')}) AS "isPending"`,
    [tx.orgId, position, PERSONAL_EVENTS],
  );
  return seen ?? { head: 0, isPending: true };
}

/**
 * Bodies are of now, so the operations must be too: a row that meanwhile left the channel or became
 * restricted is not shown once more on the strength of an older entry.
 */
async function withLaterOperations(
  tx: Tx,
  { channel, through }: Lens,
  entries: readonly LogEntry[],
): Promise<LogEntry[]> {
  const later = await tx.query<Pick<LogEntry, 'kind' | 'id' | 'op'>>(
    'SELECT kind, id, op FROM events.delivery WHERE org_id = $1 AND channel = $2 AND seq > $3 ORDER BY seq',
    [tx.orgId, channel, through],
  );
  const last = new Map(later.map(({ kind, id, op }) => [`${kind} ${id}`, op]));
  return entries.map((entry) => ({ ...entry, op: last.get(`${entry.kind} ${entry.id}`) ?? entry.op }));
}

function wantedIds(entries: readonly LogEntry[]): Map<string, string[]> {
  const wanted = new Map<string, string[]>();
  for (const { op, kind, id } of entries) {
    if (op !== 'put') continue;
    const ids = wanted.get(kind);
    if (ids) ids.push(id);
    else wanted.set(kind, [id]);
  }
  return wanted;
}

/** A row that is gone is a `leave`, a large one and one of an unknown kind a `touch`. */
function sized(entry: LogEntry, bodies: Map<string, Body> | undefined): SizedChange {
  if (entry.op !== 'put') return { change: changeOf(entry, entry.op), bytes: WRAPPING };
  const found = bodies?.get(entry.id);
  const op: Operation = !bodies ? 'touch' : !found ? 'leave' : found.bytes > LARGEST_BODY ? 'touch' : 'put';
  return { change: changeOf(entry, op, found?.body), bytes: WRAPPING + (op === 'put' ? (found?.bytes ?? 0) : 0) };
}

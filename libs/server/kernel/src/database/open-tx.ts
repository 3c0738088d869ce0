import { EVENTS } from '@caseboard/contracts';
import type { EventDefinition } from '@caseboard/contracts';
import type { QueryRunner } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { parse } from 'zod/mini';
import { fromTransaction } from '../jobs/transactional-send.ts';
import type { JobSender } from '../jobs/transactional-send.ts';
import type { JobQueue } from '../jobs/job-queues.ts';
import type { Actor, Append, AuditSubject, Tx } from './tx.ts';

const MOST_EVENTS = 1000;

interface CounterChange {
  channel: string;
  key: string;
  count: number;
  cents: number;
}

interface BufferedEvent {
  name: string;
  version: number;
  id: string;
  actor: Actor;
  at: string;
  data: unknown;
  access_users: string[];
  reason: string | null;
  deliveries: { channel: string; kind: string; id: string; op: string; reason: string | null }[];
}

/** A transaction under way. The unit of work opens it and calls `flush` before COMMIT. */
export class OpenTx implements Tx {
  readonly orgId: string;
  readonly actor: Actor;
  readonly now: Date;
  private readonly runner: QueryRunner;
  private readonly traceId: string;
  private readonly jobs: JobSender;
  private readonly events: BufferedEvent[] = [];
  private readonly counters = new Map<string, CounterChange>();
  private readonly audits: AuditSubject[];

  constructor(from: {
    runner: QueryRunner;
    orgId: string;
    actor: Actor;
    now: Date;
    traceId: string;
    audit: AuditSubject;
    jobs: JobSender;
  }) {
    this.runner = from.runner;
    this.orgId = from.orgId;
    this.actor = from.actor;
    this.now = from.now;
    this.traceId = from.traceId;
    this.jobs = from.jobs;
    this.audits = [{ ...from.audit }];
  }

  get appended(): number {
    return this.events.length;
  }

  async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const result = await this.runner.query(sql, [...parameters], true);
    return result.records as Row[];
  }

  async execute(sql: string, parameters: readonly unknown[] = []): Promise<number> {
    const result = await this.runner.query(sql, [...parameters], true);
    return result.affected ?? 0;
  }

  append<E extends EventDefinition>(event: E, what: Append<E>): void {
    if (EVENTS.get(event.name) !== event) throw new Error(`${event.name} is not in the catalogue.`);
    if (this.events.length >= MOST_EVENTS) throw new Error(`More than ${MOST_EVENTS} events in one transaction.`);
    this.events.push({
      name: event.name,
      version: event.version,
      id: what.id,
      actor: this.actor,
      at: this.now.toISOString(),
      data: parse(event.data, what.data),
      access_users: what.accessUsers ?? [],
      reason: what.reason ?? null,
      deliveries: (what.rows ?? []).flatMap((row) =>
        row.deliveries.map((delivery) => ({
          channel: delivery.channel,
          kind: row.kind,
          id: row.id,
          op: delivery.op,
          reason: delivery.reason ?? what.reason ?? null,
        })),
      ),
    });
  }

  count(channel: string, key: string, change: { count: number; cents?: number }): void {
    const at = `${channel}|${key}`;
    const held = this.counters.get(at) ?? { channel, key, count: 0, cents: 0 };
    this.counters.set(at, { ...held, count: held.count + change.count, cents: held.cents + (change.cents ?? 0) });
  }

  async number(kind: string, howMany = 1): Promise<number> {
    const [row] = await this.query<{ last: string }>(
      `INSERT INTO kernel.number_series (org_id, kind, last) VALUES ($1, $2, $3)
       ON CONFLICT (org_id, kind) DO UPDATE SET last = kernel.number_series.last + excluded.last RETURNING last`,
      [this.orgId, kind, howMany],
    );
    return Number(row?.last) - howMany + 1;
  }

  audit(subject: AuditSubject): void {
    this.audits.push(subject);
  }

  about(id: string): void {
    if (this.audits[0]) this.audits[0].id = id;
  }

  async enqueue(queue: JobQueue, id: string): Promise<void> {
    await this.jobs.send(queue, { orgId: this.orgId, id }, fromTransaction(this));
  }

  async head(): Promise<number> {
    const [row] = await this.query<{ head: string }>('SELECT events.head($1) AS head', [this.orgId]);
    return Number(row?.head ?? 0);
  }

  /** Counters in key order, then audit, then the events: the kernel's order, so that no two commands deadlock. */
  async flush(result: string): Promise<void> {
    await this.flushCounters();
    await this.flushAudit(result);
    await this.flushEvents();
  }

  private async flushCounters(): Promise<void> {
    const changes = [...this.counters.values()].filter((change) => change.count !== 0 || change.cents !== 0);
    if (changes.length === 0) return;
    const last = this.events.at(-1);
    if (!last) throw new Error('A counter changed without an event to deliver it.');
    changes.sort((a, b) => (a.channel + a.key < b.channel + b.key ? -1 : 1));
    await this.query(
      `INSERT INTO kernel.counter (org_id, channel, key, count, cents)
       SELECT $1, c.channel, c.key, c.count, c.cents FROM unnest($2::text[], $3::text[], $4::bigint[], $5::bigint[]) AS c(channel, key, count, cents)
       ON CONFLICT (org_id, channel, key) DO UPDATE SET count = kernel.counter.count + excluded.count, cents = kernel.counter.cents + excluded.cents`,
      [
        this.orgId,
        ...(['channel', 'key', 'count', 'cents'] as const).map((column) => changes.map((change) => change[column])),
      ],
    );
    for (const { channel, key } of changes) {
      last.deliveries.push({ channel, kind: 'counter', id: `${channel}|${key}`, op: 'put', reason: null });
    }
  }

  private async flushAudit(result: string): Promise<void> {
    const entries = this.audits.map((subject) => ({
      id: uuidv7(),
      action: subject.action,
      kind: subject.kind,
      subject: subject.id ?? null,
      details: subject.details ?? {},
    }));
    await this.query(
      `WITH entry AS (
         INSERT INTO audit.entry (org_id, id, at, actor, action, subject_kind, subject_id, result, trace_id, details)
         SELECT $1, e.id, $2, $3, e.action, e.kind, e.subject, $4, $5, e.details
         FROM jsonb_to_recordset($6::jsonb) AS e(id uuid, action text, kind text, subject text, details jsonb)
       )
       INSERT INTO audit.unlinked (org_id, entry_id) SELECT $1, e.id FROM jsonb_to_recordset($6::jsonb) AS e(id uuid)`,
      [this.orgId, this.now, this.actor, result, this.traceId, JSON.stringify(entries)],
    );
  }

  private async flushEvents(): Promise<void> {
    if (this.events.length === 0) return;
    await this.query('SELECT events.append($1, $2::jsonb)', [this.orgId, JSON.stringify(this.events)]);
  }
}

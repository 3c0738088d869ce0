import type { Change, Counter, Frame, Page } from '@caseboard/contracts';
import { ChannelFollower } from './channel-follower.ts';
import type { ChannelListener, LiveConnection } from './live-connection.ts';
import { LiveRows } from './live-rows.ts';
import type { AppliedChange } from './live-rows.ts';

/** How a list is read and what it follows. */
export interface LiveSource<Body> {
  channel: string;
  kind: string;
  idOf(body: Body): string;
  /** One page of the snapshot; the first call has no cursor. */
  load(cursor: string | undefined): Promise<Page<Body>>;
  /** Rows by id, for `touch`: what is missing may not be seen. */
  fetch(ids: string[]): Promise<{ items: Body[]; asOf: number }>;
  /** Parses a body from a frame; undefined when it is not what this client knows. */
  parse(body: unknown): Body | undefined;
  /** Frames hold only a part of the row: what they put is fetched, as for `touch`. */
  isPartial?: boolean;
  accepts?(body: Body): boolean;
  /** Counters that live on this channel. */
  loadCounters?(): Promise<{ items: Counter[]; asOf: number }>;
  parseCounter?(body: unknown): Counter | undefined;
}

export interface LiveState {
  status: 'loading' | 'ready' | 'failed' | 'closed';
  error: unknown;
  hasMore: boolean;
  asOf: number;
}

/** What a list needs of the page's connection. */
export type ListConnection = Pick<LiveConnection, 'listen' | 'subscribe' | 'missed'>;

const MAX_TOUCH = 200;

/**
 * One list on one channel: snapshot first, then every change from its `asOf` on. A hole, another epoch or a
 * `resync` mends itself; the list on screen stays until the new one is here.
 */
export class LiveList<Body> implements ChannelListener {
  rows: LiveRows<Body>;
  readonly counters = new Map<string, Counter>();
  state: LiveState = { status: 'loading', error: undefined, hasMore: false, asOf: 0 };
  revision = 0;
  private readonly source: LiveSource<Body>;
  private readonly connection: ListConnection;
  private readonly follower = new ChannelFollower(0);
  private readonly watchers = new Set<() => void>();
  private readonly changeWatchers = new Set<(changes: AppliedChange[]) => void>();
  private cursor: string | undefined;
  private stop: () => void = () => undefined;
  private isStopped = false;
  private following: Promise<void> | undefined;
  /** It follows since its snapshot; only then can a lost connection make it miss anything. */
  private isFollowing = false;
  private wasAway = false;

  constructor(connection: ListConnection, source: LiveSource<Body>) {
    this.connection = connection;
    this.source = source;
    this.rows = new LiveRows(source.accepts);
  }

  start(): void {
    this.isStopped = false;
    this.stop = this.connection.listen(this.source.channel, this);
    void this.reload();
  }

  end(): void {
    this.isStopped = true;
    this.stop();
  }

  watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  /** Told after each applied frame: for tints and "who did it". */
  onApplied(watcher: (changes: AppliedChange[]) => void): () => void {
    this.changeWatchers.add(watcher);
    return () => this.changeWatchers.delete(watcher);
  }

  /** Loads the snapshot afresh and follows from it. */
  async reload(): Promise<void> {
    try {
      const [page, counters] = await Promise.all([this.source.load(undefined), this.source.loadCounters?.()]);
      if (this.isStopped) return;
      this.rows = new LiveRows(this.source.accepts);
      this.rows.addPage(page.items, page.asOf, this.source.idOf);
      counters?.items.forEach((counter) => this.counters.set(counter.key, counter));
      this.cursor = page.nextCursor ?? undefined;
      const asOf = Math.min(page.asOf, counters?.asOf ?? page.asOf);
      this.follower.restart(asOf);
      this.isFollowing = false;
      this.becomes({ status: 'ready', error: undefined, hasMore: this.cursor !== undefined, asOf });
      await this.follow();
    } catch (error) {
      this.becomes({ ...this.state, status: this.state.status === 'ready' ? 'ready' : 'failed', error });
    }
  }

  /** The next page of the snapshot, when there is one. Changes since are in the rows already. */
  async loadMore(): Promise<void> {
    if (this.cursor === undefined) return;
    const from = this.cursor;
    this.cursor = undefined;
    const page = await this.source.load(from).catch(() => undefined);
    if (page) this.rows.addPage(page.items, page.asOf, this.source.idOf);
    this.cursor = page ? (page.nextCursor ?? undefined) : from;
    this.becomes({ ...this.state, hasMore: this.cursor !== undefined });
  }

  /**
   * Takes a row as the answer or refusal of a command brought it, without waiting for its frame. An answer can be
   * overtaken by a frame, so `isNewer` says whether it is ahead of the row held.
   */
  take(body: Body, isNewer: (held: Body) => boolean): void {
    const id = this.source.idOf(body);
    const held = this.rows.all.get(id);
    if (held && isNewer(held.body) && this.rows.apply('put', id, body, held.asOf)) this.becomes(this.state);
  }

  onConnected(): void {
    if (this.state.status === 'loading' || this.state.status === 'failed') void this.reload();
    else {
      this.wasAway = this.isFollowing;
      void this.follow();
    }
  }

  onHead(head: number): void {
    if (this.follower.onHead(head, Date.now()) === 'gap') void this.follow();
  }

  onClosed(): void {
    this.rows.clear();
    this.becomes({ ...this.state, status: 'closed' });
  }

  onFrame(frame: Frame): void {
    const verdict = this.follower.onFrame(frame);
    if (verdict === 'apply') void this.apply(frame, false);
    if (verdict === 'gap') void this.follow();
    if (verdict === 'resync') setTimeout(() => void this.reload(), Math.random() * (frame.withinMs ?? 1000));
  }

  /** Subscribes from where the list stands; one ask at a time. */
  private follow(): Promise<void> {
    this.following ??= this.subscribe().finally(() => {
      this.following = undefined;
    });
    return this.following;
  }

  private async subscribe(): Promise<void> {
    const reply = await this.connection.subscribe(this.source.channel, this.follower.since, this.follower.knownEpoch);
    if (!reply || this.isStopped) return;
    if (!reply.ok) return this.onClosed();
    if (reply.mode === 'resync') {
      this.follower.restart(reply.head, reply.epoch);
      setTimeout(() => void this.reload(), Math.random() * 500);
      return;
    }
    this.follower.acknowledge(reply.head, reply.epoch, reply.mode === 'replay');
    const { wasAway } = this;
    this.isFollowing = true;
    this.wasAway = false;
    for (const frame of reply.events ?? []) {
      if (this.follower.onFrame(frame) === 'apply') await this.apply(frame, wasAway);
    }
    this.becomes({ ...this.state, asOf: Math.max(this.state.asOf, reply.head) });
  }

  private async apply(frame: Frame, wasMissed: boolean): Promise<void> {
    const applied = frame.changes.flatMap((change) => {
      const before = this.rows.all.get(change.id)?.body;
      return this.applyOne(change, frame.asOf) ? [asApplied(change, before)] : [];
    });
    this.becomes({ ...this.state, asOf: Math.max(this.state.asOf, frame.asOf) });
    if (applied.length > 0) this.changeWatchers.forEach((watcher) => watcher(applied));
    if (wasMissed) this.connection.missed.add(applied);
    await this.askTouched(frame);
  }

  private applyOne(change: Change, asOf: number): boolean {
    if (change.kind === 'counter') {
      const counter = this.source.parseCounter?.(change.body);
      if (counter) this.counters.set(counter.key, counter);
      return false;
    }
    if (change.kind !== this.source.kind || this.isTouch(change)) return false;
    const body = change.op === 'put' ? this.source.parse(change.body) : undefined;
    return this.rows.apply(body === undefined ? 'leave' : 'put', change.id, body, asOf);
  }

  private isTouch({ op }: Change): boolean {
    return op === 'touch' || (op === 'put' && this.source.isPartial === true);
  }

  /** Restricted, large and partial rows come by permissioned GET; what does not come back leaves. Read after the frame, so as of it at least. */
  private async askTouched(frame: Frame): Promise<void> {
    const touched = frame.changes.filter((change) => change.kind === this.source.kind && this.isTouch(change));
    for (let start = 0; start < touched.length; start += MAX_TOUCH) {
      const ids = touched.slice(start, start + MAX_TOUCH).map((change) => change.id);
      const found = await this.source.fetch(ids).catch(() => undefined);
      if (!found) continue;
      const byId = new Map(found.items.map((item) => [this.source.idOf(item), item]));
      const asOf = Math.max(found.asOf, frame.asOf);
      for (const id of ids) this.rows.apply(byId.has(id) ? 'put' : 'leave', id, byId.get(id), asOf);
      this.becomes(this.state);
    }
  }

  private becomes(state: LiveState): void {
    this.state = state;
    this.revision += 1;
    this.watchers.forEach((watcher) => watcher());
  }
}

/** A row's human number, which most kinds of rows carry. */
const numberOf = (body: unknown) => (body as { number?: unknown } | undefined)?.number;

const asApplied = (change: Change, before: unknown): AppliedChange => ({
  id: change.id,
  label: [numberOf(change.body), numberOf(before)].find((number) => typeof number === 'string'),
  op: change.op,
  name: change.name,
  actor: change.actor,
  at: change.at,
  reason: change.reason,
});

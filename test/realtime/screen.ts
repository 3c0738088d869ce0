import { eventually } from '@caseboard/testing';
import { LiveList } from '../../libs/web/kernel/src/live/live-list.ts';
import type { LiveSource } from '../../libs/web/kernel/src/live/live-list.ts';
import type { PageConnection } from './page-connection.ts';
import type { Row } from './sources.ts';

/** One list on one person's page, kept by the web's own reducers from its first snapshot on. */
export class Screen<Body extends Row = Row> {
  readonly name: string;
  readonly channel: string;
  /** Snapshots taken; a second one means that frames were not enough. */
  loads = 0;
  private readonly source: LiveSource<Body>;
  private readonly list: LiveList<Body>;

  private constructor(name: string, connection: PageConnection, source: LiveSource<Body>) {
    this.name = `${name}: ${source.kind} on ${source.channel}`;
    this.channel = source.channel;
    this.source = source;
    const counted = (cursor: string | undefined) => {
      this.loads += 1;
      return source.load(cursor);
    };
    this.list = new LiveList(connection, { ...source, load: counted });
  }

  /** Opens the list and waits for its snapshot. */
  static async open<Body extends Row>(
    name: string,
    connection: PageConnection,
    source: LiveSource<Body>,
  ): Promise<Screen<Body>> {
    const screen = new Screen(name, connection, source);
    screen.list.start();
    await eventually(() =>
      expect([screen.name, screen.list.state.status, screen.list.state.error]).toEqual([
        screen.name,
        'ready',
        undefined,
      ]),
    );
    return screen;
  }

  /** What the page shows: rows and totals. */
  shown() {
    const rows = [...this.list.rows.all.values()].map(({ body }) => body);
    return asComparable(rows, [...this.list.counters.values()]);
  }

  /** What a page opened now would show. */
  async fresh() {
    const rows: Body[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.source.load(cursor).catch(notMine<Body>);
      rows.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    return asComparable(rows, (await this.source.loadCounters?.())?.items ?? []);
  }

  get isClosed(): boolean {
    return this.list.state.status === 'closed';
  }

  close(): void {
    this.list.end();
  }
}

/** A row that is gone or hidden meanwhile is nothing to show. */
function notMine<Body>(error: unknown): { items: Body[]; nextCursor: null } {
  if (/: 404$/.test((error as Error).message)) return { items: [], nextCursor: null };
  throw error;
}

/** `lastSeenAt` changes without events, as its contract says. */
function asComparable(rows: readonly Row[], counters: readonly { key: string; count: number; cents: number }[]) {
  const held = new Map(rows.map((row) => [row.id, { ...row, lastSeenAt: undefined }]));
  return {
    rows: Object.fromEntries([...held].sort(([a], [b]) => (a < b ? -1 : 1))),
    counters: Object.fromEntries(
      counters
        .map(({ key, count, cents }) => [key, { count, cents }])
        .sort(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1)),
    ),
  };
}

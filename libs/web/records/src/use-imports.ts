import { channels, importJob, type ImportJob, type RemittanceSummary } from '@caseboard/contracts';
import {
  api,
  useLiveList,
  useMay,
  useSession,
  useShownRows,
  type FreshRow,
  type UseLiveList,
} from '@caseboard/web/kernel';
import { useMemo } from 'react';
import { importSource, importsSource, remittancesSource } from './records.sources.ts';

/** The list of imports as it stands on the screen: it holds still while the hand is in it. */
export interface ImportsOnScreen {
  list: UseLiveList<ImportJob>;
  shown: ImportJob[];
  waiting: { arrived: number; moved: number; left: number };
  onHandChange(isIn: boolean): void;
  show(): void;
}

/** Imports of a kind, newest first (ids are UUIDv7, so their order is that of time). */
export function useImports(kind: string | undefined): ImportsOnScreen {
  const list = useLiveList(importsSource);
  const { user } = useSession();
  const fresh = useMemo(
    () =>
      list.rows
        .filter((job) => kind === undefined || job.kind === kind)
        .sort((a, b) => (a.id < b.id ? 1 : -1))
        .map((row): FreshRow<ImportJob> => ({ id: row.id, place: 'list', row })),
    [list.rows, kind],
  );
  const own = useMemo(
    () => new Set(list.rows.filter(({ byUserId }) => byUserId === user.id).map(({ id }) => id)),
    [list.rows, user.id],
  );
  const { shown, waiting, onHandChange, show } = useShownRows({
    fresh,
    changes: list.changed,
    liveIds: list.liveIds,
    actor: `user:${user.id}`,
    pendingIds: own,
    goneMs: 0,
  });
  return { list, shown: useMemo(() => shown.map(({ row }) => row), [shown]), waiting, onHandChange, show };
}

/** One import with all its faults, live. */
export function useImport(id: string): UseLiveList<ImportJob> {
  return useLiveList(useMemo(() => importSource(id), [id]));
}

const NONE: ReadonlyMap<string, RemittanceSummary[]> = new Map();
const nobody = {
  ...remittancesSource,
  channel: channels.imports(),
  load: async () => ({ items: [], nextCursor: null, asOf: 0 }),
  parse: () => undefined,
};

/** What each import posted, by import; nothing for who may not read remittances. */
export function usePosted(): ReadonlyMap<string, RemittanceSummary[]> {
  const mayRead = useMay()('billing.remittance.read');
  const { rows } = useLiveList(mayRead ? remittancesSource : nobody);
  return useMemo(() => (rows.length === 0 ? NONE : Map.groupBy(rows, ({ importId }) => importId)), [rows]);
}

/** Lets a failed import go on where it stopped; throws ApiError. */
export const resumeImport = (id: string) => api.post(`/imports/${id}/attempts`, importJob);

import type { Page } from '@caseboard/contracts';
import { MAX_PAGE } from '@caseboard/contracts';
import { AppError, decodeCursor, pageFrom } from '@caseboard/server/kernel';
import type { Tx } from '@caseboard/server/kernel';

export type PageAsk = { limit?: number | undefined; cursor?: string | undefined };
type Named = { id: string; name: string };
type Fetch<Row> = (tx: Tx, after: readonly [string, string] | undefined, limit: number) => Promise<Row[]>;

/** One page of a list sorted by (name, id), with the sequence it is as of. */
export async function pageByName<Row extends Named>(
  tx: Tx,
  list: string,
  ask: PageAsk,
  fetch: Fetch<Row>,
): Promise<Page<Row>> {
  const limit = ask.limit ?? MAX_PAGE;
  const key = decodeCursor(ask.cursor, list);
  const rows = await fetch(tx, key && nameKey(key), limit + 1);
  const page = pageFrom(
    rows,
    limit,
    list,
    (row) => [row.name, row.id],
    (row) => row,
  );
  return { ...page, asOf: await tx.head() };
}

function nameKey(key: (string | number | null)[]): readonly [string, string] {
  const [name, id] = key;
  if (typeof name === 'string' && typeof id === 'string') return [name, id];
  throw new AppError('request/invalid', { errors: [{ pointer: '/cursor', message: 'This cursor cannot be read.' }] });
}

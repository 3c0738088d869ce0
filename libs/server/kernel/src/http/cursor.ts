import { createHash } from 'node:crypto';
import { AppError } from '../errors/app-error.ts';

/**
 * A keyset cursor: the sort key of the last row, bound to the list's filters so that it cannot be
 * used on another list. Opaque to clients.
 */
export function encodeCursor(key: readonly (string | number | null)[], filters: unknown): string {
  return Buffer.from(JSON.stringify([fingerprint(filters), ...key])).toString('base64url');
}

/** The sort key in a cursor; throws `request/invalid` when it is not ours or belongs to other filters. */
export function decodeCursor(cursor: string | undefined, filters: unknown): (string | number | null)[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const [print, ...key] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [
      string,
      ...(string | number | null)[],
    ];
    if (
      print === fingerprint(filters) &&
      key.every((part) => part === null || ['string', 'number'].includes(typeof part))
    )
      return key;
  } catch {
    // Falls through: unreadable and foreign cursors are refused alike.
  }
  throw new AppError('request/invalid', {
    errors: [{ pointer: '/cursor', message: 'This cursor belongs to another list.' }],
  });
}

const fingerprint = (filters: unknown) =>
  createHash('sha256').update(JSON.stringify(filters)).digest('base64url').slice(0, 12);

/** Cuts `limit + 1` fetched rows into a page; `keyOf` is the sort key of a row. */
export function pageFrom<Row, Item>(
  rows: Row[],
  limit: number,
  filters: unknown,
  keyOf: (row: Row) => (string | number | null)[],
  itemOf: (row: Row) => Item,
): { items: Item[]; nextCursor: string | null } {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return {
    items: kept.map(itemOf),
    nextCursor: rows.length > limit && last ? encodeCursor(keyOf(last), filters) : null,
  };
}

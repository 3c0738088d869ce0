import type { WorkItem } from '@caseboard/contracts';

/** An own change of owner that the server has not shown yet. It holds while the row is the version it was made on. */
export interface PendingOwner {
  ownerId: string | null;
  fromVersion: number;
  isSaved: boolean;
}

/** The row as this person made it; the server's next version always wins. */
export function withPendingOwner<Row extends Pick<WorkItem, 'ownerId' | 'version'>>(
  row: Row,
  pending: PendingOwner | undefined,
): Row {
  return pending && pending.fromVersion === row.version ? { ...row, ownerId: pending.ownerId } : row;
}

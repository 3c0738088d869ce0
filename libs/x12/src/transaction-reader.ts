import type { TransactionHeader } from './envelope-headers.ts';
import { FaultLog } from './fault-log.ts';
import type { X12Fault } from './faults.ts';
import { FileReader, noCounts, readFileItems } from './file-reader.ts';
import type { FileItem, FileReaderOptions, OpenSet } from './file-reader.ts';
import type { ByteSource } from './read-segments.ts';
import type { X12Segment } from './segment.ts';

/** What reading sets of any kind yields, in file order. */
export type TransactionItem =
  | FileItem
  | { type: 'transaction-start'; transaction: TransactionHeader }
  | { type: 'segment'; segment: X12Segment }
  | { type: 'transaction-end'; transaction: TransactionHeader; faults: readonly X12Fault[]; hasErrors: boolean };

/**
 * Reads sets of any kind segment by segment (those between ST and SE) with the envelope checked, for guides that
 * have no reader of their own. Goes on past faults and never throws on what it reads.
 */
export async function* readTransactions(
  source: ByteSource,
  options: FileReaderOptions = {},
): AsyncGenerator<TransactionItem> {
  yield* readFileItems(transactionFileReader(options), source);
}

/** The same reader to be fed by hand: `push` chunks, then `end`. */
export function transactionFileReader(options: FileReaderOptions = {}): FileReader<TransactionItem> {
  const faults = options.faults ?? new FaultLog();
  const sets = { expected: 'any', accepts: () => true, open: openSet };
  return new FileReader<TransactionItem>(sets, noCounts(), faults, options);
}

function openSet(transaction: TransactionHeader, out: TransactionItem[]): OpenSet<TransactionItem> {
  out.push({ type: 'transaction-start', transaction });
  return {
    read: (segment, into) => into.push({ type: 'segment', segment }),
    close: (into, found) => into.push({ type: 'transaction-end', transaction, ...found() }),
  };
}

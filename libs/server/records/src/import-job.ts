import type { ImportCounts, ImportFault, ImportKind, ImportState } from '@caseboard/contracts';

/** An import as it stands in its table. */
export interface ImportJobRow {
  id: string;
  fileId: string;
  fileName: string;
  encoding: 'plain' | 'gzip';
  sha256: string;
  bytes: number;
  kind: ImportKind;
  state: ImportState;
  progress: number;
  progressText: string;
  counts: ImportCounts;
  /** The first 200. */
  faults: ImportFault[];
  errorCount: number;
  warningCount: number;
  duplicateOf: string | null;
  plan: unknown;
  cursor: number;
  failures: number;
  byUserId: string | null;
  createdAt: Date;
  finishedAt: Date | null;
}

/** States a worker still has something to do in. */
export const UNFINISHED: readonly ImportState[] = ['queued', 'checking', 'applying'];

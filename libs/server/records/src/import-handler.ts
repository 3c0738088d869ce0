import type { ImportCounts, ImportFault, ImportKind, Role } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';

/** What the beginning of a file shows. `unknown` with a fault: the handler knows the format but not this use of it. */
export interface Detection {
  kind: ImportKind;
  fault?: ImportFault;
}

/** What pass 1 found: whether anything may be applied, what the file holds, what is wrong with it. */
export interface ImportVerdict {
  accepted: boolean;
  /** Describe the file, whether or not it is applied. */
  counts: ImportCounts;
  faults: ImportFault[];
  /** The import that already applied the same content; then nothing is applied. */
  duplicateOf?: string;
  /** What pass 2 needs to know, as JSON; it comes back as `run.plan`. */
  plan: unknown;
}

/** One import under way, as its handler sees it. */
export interface ImportRun {
  readonly orgId: string;
  readonly importId: string;
  readonly fileId: string;
  readonly fileName: string;
  /** Of the file as it was sent, compressed or not. */
  readonly sha256: string;
  readonly kind: ImportKind;
  /** Ordinal of the last claim applied before this run; 0 at the start. */
  readonly cursor: number;
  /** What `check` returned; undefined in pass 1. */
  readonly plan: unknown;
  /** Aborted when the server stops or another worker has taken over: leave everything and throw. */
  readonly signal: AbortSignal;
  /**
   * The file from its beginning, decompressed, bounded. Throws when the compressed data is broken or explodes:
   * let it through, the framework turns it into a rejection.
   */
  open(): AsyncIterable<Uint8Array>;
  /**
   * Says how far the pass is: `done` of `total` (0: by the bytes read), and in words for people. Cheap; written
   * and shown at most every 250 ms in a transaction of its own, so never call it inside one of yours.
   */
  progress(done: number, total: number, text: string): Promise<void>;
  /**
   * Moves the cursor inside the transaction of a chunk, so that both commit or neither; `counts` are added over
   * those of the verdict. Throws when another worker has the import: then the chunk must not commit.
   */
  saveCursor(tx: Tx, cursor: number, counts?: ImportCounts): Promise<void>;
}

/** What a module does with the files it understands. */
export interface ImportHandler {
  readonly kinds: readonly ImportKind[];
  /** Who may import these kinds, beside having `records.import.create`. */
  readonly roles: readonly Role[];
  /** Looks at the first bytes (at most 64 KB, decompressed); undefined: not its format. */
  detect(head: Uint8Array): Detection | undefined;
  /** Pass 1: reads all of the file and writes nothing. */
  check(run: ImportRun): Promise<ImportVerdict>;
  /** Writes what the verdict itself causes, in the verdict's transaction; not for a file imported before. */
  settle?(tx: Tx, run: ImportRun, verdict: ImportVerdict): Promise<void>;
  /** Pass 2: whole claims in chunks of at most 200 ms, from `run.cursor` on, to the end. */
  apply(run: ImportRun): Promise<void>;
}

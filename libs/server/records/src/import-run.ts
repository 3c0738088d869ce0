import type { ImportCounts, ImportKind } from '@caseboard/contracts';
import type { FileStore, Tx } from '@caseboard/server/kernel';
import type { ImportRun } from './import-handler.ts';
import { writeCursor } from './import-lease.repository.ts';
import { ImportLeaseLost } from './import-leases.service.ts';
import type { HeldImport } from './import-leases.service.ts';
import type { ImportProgress } from './import-progress.ts';
import type { ImportRefusal } from './import-refusal.ts';
import { openSource } from './import-source.ts';

/** One pass over a held import, as its handler sees it. */
export class HeldRun implements ImportRun {
  readonly orgId: string;
  readonly importId: string;
  readonly fileId: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly kind: ImportKind;
  readonly cursor: number;
  readonly plan: unknown;
  readonly signal: AbortSignal;
  /** Set when the file could not be read to its end, even if the handler made something of it. */
  refusal: ImportRefusal | undefined;
  private readonly held: HeldImport;
  private readonly files: FileStore;
  private readonly told: ImportProgress;

  constructor(held: HeldImport, files: FileStore, progress: ImportProgress, plan: unknown) {
    const { job } = held;
    this.orgId = held.orgId;
    this.importId = job.id;
    this.fileId = job.fileId;
    this.fileName = job.fileName;
    this.sha256 = job.sha256;
    this.kind = job.kind;
    this.cursor = job.cursor;
    this.plan = plan;
    this.signal = held.signal;
    this.held = held;
    this.files = files;
    this.told = progress;
  }

  open(): AsyncIterable<Uint8Array> {
    return openSource(this.files, this.held, {
      onBytes: (bytes) => this.told.read(bytes),
      onRefusal: (refusal) => {
        this.refusal = refusal;
      },
    });
  }

  async progress(done: number, total: number, text: string): Promise<void> {
    this.signal.throwIfAborted();
    await this.told.tell(done, total, text);
  }

  async saveCursor(tx: Tx, cursor: number, counts: ImportCounts = {}): Promise<void> {
    this.signal.throwIfAborted();
    if (!(await writeCursor(tx, this.held.lease, cursor, counts))) throw new ImportLeaseLost();
  }
}

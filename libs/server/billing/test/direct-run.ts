import type { ImportCounts, ImportKind } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';
import type { ImportHandler, ImportRun, ImportVerdict } from '@caseboard/server/records';

/** Where a worker dies: in the n-th chunk before its commit, or right after it. */
export interface Death {
  chunk: number;
  isCommitted: boolean;
}

class Died extends Error {}

/** A run without the framework: dies where it is told to, and goes on from the cursor that was committed. */
export class DirectRun implements ImportRun {
  readonly orgId: string;
  readonly importId: string;
  readonly fileId = '';
  readonly fileName = 'file.edi';
  readonly sha256 = '';
  readonly kind: ImportKind = '835';
  readonly signal = new AbortController().signal;
  cursor = 0;
  plan: unknown = undefined;
  chunks = 0;
  private death: Death | undefined;
  private pending = 0;
  private readonly bytes: Uint8Array;

  constructor(orgId: string, importId: string, content: string, death?: Death) {
    this.orgId = orgId;
    this.importId = importId;
    this.bytes = Buffer.from(content);
    this.death = death;
  }

  async *open(): AsyncGenerator<Uint8Array> {
    yield this.bytes;
  }

  async progress(_done: number, total: number): Promise<void> {
    if (total === 0) return;
    this.cursor = this.pending;
    this.dieIf(true);
  }

  async saveCursor(_tx: Tx, cursor: number, _counts?: ImportCounts): Promise<void> {
    this.chunks += 1;
    this.pending = cursor;
    this.dieIf(false);
  }

  /** Both passes, raised from the dead as often as it takes. */
  async toTheEnd(handler: ImportHandler): Promise<ImportVerdict> {
    const verdict = await handler.check(this);
    this.plan = JSON.parse(JSON.stringify(verdict.plan));
    if (!verdict.accepted || verdict.duplicateOf !== undefined) return verdict;
    for (;;) {
      try {
        await handler.apply(this);
        return verdict;
      } catch (error) {
        if (!(error instanceof Died)) throw error;
      }
    }
  }

  private dieIf(isCommitted: boolean): void {
    const { death } = this;
    if (!death || death.chunk !== this.chunks || death.isCommitted !== isCommitted) return;
    this.death = undefined;
    throw new Died();
  }
}

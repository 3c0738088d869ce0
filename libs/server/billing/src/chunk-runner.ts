import { setTimeout } from 'node:timers/promises';
import { AppError } from '@caseboard/server/kernel';
import type { Tx, UnitOfWork } from '@caseboard/server/kernel';
import { ChunkPace } from '@caseboard/server/records';
import type { ImportRun } from '@caseboard/server/records';

const TRIES = 5;
/** The most keeps a commit below 1,000 events together with the sets it opens and closes (live-path 23). */
const CLAIMS = { first: 60, least: 10, most: 300 };

/** What a chunk holds: claims, all its rows that make events, and the ordinal it brings the cursor to. */
export interface ChunkWork {
  claims: number;
  size: number;
  lastOrdinal: number | undefined;
}

/** How the work is audited and told: `Posting 3 of 8 claims`; `claims` unless `things` says what else is counted. */
export interface ChunkWords {
  action: string;
  verb: string;
  total: number;
  things?: string;
}

/** Commits the chunks of an import one by one: paced, with the cursor inside, waiting for others that post. */
export class ChunkRunner {
  private readonly pace = new ChunkPace(CLAIMS);
  private readonly run: ImportRun;
  private readonly uow: UnitOfWork;
  private readonly what: ChunkWords;
  private cursor: number;
  private done = 0;

  constructor(run: ImportRun, uow: UnitOfWork, what: ChunkWords) {
    this.run = run;
    this.uow = uow;
    this.what = what;
    this.cursor = run.cursor;
  }

  /** How much the next chunk should hold. */
  get size(): number {
    return this.pace.size;
  }

  /** A claim that an earlier run applied. */
  skipped(): void {
    this.done += 1;
  }

  /**
   * Commits one chunk and moves the cursor with it. `isWhole` says whether the work got through all of it; if not
   * the cursor stays and the same chunk is to be committed again. Throws when the run was aborted.
   */
  async commit<R>(
    chunk: ChunkWork,
    work: (tx: Tx) => Promise<R>,
    isWhole: (result: R) => boolean = () => true,
  ): Promise<R> {
    this.run.signal.throwIfAborted();
    const started = performance.now();
    const result = await this.patiently(async (tx) => {
      const found = await work(tx);
      await this.run.saveCursor(tx, isWhole(found) ? (chunk.lastOrdinal ?? this.cursor) : this.cursor);
      return found;
    });
    this.pace.took(chunk.size, performance.now() - started);
    if (isWhole(result)) {
      this.cursor = chunk.lastOrdinal ?? this.cursor;
      this.done += chunk.claims;
    }
    const { verb, total, things = 'claims' } = this.what;
    await this.run.progress(this.done, total, `${verb} ${counted(this.done)} of ${counted(total)} ${things}`);
    return result;
  }

  /** Another import of the organisation may be posting: its chunk is short, so try again. */
  private async patiently<R>(work: (tx: Tx) => Promise<R>): Promise<R> {
    const { orgId, importId, signal } = this.run;
    const audit = { action: this.what.action, kind: 'import', id: importId };
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.uow.actAs(orgId, 'rule:import', { ...audit }, work);
      } catch (error) {
        const isBusy = error instanceof AppError && error.code === 'request/busy';
        if (!isBusy || attempt === TRIES) throw error;
        await setTimeout(100 * attempt, undefined, { signal });
      }
    }
  }
}

const counted = (claims: number): string => claims.toLocaleString('en-US');

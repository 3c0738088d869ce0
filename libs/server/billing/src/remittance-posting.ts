import type { UnitOfWork } from '@caseboard/server/kernel';
import type { ImportRun } from '@caseboard/server/records';
import { read835 } from '@caseboard/x12';
import type { RemittanceClaim, RemittanceHeader, RemittanceItem } from '@caseboard/x12';
import { isReversalStatus } from './adjustment.rules.ts';
import { ChunkRunner } from './chunk-runner.ts';
import { PostingChunk } from './posting-chunk.ts';
import type { SetInPosting } from './posting-chunk.ts';
import type { PlannedSet, RemittancePlan } from './remittance-plan.ts';
import type { RemittancePoster } from './remittance-poster.ts';
import { remittancesOfImport } from './remittances.repository.ts';
import type { OpenedRemittance } from './remittances.repository.ts';

/**
 * Pass 2 of an 835: reads the file again and posts the planned sets in chunks of whole claims, from the cursor on.
 * Killed anywhere and run again it goes on where the last commit was: a claim posts once, a set opens and closes once.
 */
export class RemittancePosting {
  private readonly run: ImportRun;
  private readonly uow: UnitOfWork;
  private readonly poster: RemittancePoster;
  private readonly chunks: ChunkRunner;
  private readonly plans: ReadonlyMap<number, PlannedSet>;
  private opened: ReadonlyMap<string, OpenedRemittance> = new Map();
  private chunk = new PostingChunk();
  private current: SetInPosting | undefined;

  constructor(run: ImportRun, uow: UnitOfWork, poster: RemittancePoster) {
    const plan = run.plan as RemittancePlan;
    this.run = run;
    this.uow = uow;
    this.poster = poster;
    this.plans = new Map(plan.posts.map((set) => [set.ordinal, set]));
    this.chunks = new ChunkRunner(run, uow, { action: 'billing.remittance.post', verb: 'Posting', total: plan.claims });
  }

  async toTheEnd(): Promise<void> {
    this.opened = await this.uow.peek(this.run.orgId, (tx) => remittancesOfImport(tx, this.run.importId));
    for await (const item of read835(this.run.open())) {
      if (item.type !== 'file-end') await this.take(item);
    }
    await this.flush();
  }

  private async take(item: RemittanceItem): Promise<void> {
    if (item.type === 'transaction-start') this.start(item.header);
    else if (item.type === 'claim') await this.takeClaim(item.claim);
    else if (item.type === 'transaction-end') {
      if (this.current) this.chunk.close({ ...item, set: this.current });
      this.current = undefined;
    }
    if (this.chunk.size >= this.chunks.size) await this.flush();
  }

  private start(header: RemittanceHeader): void {
    const plan = this.plans.get(header.transaction.ordinal);
    const opened = plan && this.opened.get(plan.remittanceId);
    if (!plan || opened?.state === 'posted') return;
    this.current = { plan, header, opened, isDropped: false };
    if (!opened) this.chunk.open(this.current);
  }

  private async takeClaim(claim: RemittanceClaim): Promise<void> {
    const set = this.current;
    if (!set || set.isDropped) return;
    if (claim.ordinal <= this.run.cursor) return this.chunks.skipped();
    if (isReversalStatus(claim.status) && this.chunk.decides(claim.controlNumber)) await this.flush();
    if (!set.isDropped) this.chunk.add(set, claim);
  }

  /** Posts what is held. A set whose payment was posted from elsewhere meanwhile is dropped. */
  private async flush(): Promise<void> {
    const { chunk } = this;
    if (chunk.isEmpty) return;
    this.chunk = new PostingChunk();
    const work = { claims: chunk.claims.length, size: chunk.size, lastOrdinal: chunk.lastOrdinal };
    const opened = await this.chunks.commit(work, (tx) => this.poster.post(tx, this.run.importId, chunk));
    for (const set of chunk.opens) {
      set.opened = opened.get(set.plan.remittanceId);
      set.isDropped = set.opened === undefined;
    }
  }
}

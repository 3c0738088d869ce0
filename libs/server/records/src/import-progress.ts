import type { UnitOfWork } from '@caseboard/server/kernel';
import { IMPORT_ACTOR, importAudit, ImportLeaseLost } from './import-leases.service.ts';
import type { HeldImport } from './import-leases.service.ts';
import { writeProgress } from './import-lease.repository.ts';
import { announce } from './import.row.ts';

/** Which part of the whole a pass is, 0 to 1, and the state it shows. */
export interface Pass {
  state: 'checking' | 'applying';
  from: number;
  to: number;
  text: string;
}

export const CHECKING: Pass = { state: 'checking', from: 0, to: 0.4, text: 'Reading the file' };
export const APPLYING: Pass = { state: 'applying', from: 0.4, to: 1, text: 'Applying' };

/** How far one pass is. Told as often as anybody likes, written and shown at most every `everyMs`. */
export class ImportProgress {
  private readonly uow: UnitOfWork;
  private readonly held: HeldImport;
  private readonly pass: Pass;
  private readonly everyMs: number;
  private isTold = false;
  private part = 0;
  private text: string;
  private writtenAt = -Infinity;

  constructor(uow: UnitOfWork, held: HeldImport, pass: Pass, everyMs: number) {
    this.uow = uow;
    this.held = held;
    this.pass = pass;
    this.everyMs = everyMs;
    this.text = pass.text;
  }

  /** The handler's word; without a total the bytes read go on telling how far it is. */
  async tell(done: number, total: number, text: string): Promise<void> {
    this.text = text.slice(0, 200);
    if (total > 0) {
      this.isTold = true;
      this.part = Math.min(1, Math.max(0, done / total));
    }
    await this.writeIfDue();
  }

  /** Bytes of the file read so far. */
  async read(bytes: number): Promise<void> {
    if (!this.isTold) this.part = Math.min(1, bytes / Math.max(1, this.held.job.bytes));
    await this.writeIfDue();
  }

  private async writeIfDue(): Promise<void> {
    const now = performance.now();
    if (now - this.writtenAt < this.everyMs) return;
    this.writtenAt = now;
    const { orgId, lease } = this.held;
    const { state, from, to } = this.pass;
    await this.uow.actAs(orgId, IMPORT_ACTOR, importAudit('progress', lease.importId), async (tx) => {
      if (!(await writeProgress(tx, lease, from + (to - from) * this.part, this.text))) throw new ImportLeaseLost();
      announce(tx, lease.importId, state);
    });
  }
}

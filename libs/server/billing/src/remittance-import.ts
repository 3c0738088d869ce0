import { Injectable } from '@nestjs/common';
import type { Role } from '@caseboard/contracts';
import { UnitOfWork } from '@caseboard/server/kernel';
import type { Tx } from '@caseboard/server/kernel';
import type { Detection, ImportHandler, ImportRun, ImportVerdict } from '@caseboard/server/records';
import { read835 } from '@caseboard/x12';
import { facilitiesByNpi } from './facilities.repository.ts';
import { PostingExceptions } from './posting-exceptions.service.ts';
import { RemittanceCheck } from './remittance-check.ts';
import type { CheckedFile } from './remittance-check.ts';
import { planRemittances } from './remittance-plan.ts';
import type { RemittancePlan } from './remittance-plan.ts';
import { RemittancePoster } from './remittance-poster.ts';
import { RemittancePosting } from './remittance-posting.ts';
import { postedBefore } from './remittances.repository.ts';
import { detectX12File } from './x12-detection.ts';

/** Imports 835 files: checks all of it, then posts the payments that balance. */
@Injectable()
export class RemittanceImport implements ImportHandler {
  readonly kinds = ['835'] as const;
  readonly roles: readonly Role[] = ['biller', 'admin'];

  constructor(
    private readonly uow: UnitOfWork,
    private readonly poster: RemittancePoster,
    private readonly exceptions: PostingExceptions,
  ) {}

  detect(head: Uint8Array): Detection | undefined {
    const found = detectX12File(head);
    return found?.kind === '835' ? found : undefined;
  }

  async check(run: ImportRun): Promise<ImportVerdict> {
    const file = await this.read(run);
    const { isAccepted, duplicateOf, faults, plan } = await this.uow.peek(run.orgId, async (tx) => {
      const before = await postedBefore(
        tx,
        file.sets.map((set) => set.fingerprint),
      );
      const facilities = await facilitiesByNpi(tx);
      return planRemittances(file, before, (payeeId) => facilities.has(payeeId));
    });
    const counts = { ...file.counts, workItems: plan.workItems };
    return { accepted: isAccepted, counts, faults, plan, ...(duplicateOf === undefined ? {} : { duplicateOf }) };
  }

  /** Each refused payment becomes work for a person, whether or not the rest of the file posts. */
  async settle(tx: Tx, run: ImportRun, verdict: ImportVerdict): Promise<void> {
    const plan = verdict.plan as RemittancePlan | null;
    await this.exceptions.open(tx, run.importId, plan?.refused ?? []);
  }

  async apply(run: ImportRun): Promise<void> {
    await new RemittancePosting(run, this.uow, this.poster).toTheEnd();
  }

  private async read(run: ImportRun): Promise<CheckedFile> {
    const check = new RemittanceCheck();
    for await (const item of read835(run.open())) {
      const file = check.take(item);
      if (file) return file;
      if (check.claims % 1000 === 999)
        await run.progress(0, 0, `Checking, ${check.claims.toLocaleString('en-US')} claims read`);
    }
    throw new Error('The reader did not say that the file ended.');
  }
}

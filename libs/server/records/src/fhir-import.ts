import { Injectable } from '@nestjs/common';
import type { Role } from '@caseboard/contracts';
import { isFhir, isShorthand, readFhir } from '@caseboard/fhir';
import { FileStore, UnitOfWork } from '@caseboard/server/kernel';
import { FhirApply } from './fhir-apply.ts';
import { FhirCheck } from './fhir-check.ts';
import type { OnRecord } from './fhir-check.ts';
import type { Detection, ImportHandler, ImportRun, ImportVerdict } from './import-handler.ts';
import { importFaultOf } from './import-refusal.ts';
import { Payers } from './payers.service.ts';
import { findKeys, sourceIdsByMrn } from './source-keys.repository.ts';

/** Imports charts: FHIR R4 Bundles, NDJSON and single resources. */
@Injectable()
export class FhirImport implements ImportHandler {
  readonly kinds = ['fhir'] as const;
  readonly roles: readonly Role[] = ['coder', 'admin'];

  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: FileStore,
    private readonly payers: Payers,
  ) {}

  detect(head: Uint8Array): Detection | undefined {
    if (isFhir(head)) return { kind: 'fhir' };
    return isShorthand(head) ? { kind: 'unknown', fault: SHORTHAND } : undefined;
  }

  async check(run: ImportRun): Promise<ImportVerdict> {
    const check = new FhirCheck(this.onRecord(run.orgId));
    for await (const item of readFhir(run.open())) {
      if (item.kind === 'end') return check.verdict(item);
      await check.take(item);
      if (check.resources % 1000 === 999)
        await run.progress(0, 0, `Checking, ${check.resources.toLocaleString('en-US')} resources read`);
    }
    throw new Error('The reader did not say that the file ended.');
  }

  async apply(run: ImportRun): Promise<void> {
    await new FhirApply(run, { uow: this.uow, files: this.files, payers: this.payers }).all();
  }

  private onRecord(orgId: string): OnRecord {
    return {
      keys: async (names) => {
        const found = await this.uow.peek(orgId, (tx) => findKeys(tx, names));
        return new Set(found.map(({ type, key }) => `${type} ${key}`));
      },
      numbers: (mrns) => this.uow.peek(orgId, (tx) => sourceIdsByMrn(tx, mrns)),
    };
  }
}

const SHORTHAND = importFaultOf(
  'fhir-shorthand',
  'This is FHIR Shorthand (FSH), which describes resources but holds none. Compile it with SUSHI and send the JSON.',
);

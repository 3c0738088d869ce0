import { Injectable } from '@nestjs/common';
import { PayerSaved } from '@caseboard/contracts';
import type { Page, Payer, payerPatch, payerWrite } from '@caseboard/contracts';
import {
  AppError,
  constraintOf,
  decodeCursor,
  isUniqueViolation,
  notFound,
  pageFrom,
  UnitOfWork,
} from '@caseboard/server/kernel';
import type { Caller, Tx } from '@caseboard/server/kernel';
import type * as z from 'zod/mini';
import { insertPayers, payersAfter, payersByIds, updatePayer, withRules } from './payers.repository.ts';
import type { PayerKey } from './payers.repository.ts';
import type { PayerName } from './payer-match.rules.ts';
import { payerShown } from './payer.row.ts';

type PayerWrite = z.output<typeof payerWrite>;
type PayerPatch = z.output<typeof payerPatch>;

const FILTERS = 'payers by name';

/** Administration of payers. */
@Injectable()
export class PayerDirectory {
  constructor(private readonly uow: UnitOfWork) {}

  /** Payers by name, with their rules. */
  async list(caller: Caller, asked: { limit?: number | undefined; cursor?: string | undefined }): Promise<Page<Payer>> {
    const limit = asked.limit ?? 50;
    const after = decodeCursor(asked.cursor, FILTERS) as PayerKey | undefined;
    return this.uow.read(caller, { action: 'records.payer.read', kind: 'payer' }, async (tx) => {
      const rows = await payersAfter(tx, after, limit + 1);
      const { items, nextCursor } = pageFrom(
        rows,
        limit,
        FILTERS,
        (row) => [row.nameKey, row.id],
        (row) => row,
      );
      return { items: await withRules(tx, items), nextCursor, asOf: await tx.head() };
    });
  }

  /** Makes a payer; throws `records/payer-taken` when its code, or its name without a code, is on record. */
  async add(caller: Caller, body: PayerWrite): Promise<Payer> {
    return this.uow.command(caller, { action: 'records.payer.manage', kind: 'payer' }, async (tx) => {
      const [row] = await insertPayers(tx, [{ name: body.name, payerCode: body.payerCode ?? null }]);
      if (!row) throw new AppError('records/payer-taken');
      tx.about(row.id);
      return this.saved(tx, row.id);
    });
  }

  /** Changes name or code; throws `request/stale` with the payer as it is, or `records/payer-taken`. */
  async change(caller: Caller, id: string, patch: PayerPatch): Promise<Payer> {
    return refuseTaken(() =>
      this.uow.command(caller, { action: 'records.payer.manage', kind: 'payer', id }, async (tx) => {
        const before = await requirePayer(tx, id);
        if (!(await updatePayer(tx, id, caller.ifMatch ?? 0, patched(before, patch)))) {
          throw new AppError('request/stale', { current: await requirePayer(tx, id) });
        }
        return this.saved(tx, id);
      }),
    );
  }

  private async saved(tx: Tx, payerId: string): Promise<Payer> {
    tx.append(PayerSaved, { id: payerId, data: { payerId }, rows: [payerShown(payerId)] });
    return requirePayer(tx, payerId);
  }
}

/** A payer with its rules; throws `request/not-found`. */
async function requirePayer(tx: Tx, id: string): Promise<Payer> {
  const payer = (await payersByIds(tx, [id])).get(id);
  if (!payer) throw notFound();
  return payer;
}

const patched = (before: PayerName, patch: PayerPatch): PayerName => ({
  name: patch.name ?? before.name,
  payerCode: patch.payerCode === undefined ? before.payerCode : patch.payerCode,
});

async function refuseTaken<R>(run: () => Promise<R>): Promise<R> {
  try {
    return await run();
  } catch (error) {
    const isTaken =
      isUniqueViolation(error) && ['payer_code_once', 'payer_name_once'].includes(constraintOf(error) ?? '');
    throw isTaken ? new AppError('records/payer-taken', {}, { cause: error }) : error;
  }
}

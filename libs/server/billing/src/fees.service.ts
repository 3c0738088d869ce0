import { Injectable } from '@nestjs/common';
import { FeeSaved } from '@caseboard/contracts';
import type { Fee, feePatch, feeWrite, Page } from '@caseboard/contracts';
import {
  AppError,
  decodeCursor,
  effectOf,
  isUniqueViolation,
  notFound,
  pageFrom,
  UnitOfWork,
} from '@caseboard/server/kernel';
import type { Caller, Tx } from '@caseboard/server/kernel';
import type * as z from 'zod/mini';
import { feeRow } from './fee.row.ts';
import type { FeeRow } from './fee.rules.ts';
import type { FeesQuery } from './fees.queries.ts';
import { findFee, insertFees, listFees, updateFee } from './fees.repository.ts';
import type { FeeWritten } from './fees.repository.ts';

const DEFAULT_PAGE = 50;

/** What the organisation charges for a code, from a day on. */
@Injectable()
export class Fees {
  constructor(private readonly uow: UnitOfWork) {}

  /** By code, the newest price of a code first. */
  async list(caller: Caller, query: FeesQuery): Promise<Page<Fee>> {
    const { limit = DEFAULT_PAGE, cursor, text } = query;
    const filters = { list: 'fees', text };
    const after = decodeCursor(cursor, filters) as [string, string] | undefined;
    return this.uow.read(caller, { action: 'billing.fee.read', kind: 'fee' }, async (tx) => {
      const rows = await listFees(tx, { prefix: text?.toUpperCase(), after, limit: limit + 1 });
      const page = pageFrom(rows, limit, filters, ({ code, effectiveFrom }) => [code, effectiveFrom], same);
      return { ...page, asOf: await tx.head() };
    });
  }

  /** Throws `claim/fee-taken` when the code has a price from that very day on. */
  async add(caller: Caller, body: z.output<typeof feeWrite>): Promise<Fee> {
    return this.uow.command(caller, { action: 'billing.fee.manage', kind: 'fee' }, async (tx) => {
      const [fee] = await this.saveMany(tx, [{ ...body, revenueCode: body.revenueCode ?? null }]);
      if (!fee) throw new AppError('claim/fee-taken');
      tx.about(fee.id);
      return fee;
    });
  }

  /** Throws `request/stale` with the fee as it is, or `claim/fee-taken`. Claims already made keep their price. */
  async change(caller: Caller, id: string, patch: z.output<typeof feePatch>): Promise<Fee> {
    return this.uow.command(caller, { action: 'billing.fee.manage', kind: 'fee', id }, async (tx) => {
      const before = await findFee(tx, id);
      if (!before) throw notFound();
      if (before.version !== caller.ifMatch) throw new AppError('request/stale', { current: before });
      const wanted = tidy({ ...before, ...defined(patch) });
      if (!(await updateFee(tx, wanted).catch(taken))) {
        const current = await findFee(tx, id);
        throw current ? new AppError('request/stale', { current }) : notFound();
      }
      const after = { ...wanted, version: before.version + 1 };
      tx.append(FeeSaved, { id, data: { feeId: id }, rows: [effectOf(feeRow, before, after)] });
      return after;
    });
  }

  /** Writes many prices at once in the caller's transaction (seeds, files); those that are there already stay. At most 900. */
  async saveMany(tx: Tx, fees: readonly FeeWritten[]): Promise<FeeRow[]> {
    const written = await insertFees(tx, fees.map(tidy));
    for (const fee of written) {
      tx.append(FeeSaved, { id: fee.id, data: { feeId: fee.id }, rows: [effectOf(feeRow, undefined, fee)] });
    }
    return written;
  }
}

const same = (fee: FeeRow): Fee => fee;

/** Codes are written in capitals. */
const tidy = <Row extends { code: string }>(fee: Row): Row => ({ ...fee, code: fee.code.toUpperCase() });

/** What a merge patch says; absent fields stay. */
const defined = <Patch extends object>(patch: Patch) =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Patch]: Exclude<Patch[Key], undefined>;
  };

function taken(error: unknown): never {
  throw isUniqueViolation(error) ? new AppError('claim/fee-taken', {}, { cause: error }) : error;
}

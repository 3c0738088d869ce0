import { Injectable } from '@nestjs/common';
import { ClinicianBound } from '@caseboard/contracts';
import type { ClinicianEntry, Page } from '@caseboard/contracts';
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
import { People } from '@caseboard/server/identity';
import type { CliniciansQuery } from './charts.queries.ts';
import { clinicianShown } from './clinician.row.ts';
import { bindClinician, cliniciansByIds, listClinicians } from './clinicians.repository.ts';
import { nameKeyOf } from './name-key.rules.ts';

const DEFAULT_PAGE = 50;
const ACT = 'records.clinician.manage';

/** Clinicians of the charts, and which of them sign in here. */
@Injectable()
export class Clinicians {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly people: People,
  ) {}

  /** Clinicians by name. */
  async list(caller: Caller, { limit = DEFAULT_PAGE, cursor, text }: CliniciansQuery): Promise<Page<ClinicianEntry>> {
    const filters = { list: 'clinicians', text };
    const [nameKey, id] = decodeCursor(cursor, filters) ?? [];
    const after = id === undefined ? undefined : { nameKey: String(nameKey), id: String(id) };
    return this.uow.read(caller, { action: ACT, kind: 'clinician' }, async (tx) => {
      const name = text === undefined ? null : nameKeyOf(text);
      const rows = await listClinicians(tx, { name, after, limit: limit + 1 });
      const page = pageFrom(
        rows,
        limit,
        filters,
        (row) => [row.nameKey, row.id],
        ({ nameKey: _nameKey, ...row }) => row,
      );
      return { ...page, asOf: await tx.head() };
    });
  }

  /**
   * Says who signs in as a clinician, which opens that clinician's charts to them. Throws `records/clinician-taken`
   * when that person already is another clinician, `work-item/unknown-person` for a stranger.
   */
  async bind(caller: Caller, id: string, userId: string | null): Promise<ClinicianEntry> {
    return refuseTaken(() =>
      this.uow.command(caller, { action: ACT, kind: 'clinician', id, details: { userId } }, async (tx) => {
        const before = await requireClinician(tx, id);
        if (userId !== null) await this.people.requireColleague(tx, userId);
        if (before.userId === userId) return before;
        await bindClinician(tx, id, userId);
        const accessUsers = [before.userId, userId].filter((one) => one !== null);
        tx.append(ClinicianBound, { id, data: { clinicianId: id, userId }, rows: [clinicianShown(id)], accessUsers });
        return requireClinician(tx, id);
      }),
    );
  }
}

async function requireClinician(tx: Tx, id: string): Promise<ClinicianEntry> {
  const [found] = await cliniciansByIds(tx, [id]);
  if (!found) throw notFound();
  return found;
}

async function refuseTaken<R>(run: () => Promise<R>): Promise<R> {
  try {
    return await run();
  } catch (error) {
    const isTaken = isUniqueViolation(error) && constraintOf(error) === 'clinician_user_once';
    throw isTaken ? new AppError('records/clinician-taken', {}, { cause: error }) : error;
  }
}

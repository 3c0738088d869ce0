import { Injectable } from '@nestjs/common';
import type { Page, Patient, PatientSummary, patientMergeAsk } from '@caseboard/contracts';
import { AppError, decodeCursor, notFound, pageFrom, UnitOfWork } from '@caseboard/server/kernel';
import type { Caller, Tx } from '@caseboard/server/kernel';
import { v5 as uuidv5 } from 'uuid';
import type * as z from 'zod/mini';
import type { PatientsQuery } from './charts.queries.ts';
import { cardsOf, coveragesOf, identifiersOf, listPatients } from './patient-list.repository.ts';
import { findMerge, mergeRecords, mergesOf, undoMerge } from './patient-merges.repository.ts';
import { patientsByIds } from './patient-tokens.repository.ts';
import { searchWords } from './patient-tokens.rules.ts';

const DEFAULT_PAGE = 50;

/** Patients as people look them up, and the merging of records that are one person. */
@Injectable()
export class PatientRecords {
  constructor(private readonly uow: UnitOfWork) {}

  /** Persons by name. The audit says that a text was searched for, never which. */
  async list(caller: Caller, query: PatientsQuery): Promise<Page<PatientSummary>> {
    const { limit = DEFAULT_PAGE, cursor, text, mrn } = query;
    const filters = { list: 'patients', text, mrn };
    const [nameKey, id] = decodeCursor(cursor, filters) ?? [];
    const details = { isSearch: text !== undefined || mrn !== undefined };
    return this.uow.read(caller, { action: 'records.patient.read', kind: 'patient', details }, async (tx) => {
      const words = text === undefined ? undefined : searchWords(text);
      const after = id === undefined ? undefined : { nameKey: String(nameKey), id: String(id) };
      const rows = words?.length === 0 ? [] : await listPatients(tx, { words, mrn, after, limit: limit + 1 });
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

  /** One record with its numbers, coverages and merges. Throws `request/not-found`. */
  async read(caller: Caller, id: string): Promise<Patient> {
    return this.uow.read(caller, { action: 'records.patient.read', kind: 'patient', id }, (tx) =>
      requirePatient(tx, id),
    );
  }

  /**
   * Makes a record part of another; the one it is part of from then on. No row moves, so undoing it is exact. Throws
   * `records/merge-cycle`, or `request/invalid` for a record that is not there.
   */
  async merge(caller: Caller, fromId: string, ask: z.output<typeof patientMergeAsk>): Promise<Patient> {
    const audit = { action: 'records.patient.merge', kind: 'patient', id: fromId, details: { intoId: ask.intoId } };
    return this.uow.command(caller, audit, async (tx) => {
      const known = await patientsByIds(tx, [fromId, ask.intoId]);
      if (!known.some(({ id }) => id === fromId)) throw notFound();
      if (!known.some(({ id }) => id === ask.intoId)) throw new AppError('request/invalid', { errors: [UNKNOWN] });
      await mergeRecords(tx, { fromId, intoId: ask.intoId, reason: ask.reason });
      return requirePatient(tx, ask.intoId);
    });
  }

  /** Takes a merge back: everything is again where it was. Throws `records/merge-undone`. */
  async undo(caller: Caller, mergeId: string): Promise<void> {
    const audit = { action: 'records.patient.merge', kind: 'patient-merge', id: mergeId };
    await this.uow.command(caller, audit, async (tx) => {
      const merge = await findMerge(tx, mergeId);
      if (!merge) throw notFound();
      await undoMerge(tx, merge);
      return null;
    });
  }
}

const UNKNOWN = { pointer: '/intoId', message: 'There is no such patient.' };

/** Cards known from claims have no id of their own: one is made of what they are. */
const CARD_IDS = '6b1f6f0e-93c8-4d0b-9a53-3f6b2f3f7a10';

async function requirePatient(tx: Tx, id: string): Promise<Patient> {
  const [summary] = await patientsByIds(tx, [id]);
  if (!summary) throw notFound();
  const cards = (await cardsOf(tx, id)).map((card) => ({
    id: uuidv5(`${card.payerId} ${card.memberId}`, CARD_IDS),
    ...card,
  }));
  return {
    ...summary,
    identifiers: await identifiersOf(tx, id),
    coverages: [...(await coveragesOf(tx, id)), ...cards],
    merges: await mergesOf(tx, id),
  };
}

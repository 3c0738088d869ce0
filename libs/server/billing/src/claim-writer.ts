import { Injectable } from '@nestjs/common';
import { ClaimImported } from '@caseboard/contracts';
import type { Tx } from '@caseboard/server/kernel';
import { Patients, Payers } from '@caseboard/server/records';
import type { PatientAsked } from '@caseboard/server/records';
import { npiOf } from '@caseboard/x12';
import type { ClaimFileHeader, SubmittedClaim } from '@caseboard/x12';
import { v7 as uuidv7 } from 'uuid';
import { groupKey } from './answer.rules.ts';
import { bulkInsert } from './bulk-insert.ts';
import { gatedFacilities } from './billing.access.ts';
import { claimShown } from './claim.row.ts';
import { contentHashOf } from './claim-content.ts';
import { EarlyAnswers, MOST_EARLY } from './early-answers.ts';
import { linkDecisionsToClaims, MOST_LINKS } from './claim-linker.ts';
import { claimDiagnosisTable, claimLineTable, claimTable, rowsBelowClaims, sequenceOf } from './claim-rows.ts';
import type { ClaimRow } from './claim-rows.ts';
import { knownClaims } from './claims.repository.ts';
import { facilitiesByNpi } from './facilities.repository.ts';
import { takeBackFollowed } from './followed-charges.ts';
import { humanNumber } from './human-number.ts';
import { appendBatches } from './ledger.repository.ts';
import type { LedgerBatch } from './ledger.repository.ts';
import { movementsOfClaim } from './ledger.rules.ts';
import { beginPosting } from './begin-posting.ts';

/** A claim of an 837 and the set it came in. */
export interface ClaimToWrite {
  claim: SubmittedClaim;
  header: ClaimFileHeader | undefined;
}

/** Takes in one chunk of an 837 in the caller's transaction. */
@Injectable()
export class ClaimWriter {
  constructor(
    private readonly payers: Payers,
    private readonly patients: Patients,
    private readonly early: EarlyAnswers,
  ) {}

  /** Writes claims that are not known yet and gives them what came before them; not whole when some of that is left. */
  async write(tx: Tx, importId: string, chunk: readonly ClaimToWrite[]): Promise<{ isWhole: boolean }> {
    await beginPosting(tx);
    const numbers = [...new Set(chunk.map(({ claim }) => claim.controlNumber))];
    const known = await knownClaims(tx, numbers);
    const fresh = chunk
      .map((one) => ({ ...one, contentHash: contentHashOf(one.claim) }))
      .filter(({ claim, contentHash }) => known.add(claim.controlNumber, contentHash));
    if (fresh.length > 0) await this.insert(tx, importId, fresh);
    const links = await linkDecisionsToClaims(tx, numbers);
    const groups = chunk.map(({ header }) => groupKey(header?.transaction.groupControlNumber ?? ''));
    const answers = await this.early.take(tx, { importId, numbers, groups });
    return { isWhole: links < MOST_LINKS && answers < MOST_EARLY };
  }

  private async insert(
    tx: Tx,
    importId: string,
    fresh: readonly (ClaimToWrite & { contentHash: string })[],
  ): Promise<void> {
    const payers = await this.payers.findOrAddMany(
      tx,
      fresh.map(({ claim }) => payerOf(claim)),
    );
    const patients = await this.patients.findOrAddMany(
      tx,
      fresh.map(({ claim }, at) => patientOf(claim, payers[at]?.id ?? '')),
    );
    const [facilities, first] = [await facilitiesByNpi(tx), await tx.number('CLM', fresh.length)];
    const rows = fresh.map(({ claim, contentHash, header }, at): ClaimRow => ({
      id: uuidv7(),
      number: humanNumber('CLM', first + at),
      contentHash,
      importId,
      payerId: payers[at]?.id ?? '',
      patientId: patients[at] ?? '',
      facilityId: facilities.get(npiOf(claim.serviceFacility)) ?? facilities.get(npiOf(claim.billingProvider)) ?? null,
      sentAt: header?.createdDate === undefined ? tx.now : new Date(`${header.createdDate}T12:00:00Z`),
      groupControlNumber: groupKey(header?.transaction.groupControlNumber ?? '') || null,
      setControlNumber: header?.transaction.controlNumber || null,
      senderCode: header?.transaction.senderCode || null,
      receiverCode: header?.transaction.receiverCode || null,
      claim,
    }));
    const { lines, diagnoses } = rowsBelowClaims(rows);
    await bulkInsert(tx, claimTable, rows);
    await bulkInsert(tx, claimLineTable, lines);
    await bulkInsert(tx, claimDiagnosisTable, diagnoses);
    await appendBatches(tx, rows.map(sentBatch));
    await takeBackFollowed(tx, rows);
    const gated = new Set(await gatedFacilities(tx));
    for (const { id, facilityId } of rows) {
      const isRestricted = facilityId !== null && gated.has(facilityId);
      tx.append(ClaimImported, { id, data: { claimId: id }, rows: [claimShown({ id, isRestricted }, true)] });
    }
  }
}

/** A void (frequency 8) owes nothing. */
function sentBatch({ id, claim }: ClaimRow): LedgerBatch {
  const isPrimary = sequenceOf(claim) === 'P' && claim.frequency !== '8';
  return {
    reason: 'claim-sent',
    source: { claimId: id },
    movements: movementsOfClaim({ chargeCents: claim.chargeCents, isPrimary }),
  };
}

const payerOf = ({ payer }: SubmittedClaim) => ({ payerCode: payer?.id || null, name: payer?.lastName ?? '' });

const SEXES = ['F', 'M', 'U'] as const;

const patientOf = ({ patient, subscriber }: SubmittedClaim, payerId: string): PatientAsked => ({
  lastName: patient?.lastName ?? '',
  firstName: patient?.firstName ?? '',
  middleName: patient?.middleName,
  suffix: patient?.suffix,
  payerId,
  memberId: subscriber?.party?.id || null,
  birthDate: patient?.birthDate ?? null,
  sex: SEXES.find((sex) => sex === patient?.sex) ?? null,
});

import { Injectable } from '@nestjs/common';
import { ClaimsSent } from '@caseboard/contracts';
import type { Submission } from '@caseboard/contracts';
import { AppError, effectOf, FileStore, notFound, UnitOfWork } from '@caseboard/server/kernel';
import type { Caller, Tx } from '@caseboard/server/kernel';
import { write837 } from '@caseboard/x12';
import type { WrittenClaim } from '@caseboard/x12';
import { v7 as uuidv7 } from 'uuid';
import { gatedFacilities, hiddenFacilities } from './billing.access.ts';
import { ClaimProgress } from './claim-progress.ts';
import { claimsShown } from './claim.row.ts';
import { EarlyAnswers } from './early-answers.ts';
import { humanNumber } from './human-number.ts';
import { appendBatches, chargedBy } from './ledger.repository.ts';
import type { LedgerBatch } from './ledger.repository.ts';
import { movementsOfClaim, movementsOfTakingBack } from './ledger.rules.ts';
import { asSubmissionResource, submissionRow } from './submission.row.ts';
import type { SendableClaim, SubmissionRow } from './submission.types.ts';
import { holdForSending, insertSubmission, markSent } from './submissions.repository.ts';

/** Who takes our files. */
const RECEIVER = { id: 'CLEARINGHOUSE', name: 'Clearinghouse' };

type Content = { claim: SendableClaim; content: WrittenClaim };

/** Sends ready claims: files, ledger and claims change together or not at all. */
@Injectable()
export class ClaimSender {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: FileStore,
    private readonly early: EarlyAnswers,
  ) {}

  /**
   * Sends claims, one file a kind and facility. Throws `claim/not-ready` naming those that are not ready (nothing is
   * sent then), or `request/not-found` when one is not theirs to see.
   */
  async send(caller: Caller, claimIds: readonly string[]): Promise<{ items: Submission[] }> {
    const wanted = [...new Set(claimIds)];
    const audit = { action: 'billing.claim.send', kind: 'submission', details: { claims: wanted.length } };
    return this.uow.command(caller, audit, async (tx) => {
      const claims = await holdForSending(tx, wanted, await hiddenFacilities(tx, caller.principal));
      if (claims.length < wanted.length) throw notFound();
      const files = Map.groupBy(requireReady(claims), ({ claim }) => `${claim.kind} ${claim.facilityId}`);
      const sent: SubmissionRow[] = [];
      for (const batch of files.values()) sent.push(await this.sendFile(tx, batch));
      return { items: sent.map(asSubmissionResource) };
    });
  }

  private async sendFile(tx: Tx, batch: readonly Content[]): Promise<SubmissionRow> {
    const sender = await senderOf(tx);
    const submission = await this.write(tx, batch, sender);
    const claimIds = batch.map(({ claim }) => claim.id);
    await insertSubmission(tx, submission);
    await markSent(tx, submission, claimIds, { senderCode: sender.id, receiverCode: RECEIVER.id });
    await ClaimProgress.advance(
      tx,
      claimIds.map((claimId) => ({ claimId, state: 'sent' as const })),
    );
    const replacedIds = batch.flatMap(({ claim: { replacesId } }) => replacesId ?? []);
    await appendBatches(tx, await booked(tx, batch, replacedIds));
    tx.append(ClaimsSent, {
      id: submission.id,
      data: { submissionId: submission.id, claims: submission.claims },
      rows: [
        effectOf(submissionRow, undefined, submission),
        ...(await claimsShown(tx, [...claimIds, ...replacedIds])).values(),
      ],
    });
    await this.early.take(tx, {
      importId: null,
      numbers: batch.map(({ content }) => content.controlNumber),
      groups: [],
    });
    return submission;
  }

  private async write(tx: Tx, batch: readonly Content[], sender: Sender): Promise<SubmissionRow> {
    const { kind, facilityId } = (batch[0] as Content).claim;
    const number = humanNumber('SUB', await tx.number('SUB'));
    const controlNumber = await tx.number('interchange');
    const fileName = `${number}-${kind === 'professional' ? '837p' : '837i'}.edi`;
    const text = write837({
      kind,
      senderId: sender.id,
      receiverId: RECEIVER.id,
      controlNumber,
      at: tx.now,
      submitter: { name: sender.name, contact: sender.contact, email: sender.email },
      receiverName: RECEIVER.name,
      claims: batch.map(({ content }) => content),
    });
    const file = await this.files.keepIn(tx, fileName, Buffer.from(text));
    const isRestricted = facilityId !== null && (await gatedFacilities(tx)).includes(facilityId);
    const chargeCents = batch.reduce((sum, { claim }) => sum + claim.chargeCents, 0);
    const id = uuidv7();
    const stored = { fileId: file.id, fileName, claims: batch.length, chargeCents, sentBy: tx.actor, sentAt: tx.now };
    return { id, number, kind, facilityId, isRestricted, controlNumber, ...stored, acknowledged: null };
  }
}

/** The charges that are owed from now on, and those of the claims that these replace or void, which are not any more. */
async function booked(tx: Tx, batch: readonly Content[], replacedIds: readonly string[]): Promise<LedgerBatch[]> {
  const sent = batch.map(({ claim: { id, chargeCents, frequency } }): LedgerBatch => ({
    reason: 'claim-sent',
    source: { claimId: id },
    movements: movementsOfClaim({ chargeCents, isPrimary: frequency !== '8' }),
  }));
  const back = [...(await chargedBy(tx, replacedIds))].map(([claimId, charged]): LedgerBatch => ({
    reason: 'charge-taken-back',
    source: { claimId },
    movements: movementsOfTakingBack(charged),
  }));
  return [...back, ...sent];
}

function requireReady(claims: readonly SendableClaim[]): Content[] {
  const others = claims.filter(({ state, content }) => state !== 'ready' || !content);
  if (others.length > 0) {
    const errors = others.map(({ number, state }) => ({ pointer: '/claimIds', message: `${number} is ${state}` }));
    throw new AppError('claim/not-ready', { errors });
  }
  return claims.flatMap((claim) => (claim.content ? [{ claim, content: claim.content }] : []));
}

interface Sender {
  id: string;
  name: string;
  contact: string;
  email: string;
}

/** ISA06 is our key in capitals; whom to ask about the file is who sent it. */
async function senderOf(tx: Tx): Promise<Sender> {
  const [row] = await tx.query<{ key: string; name: string; contact: string; email: string }>(
    `SELECT o.key, o.name, u.name AS contact, u.email FROM identity.organisation o
     JOIN identity.user_account u ON u.org_id = o.org_id AND 'user:' || u.id = $2 WHERE o.org_id = $1`,
    [tx.orgId, tx.actor],
  );
  if (!row) throw new Error('The organisation or the sender is missing.');
  const { key, ...rest } = row;
  return {
    ...rest,
    id: key
      .toUpperCase()
      .replaceAll(/[^A-Z0-9]/g, '')
      .slice(0, 15),
  };
}

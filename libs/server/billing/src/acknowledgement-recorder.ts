import { Injectable } from '@nestjs/common';
import { ClaimAcknowledged, ClaimRejected } from '@caseboard/contracts';
import { effectOf } from '@caseboard/server/kernel';
import type { RowEffect, Tx } from '@caseboard/server/kernel';
import { v7 as uuidv7 } from 'uuid';
import type { MatchedAnswer } from './acknowledgement.types.ts';
import { insertAcknowledgements } from './acknowledgements.repository.ts';
import type { NewAcknowledgement } from './acknowledgements.repository.ts';
import { ClaimProgress } from './claim-progress.ts';
import { claimsByIds } from './claim-reads.repository.ts';
import { claimShown } from './claim.row.ts';
import { RejectionOpener } from './rejection-opener.ts';
import { rejectionRow } from './rejection.row.ts';

/** Keeps answers about claims and does what follows from them, in the caller's transaction. */
@Injectable()
export class AcknowledgementRecorder {
  constructor(private readonly rejections: RejectionOpener) {}

  /**
   * Stores all; moves claims on; opens rejections. Answers without a claim are kept and change nothing. `also` are
   * rows the last event shows too.
   */
  async record(
    tx: Tx,
    importId: string,
    answers: readonly MatchedAnswer[],
    also: readonly RowEffect[] = [],
  ): Promise<void> {
    const rows = answers.map((answer): NewAcknowledgement => ({ ...answer, id: uuidv7(), importId }));
    await insertAcknowledgements(tx, rows);
    await this.follow(tx, rows, also);
  }

  /** What follows from answers that are kept: claims move on, rejections open, the events are appended. */
  async follow(tx: Tx, rows: readonly NewAcknowledgement[], also: readonly RowEffect[] = []): Promise<void> {
    const about = rows.filter((row) => row.claimId !== null) as (NewAcknowledgement & { claimId: string })[];
    await ClaimProgress.advance(
      tx,
      about.flatMap(({ claimId, state }) => (state === undefined ? [] : [{ claimId, state }])),
    );
    const shown = await this.rejectThose(tx, about);
    for (const answer of about) {
      const { id, claimId, outcome } = answer;
      const rows = [...(shown.get(claimId) ?? []), ...(answer === about.at(-1) ? also : [])];
      tx.append(ClaimAcknowledged, { id: claimId, data: { claimId, acknowledgementId: id, outcome }, rows });
    }
  }

  /** A claim still counts as rejected only when nothing further was heard and nothing decided. */
  private async rejectThose(
    tx: Tx,
    about: readonly (NewAcknowledgement & { claimId: string })[],
  ): Promise<Map<string, RowEffect[]>> {
    const claims = await claimsByIds(tx, [...new Set(about.map(({ claimId }) => claimId))], []);
    const shown = new Map<string, RowEffect[]>([...claims].map(([id, claim]) => [id, [claimShown(claim)]]));
    const rejected = about.flatMap((answer) => {
      const claim = claims.get(answer.claimId);
      return claim?.state === 'rejected' && answer.outcome === 'rejected' ? [{ claim, answer }] : [];
    });
    for (const row of await this.rejections.open(tx, rejected)) {
      tx.append(ClaimRejected, {
        id: row.id,
        data: { claimId: row.claimId, rejectionId: row.id },
        rows: [effectOf(rejectionRow, undefined, row)],
      });
    }
    return shown;
  }
}

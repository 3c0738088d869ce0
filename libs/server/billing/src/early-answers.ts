import { Injectable } from '@nestjs/common';
import type { Tx } from '@caseboard/server/kernel';
import { v7 as uuidv7 } from 'uuid';
import { AcknowledgementRecorder } from './acknowledgement-recorder.ts';
import { insertAcknowledgements } from './acknowledgements.repository.ts';
import { claimsOfEarlySet, earlyAnswers, earlySets, linkAnswers, noteReached } from './early-answers.repository.ts';
import type { EarlySet, FoundAnswer, ImportedClaims } from './early-answers.repository.ts';

/** Most answers of one transaction that came before their claims: each may be three events beside the claim's own. */
export const MOST_EARLY = 100;

/** What has just come on record. */
export interface Arrived {
  /** Null for claims made here: nobody can answer to their file before it leaves. */
  importId: string | null;
  /** Control numbers of its claims. */
  numbers: readonly string[];
  /** GS06 of its groups without zeros in front. */
  groups: readonly string[];
}

/** Gives claims the answers that came before them, with all that follows as if those had come now. */
@Injectable()
export class EarlyAnswers {
  constructor(private readonly recorder: AcknowledgementRecorder) {}

  /** How many answers were given, in the caller's transaction; MOST_EARLY when there may be more. */
  async take(tx: Tx, { importId, numbers, groups }: Arrived): Promise<number> {
    const ofSets = importId === null ? [] : await this.ofSets(tx, { importId, numbers }, groups);
    const left = MOST_EARLY - ofSets.length;
    const about = left > 0 ? await earlyAnswers(tx, numbers, left) : [];
    if (about.length > 0) await linkAnswers(tx, about);
    const answers = [...ofSets, ...about];
    if (answers.length > 0) await this.recorder.follow(tx, answers);
    return answers.length;
  }

  private async ofSets(tx: Tx, arrived: ImportedClaims, groups: readonly string[]): Promise<FoundAnswer[]> {
    const answers: FoundAnswer[] = [];
    for (const set of await earlySets(tx, groups, arrived.importId)) {
      const left = MOST_EARLY - answers.length;
      if (left > 0) answers.push(...(await this.ofSet(tx, set, arrived, left)));
    }
    return answers;
  }

  private async ofSet(tx: Tx, set: EarlySet, arrived: ImportedClaims, limit: number): Promise<FoundAnswer[]> {
    const claims = await claimsOfEarlySet(tx, set, arrived, limit);
    if (claims.length === 0) return [];
    const answers = claims.map(({ id, controlNumber }) => asAnswer(set, id, controlNumber));
    await insertAcknowledgements(tx, answers);
    await noteReached(tx, set, arrived.importId, claims.length);
    return answers;
  }
}

function asAnswer(set: EarlySet, claimId: string, controlNumber: string): FoundAnswer {
  const { importId, ordinal, sender, statuses } = set;
  const isRejected = set.outcome === 'rejected';
  return {
    ...{ id: uuidv7(), claimId, controlNumber, importId, ordinal, kind: '999', sender, statuses: [...statuses] },
    outcome: isRejected ? 'rejected' : 'accepted',
    state: isRejected ? 'rejected' : 'acknowledged',
    ...{ payerClaimNumber: null, chargeCents: null, answeredOn: null },
  };
}

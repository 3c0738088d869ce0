import { Injectable } from '@nestjs/common';
import type { Tx } from '@caseboard/server/kernel';
import { patientMark, patientName } from '@caseboard/server/records';
import { claimsByIds } from './claim-reads.repository.ts';
import type { StoredClaim } from './claim-reads.repository.ts';
import { shownAdjustment } from './claim-detail.rules.ts';
import {
  adjustmentsOfDecisions,
  decisionsByIds,
  linesOfDecisions,
  remarksOfDecisions,
} from './decision-reads.repository.ts';
import type { DecidedLine, PostedAdjustment, PostedDecision, PostedRemark } from './decision-reads.repository.ts';
import type { ClaimDecision, DecisionDenial } from './claim-decision.types.ts';

/** What other modules ask of decisions on claims. Everything happens in the caller's transaction. */
@Injectable()
export class ClaimDecisions {
  /** Decisions by the remittance claim's id (`remittanceClaimId` of `billing.claim-adjudicated`); unknown ids are missing. */
  async load(tx: Tx, remittanceClaimIds: readonly string[]): Promise<Map<string, ClaimDecision>> {
    const decisions = await decisionsByIds(tx, remittanceClaimIds);
    const ids = decisions.map(({ id }) => id);
    const claims = await claimsByIds(
      tx,
      decisions.flatMap(({ claimId }) => claimId ?? []),
      [],
    );
    const below = {
      lines: Map.groupBy(await linesOfDecisions(tx, ids), (line) => line.decisionId),
      adjustments: Map.groupBy(await adjustmentsOfDecisions(tx, ids), (one) => one.decisionId),
      remarks: Map.groupBy(await remarksOfDecisions(tx, ids), (one) => one.decisionId),
    };
    return new Map(
      decisions.map((decision) => {
        const { id, claimId } = decision;
        const denials = denialsOf(
          below.adjustments.get(id) ?? [],
          below.lines.get(id) ?? [],
          below.remarks.get(id) ?? [],
        );
        return [id, claimDecision(decision, claimId === null ? undefined : claims.get(claimId), denials)];
      }),
    );
  }
}

function claimDecision(
  decision: PostedDecision,
  claim: StoredClaim | undefined,
  denials: DecisionDenial[],
): ClaimDecision {
  const { patientFirstName: firstName, patientLastName: lastName } = claim ?? decision;
  const {
    payerId,
    payerName,
    facilityId,
    remittanceId,
    remittanceNumber,
    decidedOn,
    status,
    isReversal,
    reversesId,
    reversedById,
  } = decision;
  return {
    remittanceClaimId: decision.id,
    claimId: decision.claimId,
    claimNumber: claim?.number ?? decision.controlNumber,
    controlNumber: decision.controlNumber,
    payerClaimNumber: decision.payerClaimNumber,
    payerId,
    payerName,
    facilityId,
    remittanceId,
    remittanceNumber,
    decidedOn,
    status,
    isReversal,
    reversesId,
    reversedById,
    patientName: claim?.patientName ?? patientName({ firstName, lastName }),
    patient: patientMark({ firstName, lastName }, claim?.memberId ?? decision.memberId),
    serviceFrom: claim?.serviceFrom ?? decision.serviceFrom,
    chargeCents: decision.chargeCents,
    paidCents: decision.paidCents,
    denials,
  };
}

/** Remarks of the claim go with each of its denials, those of a line with that line's. */
function denialsOf(
  adjustments: readonly PostedAdjustment[],
  lines: readonly DecidedLine[],
  remarks: readonly PostedRemark[],
): DecisionDenial[] {
  return adjustments
    .filter(({ isDenial }) => isDenial)
    .map((adjustment) => {
      const line = lines.find(({ ordinal }) => ordinal === adjustment.lineOrdinal);
      const own = remarks.filter(({ lineOrdinal }) => lineOrdinal === null || lineOrdinal === adjustment.lineOrdinal);
      return {
        ...shownAdjustment(adjustment),
        lineNumber: adjustment.lineOrdinal,
        procedure: line?.procedure ?? line?.revenueCode ?? null,
        rarcs: [...new Set(own.map(({ code }) => code))],
      };
    });
}

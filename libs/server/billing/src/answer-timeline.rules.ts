import type { Acknowledgement, TimelineEntry } from '@caseboard/contracts';
import type { StoredAnswer } from './acknowledgement.types.ts';

const KIND_WORDS: Record<Acknowledgement['kind'], string> = { '999': '999', '277ca': '277CA', '277': '277' };

const OUTCOME_WORDS: Record<Acknowledgement['outcome'], string> = {
  accepted: 'accepted the claim',
  rejected: 'rejected the claim',
  forwarded: 'passed the claim on',
  pending: 'works on the claim',
  'info-requested': 'asks for information',
  finalized: 'says that it decided the claim',
  'not-found': 'does not find the claim',
};

/** One answer as the claim's story tells it: who said what, and why. */
export function answerEntry(answer: StoredAnswer): TimelineEntry {
  const isFile = answer.kind === '999' && answer.outcome === 'accepted';
  const said = isFile ? 'took the file the claim was in' : OUTCOME_WORDS[answer.outcome];
  const why =
    answer.outcome === 'rejected' || answer.outcome === 'info-requested'
      ? answer.statuses.map(({ words }) => words)
      : [];
  return {
    id: `answer:${answer.id}`,
    at: answer.receivedAt.toISOString(),
    kind: answer.outcome === 'rejected' ? 'rejected' : answer.kind === '999' ? 'acknowledged' : answer.outcome,
    text: [`${answer.sender || 'The receiver'} ${said}`, why.slice(0, 3).join('; ')].filter(Boolean).join(': '),
    evidence: [KIND_WORDS[answer.kind], answer.payerClaimNumber && `payer claim ${answer.payerClaimNumber}`]
      .filter(Boolean)
      .join(', '),
    amountCents: null,
    actor: 'rule:import',
  };
}

/** A stored answer as it leaves the server. */
export const asAcknowledgement = (answer: StoredAnswer): Acknowledgement => ({
  id: answer.id,
  kind: answer.kind,
  from: answer.sender,
  receivedAt: answer.receivedAt.toISOString(),
  outcome: answer.outcome,
  payerClaimNumber: answer.payerClaimNumber,
  statuses: answer.statuses,
  importId: answer.importId,
});

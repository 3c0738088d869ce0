import type { TimelineEntry } from '@caseboard/contracts';
import { oldestFirst } from '@caseboard/server/kernel';
import { isPredeterminationStatus } from './adjustment.rules.ts';
import { carcWords } from './adjustment-words.ts';
import { entryOfMaking } from './claim-making.rules.ts';
import type { ClaimMaking } from './made-claim.types.ts';
import type { StoredClaim } from './claim-reads.repository.ts';
import type { PostedAdjustment, PostedDecision } from './decision-reads.repository.ts';

/** What happened to a claim, oldest first, derived from what is on record. */
export function timelineOf(
  claim: Pick<StoredClaim, 'id' | 'payerName' | 'chargeCents' | 'sentAt' | 'frequency' | 'originalReference'>,
  decisions: readonly PostedDecision[],
  adjustments: readonly PostedAdjustment[],
  makings: readonly ClaimMaking[] = [],
): TimelineEntry[] {
  return oldestFirst([
    ...makings.map(entryOfMaking),
    ...sentEntries(claim),
    ...decisions.flatMap((decision) => entriesOf(decision, adjustments)),
  ]);
}

const LINEAGE: Record<string, string> = { '7': 'Replacement sent to', '8': 'Void sent to' };

function sentEntries(claim: Parameters<typeof timelineOf>[0]): TimelineEntry[] {
  if (claim.sentAt === null) return [];
  const text = `${LINEAGE[claim.frequency] ?? 'Sent to'} ${claim.payerName}`;
  const evidence = claim.originalReference === null ? null : `Payer claim ${claim.originalReference}`;
  const rest = { kind: 'sent', text, evidence, amountCents: claim.chargeCents, actor: null };
  return [{ id: `sent:${claim.id}`, at: claim.sentAt, ...rest }];
}

function entriesOf(decision: PostedDecision, adjustments: readonly PostedAdjustment[]): TimelineEntry[] {
  const denied = adjustments.filter((one) => one.decisionId === decision.id && one.isDenial);
  const evidence = `835 ${decision.remittanceNumber}, trace ${decision.trace}`;
  const decided: TimelineEntry = {
    id: `decided:${decision.id}`,
    at: decision.postedAt.toISOString(),
    ...wordsOf(decision, denied),
    evidence,
    actor: 'rule:import',
  };
  if (!decision.linkedAt) return [decided];
  const text = `${decision.remittanceNumber} was matched with this claim`;
  const linked = {
    id: `linked:${decision.id}`,
    at: decision.linkedAt.toISOString(),
    kind: 'linked',
    text,
    evidence,
    amountCents: null,
    actor: 'rule:import',
  };
  return [decided, linked];
}

function wordsOf(
  decision: PostedDecision,
  denied: readonly PostedAdjustment[],
): Pick<TimelineEntry, 'kind' | 'text' | 'amountCents'> {
  const { payerName, paidCents, deniedCents, status } = decision;
  if (decision.isReversal)
    return { kind: 'reversed', text: `${payerName} took its decision back`, amountCents: paidCents };
  if (isPredeterminationStatus(status))
    return { kind: 'predetermined', text: `${payerName} said what it would pay`, amountCents: null };
  if (denied.length === 0) return { kind: 'paid', text: `${payerName} paid`, amountCents: paidCents };
  const codes = [...new Set(denied.map(({ group, carc }) => `${group}-${carc} ${carcWords(carc)}`))];
  const reasons = codes.slice(0, 3).join('; ') + (codes.length > 3 ? ` and ${codes.length - 3} more` : '');
  const verb = paidCents > 0 ? 'paid a part and denied' : 'denied';
  return { kind: 'denied', text: `${payerName} ${verb}: ${reasons}`, amountCents: deniedCents };
}

import type { TimelineEntry } from '@caseboard/contracts';
import type { ClaimMaking } from './made-claim.types.ts';

/** How a claim made here came to be, as its timeline tells it. */
export function entryOfMaking(making: ClaimMaking): TimelineEntry {
  const { ordinal, at, actor, act, revision, chargeCents } = making;
  const isSum = act !== 'changed-after-sent';
  return {
    id: `made:${ordinal}`,
    at: at.toISOString(),
    kind: act,
    text: wordsOf(making),
    evidence: `Codes revision ${revision}`,
    amountCents: isSum ? chargeCents : null,
    actor,
  };
}

function wordsOf({ act, barriers }: ClaimMaking): string {
  if (act === 'changed-after-sent')
    return 'Codes changed after it was sent: decide replacement (7), void (8) or no change';
  const verb = {
    made: 'Made from the final codes',
    'built-again': 'Built again from new codes',
    'priced-again': 'Built again',
  }[act];
  if (barriers === 0) return `${verb}; ready to send`;
  return `${verb}; ${barriers === 1 ? 'one thing bars' : `${barriers} things bar`} sending`;
}

import type { TimelineEntry } from '@caseboard/contracts';
import type { ClaimMaking, MakingAct } from './made-claim.types.ts';

/** How a claim made here came to be, as its timeline tells it. */
export function entryOfMaking(making: ClaimMaking): TimelineEntry {
  const { ordinal, at, actor, act, revision, chargeCents, note } = making;
  const isSum = !(act in SAID_AFTER_SENDING);
  return {
    id: `made:${ordinal}`,
    at: at.toISOString(),
    kind: act,
    text: wordsOf(making),
    evidence: note ?? `Codes revision ${revision}`,
    amountCents: isSum ? chargeCents : null,
    actor,
  };
}

function wordsOf({ act, barriers, otherNumber }: ClaimMaking): string {
  const said = SAID_AFTER_SENDING[act];
  if (said) return said(otherNumber ?? 'another claim');
  const verb = BUILT[act]?.(otherNumber ?? 'another claim') ?? 'Made';
  if (barriers === 0) return `${verb}; ready to send`;
  return `${verb}; ${barriers === 1 ? 'one thing bars' : `${barriers} things bar`} sending`;
}

type Words = Partial<Record<MakingAct, (other: string) => string>>;

/** What happened to a claim that had left. */
const SAID_AFTER_SENDING: Words = {
  'changed-after-sent': () => 'Codes changed after it was sent: decide replacement (7), void (8) or no change',
  kept: () => 'Codes had changed; decided that it stays as it was sent',
  replaced: (other) => `Decided to replace it by ${other}`,
  voided: (other) => `Decided to void it by ${other}`,
};

const BUILT: Words = {
  made: () => 'Made from the final codes',
  'made-to-replace': (other) => `Made from the final codes to replace ${other}`,
  'made-to-void': (other) => `Made to void ${other}`,
  'built-again': () => 'Built again from new codes',
  'priced-again': () => 'Built again',
};

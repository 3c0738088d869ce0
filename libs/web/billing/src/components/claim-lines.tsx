import type { Claim } from '@caseboard/contracts';
import { AdjustmentTable, type AdjustedLine, type LineAdjustment } from '@caseboard/web/ui';

/** Every line of the claim as the payer decided it, and what was decided of the claim as a whole. */
export function ClaimLines({ claim }: { claim: Claim }) {
  return <AdjustmentTable lines={claim.lines.map(asLine)} claimAdjustments={claim.adjustments.map(asAdjustment)} />;
}

type ClaimAdjustment = Claim['adjustments'][number];

const asAdjustment = ({ group, carc, amountCents, words, isDenial }: ClaimAdjustment): LineAdjustment => ({
  code: `${group}-${carc}`,
  cents: amountCents,
  words,
  isDenial,
});

const asLine = (line: Claim['lines'][number]): AdjustedLine => ({
  id: line.id,
  line: String(line.lineNumber),
  code: [line.procedure ?? line.revenueCode ?? '', ...line.modifiers].join(' '),
  chargeCents: line.chargeCents,
  paidCents: line.paidCents,
  adjustments: line.adjustments.map(asAdjustment),
});

import type { SentLine } from './claim-reads.repository.ts';
import type { DecidedLine } from './decision-reads.repository.ts';

type Sent = Pick<SentLine, 'lineNumber' | 'procedure' | 'modifiers' | 'revenueCode' | 'chargeCents' | 'controlNumber'>;
type Decided = Pick<
  DecidedLine,
  'ordinal' | 'procedure' | 'modifiers' | 'revenueCode' | 'chargeCents' | 'controlNumber'
>;

/** From the surest sign to the weakest: our line control number, then what was done and charged. Payers may omit modifiers. */
const SIGNS: readonly ((sent: Sent, decided: Decided) => boolean)[] = [
  (sent, decided) => decided.controlNumber !== null && sent.controlNumber === decided.controlNumber,
  (sent, decided) =>
    isSameService(sent, decided) && isSameCharge(sent, decided) && sent.modifiers.join() === decided.modifiers.join(),
  (sent, decided) => isSameService(sent, decided) && isSameCharge(sent, decided),
  (sent, decided) => isSameService(sent, decided),
  (sent, decided) => sent.lineNumber === decided.ordinal && isSameCharge(sent, decided),
];

const isSameCharge = (sent: Sent, decided: Decided) => sent.chargeCents === Math.abs(decided.chargeCents);

const isSameService = (sent: Sent, decided: Decided) =>
  decided.procedure === null
    ? decided.revenueCode !== null && sent.revenueCode === decided.revenueCode
    : sent.procedure === decided.procedure;

/**
 * Which line of the claim each decided line is about: line numbers by ordinal. Every line is taken once; a decided
 * line that fits none is missing, and its adjustments belong to the claim as a whole.
 */
export function matchLines(sent: readonly Sent[], decided: readonly Decided[]): Map<number, number> {
  const found = new Map<number, number>();
  const taken = new Set<number>();
  for (const isSign of SIGNS) {
    for (const line of decided) {
      if (found.has(line.ordinal)) continue;
      const match = sent.find((one) => !taken.has(one.lineNumber) && isSign(one, line));
      if (!match) continue;
      taken.add(match.lineNumber);
      found.set(line.ordinal, match.lineNumber);
    }
  }
  return found;
}

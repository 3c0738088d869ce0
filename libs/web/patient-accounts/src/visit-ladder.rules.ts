import type { AccountVisit } from '@caseboard/contracts';
import { plainDateWords } from '@caseboard/web/kernel';
import type { LadderBar, LadderLine } from '@caseboard/web/ui';

/** The steps of a visit from its charges to what the patient owes; steps of zero are left out. */
export function ladderOf(visit: AccountVisit): LadderLine[] {
  const steps: LadderLine[] = [
    { id: 'charge', text: 'Charges', cents: visit.chargeCents },
    { id: 'insurer', text: 'Insurance paid', note: visit.payerName, cents: -visit.insurerPaidCents, tone: 'in' },
    { id: 'adjusted', text: 'Contract discount', note: 'never billed to the patient', cents: -visit.adjustedCents },
    { id: 'open', text: 'Still with insurance', note: visit.heldBecause ?? '', cents: -visit.withInsurerCents },
    { id: 'left', text: 'Left to the patient', cents: visit.patientCents, isSum: true },
    ...visit.parts.map(partLine),
    { id: 'paid', text: 'Patient paid', cents: -visit.patientPaidCents, tone: 'in' },
  ];
  return steps.filter(({ cents }) => cents !== 0);
}

function partLine(part: AccountVisit['parts'][number], at: number): LadderLine {
  const note = [part.from, part.remittanceNumber, part.on === null ? null : plainDateWords(part.on)];
  return { id: `part-${at}`, text: part.words, note: note.filter(Boolean).join(', '), cents: part.cents, isPart: true };
}

/** Who carries how much of the charge; amounts below zero have no width. */
export function barOf(visit: AccountVisit): LadderBar[] {
  const bars: LadderBar[] = [
    { id: 'insurer', text: 'Insurance paid', cents: visit.insurerPaidCents },
    { id: 'adjusted', text: 'Discount', cents: visit.adjustedCents },
    { id: 'open', text: 'With insurance', cents: visit.withInsurerCents },
    { id: 'paid', text: 'Patient paid', cents: visit.patientPaidCents },
    { id: 'owes', text: 'Patient owes', cents: visit.owesCents },
  ];
  return bars.filter(({ cents }) => cents > 0);
}

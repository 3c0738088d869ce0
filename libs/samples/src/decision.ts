import type { Chance } from './chance.ts';
import type { DenialMix, DenialPattern } from './denial-patterns.ts';
import type { SamplePayer } from './hospital.ts';
import type { SampleClaim, SampleLine } from './sample-claim.ts';

export interface SampleAdjustment {
  group: 'CO' | 'PR' | 'OA' | 'PI';
  carc: string;
  cents: number;
}

export interface LineDecision {
  line: SampleLine;
  paidCents: number;
  adjustments: SampleAdjustment[];
  remarks: string[];
}

/** What the payer decided of one claim; sign −1 makes it the reversal of itself. */
export interface Decision {
  claim: SampleClaim;
  /** CLP02. */
  status: string;
  payerClaimNumber: string;
  lines: LineDecision[];
  /** Claim-level adjustments. */
  adjustments: SampleAdjustment[];
  remarks: string[];
  chargeCents: number;
  paidCents: number;
}

/** Decides a claim as this payer would: paid by contract with a patient part, or denied in whole or in part. */
export function decide(chance: Chance, payer: SamplePayer, claim: SampleClaim, mix: DenialMix): Decision {
  const pattern = chance.is(payer.denies) ? mix.pick(chance) : undefined;
  const number = `${claim.servedOn.slice(2, 4)}${chance.digits(11)}`;
  if (pattern?.at === 'claim') return deniedWhole(claim, number, pattern);
  const denied = pattern ? chance.int(0, claim.lines.length - 1) : -1;
  const lines = claim.lines.map((line, index) =>
    index === denied && pattern ? deniedLine(line, pattern) : paidLine(chance, payer, line),
  );
  return total({
    claim,
    status: lines.every((line) => line.paidCents === 0) ? '4' : '1',
    payerClaimNumber: number,
    lines,
    adjustments: [],
    remarks: [],
  });
}

/** The same decision with opposite signs (CLP02 22), as a payer takes a payment back. */
export function reversalOf(decision: Decision): Decision {
  const turn = (adjustment: SampleAdjustment) => ({ ...adjustment, cents: -adjustment.cents });
  return {
    ...decision,
    status: '22',
    chargeCents: -decision.chargeCents,
    paidCents: -decision.paidCents,
    adjustments: decision.adjustments.map(turn),
    lines: decision.lines.map((line) => ({
      ...line,
      line: { ...line.line, chargeCents: -line.line.chargeCents },
      paidCents: -line.paidCents,
      adjustments: line.adjustments.map(turn),
      remarks: [],
    })),
    remarks: [],
  };
}

/** The correction that follows a reversal: everything denied for want of authorization. */
export const takenBack = (decision: Decision): Decision =>
  total({
    ...decision,
    status: '4',
    adjustments: [],
    remarks: [],
    lines: decision.claim.lines.map((line) => deniedLine(line, { group: 'CO', carc: '197', rarc: 'M62' })),
  });

type Pattern = Pick<DenialPattern, 'group' | 'carc' | 'rarc'>;

function deniedWhole(claim: SampleClaim, payerClaimNumber: string, pattern: Pattern): Decision {
  const lines = claim.lines.map((line) => ({ line, paidCents: line.chargeCents, adjustments: [], remarks: [] }));
  const adjustments = [{ group: pattern.group, carc: pattern.carc, cents: claim.chargeCents }];
  return {
    ...total({ claim, status: '4', payerClaimNumber, lines, adjustments, remarks: pattern.rarc ? [pattern.rarc] : [] }),
    paidCents: 0,
  };
}

const deniedLine = (line: SampleLine, pattern: Pattern): LineDecision => ({
  line,
  paidCents: 0,
  adjustments: [{ group: pattern.group, carc: pattern.carc, cents: line.chargeCents }],
  remarks: pattern.rarc ? [pattern.rarc] : [],
});

function paidLine(chance: Chance, payer: SamplePayer, line: SampleLine): LineDecision {
  const allowed = Math.round(line.chargeCents * payer.allows);
  const patient = chance.is(0.55) ? Math.min(allowed, chance.pick([1500, 2500, 4000, Math.round(allowed * 0.2)])) : 0;
  const sequestration = payer.code === 'MEDB5' ? Math.round((allowed - patient) * 0.02) : 0;
  const adjustments: SampleAdjustment[] = [
    { group: 'CO', carc: '45', cents: line.chargeCents - allowed },
    { group: 'CO', carc: '253', cents: sequestration },
    { group: 'PR', carc: chance.pick(['1', '2', '3']), cents: patient },
  ];
  return {
    line,
    paidCents: allowed - patient - sequestration,
    adjustments: adjustments.filter(({ cents }) => cents !== 0),
    remarks: [],
  };
}

const total = (decision: Omit<Decision, 'chargeCents' | 'paidCents'>): Decision => ({
  ...decision,
  chargeCents: decision.lines.reduce((sum, line) => sum + line.line.chargeCents, 0),
  paidCents:
    decision.lines.reduce((sum, line) => sum + line.paidCents, 0) -
    decision.adjustments.reduce((sum, { cents }) => sum + cents, 0),
});

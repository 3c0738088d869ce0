import { randomInt } from 'node:crypto';
import { LAKESIDE, remittanceFile } from '@caseboard/samples';
import type { Decision, SampleRemittance } from '@caseboard/samples';

/** A service line as its payer answered it: denied for a reason, or paid in full. */
export interface Answered {
  chargeCents: number;
  denied?: { carc: string; rarc: string };
}

/** An 835 that no server has seen: its payer, trace, claims and control number are new each time. */
export interface FreshRemittance {
  fileName: string;
  text: string;
  payer: { name: string; code: string };
  trace: string;
  claims: readonly { controlNumber: string; memberId: string; chargeCents: number }[];
}

/** What to make: one entry for each claim. `shortCents` makes the first paid line say that much less than it should. */
export interface RemittanceWish {
  claims: readonly Answered[];
  shortCents?: number;
  /** A payer of the samples, whose rules make deadlines; a new one without rules when left out. */
  payer?: SamplePayer;
}

type SamplePayer = SampleRemittance['payer'];

const PATIENTS = ['QUILL', 'SATO', 'VALDEZ', 'WEXLER', 'IBARRA', 'KOWAL'];

/** Makes a payer's remittance for Lakeside, dated today. */
export function freshRemittance({ claims, shortCents, payer: given }: RemittanceWish): FreshRemittance {
  const number = randomInt(100_000, 999_999);
  const payer = given ?? {
    name: `Northern Mutual ${number}`,
    code: `NM${number}`,
    taxId: `380${number}`,
    share: 1,
    denies: 1,
    allows: 1,
  };
  const decisions = claims.map((answered, index) => decide(answered, number, index));
  const trace = `77${number}${randomInt(10, 99)}`;
  const paidOn = new Date().toISOString().slice(0, 10);
  const remittance: SampleRemittance = {
    payer,
    trace,
    paidOn,
    decisions,
    providerAdjustments: [],
    ...(shortCents === undefined ? {} : { shortCents }),
  };
  return {
    fileName: `835_${payer.code}_${number}.edi`,
    text: [...remittanceFile(LAKESIDE, [remittance], number)].join(''),
    payer,
    trace,
    claims: decisions.map(({ claim, chargeCents }) => ({
      controlNumber: claim.controlNumber,
      memberId: claim.patient.memberId,
      chargeCents,
    })),
  };
}

function decide({ chargeCents, denied }: Answered, number: number, index: number): Decision {
  const facility = LAKESIDE.facilities[0];
  const clinician = LAKESIDE.clinicians[0];
  if (!facility || !clinician) throw new RangeError('The sample hospital has no facility or clinician.');
  const line = {
    service: { code: '72148', revenue: '0612', low: 1, high: 1, weight: 1, diagnoses: ['M5450'] },
    units: 1,
    chargeCents,
  };
  const answer = denied
    ? {
        line,
        paidCents: 0,
        adjustments: [{ group: 'CO' as const, carc: denied.carc, cents: chargeCents }],
        remarks: [denied.rarc],
      }
    : { line, paidCents: chargeCents, adjustments: [], remarks: [] };
  const patient = {
    last: PATIENTS[index % PATIENTS.length] ?? 'QUILL',
    first: 'OPAL',
    sex: 'F' as const,
    birthDate: '1961-04-17',
    memberId: `W${number}${String(index).padStart(2, '0')}`,
    street: '1 MILL ST',
    mrn: `E${number}`,
    payerIndex: 0,
  };
  return {
    claim: {
      controlNumber: `E${number}${String(index).padStart(3, '0')}`,
      kind: 'institutional',
      patient,
      payerIndex: 0,
      facility,
      clinician,
      servedOn: new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10),
      diagnoses: ['M5450'],
      lines: [line],
      chargeCents,
    },
    status: denied ? '4' : '1',
    payerClaimNumber: `26${number}${String(index).padStart(3, '0')}`,
    lines: [answer],
    adjustments: [],
    remarks: [],
    chargeCents,
    paidCents: denied ? 0 : chargeCents,
  };
}

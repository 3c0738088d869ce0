import type { EncounterCode } from '@caseboard/contracts';
import { daysBetween } from '@caseboard/server/kernel';
import type { ClaimChart } from './claim-chart.types.ts';
import { feeOn } from './fee.rules.ts';
import type { FeeRow } from './fee.rules.ts';

/** Revenue code of a semi-private room, the code under which a day in the house is priced (UB-04 FL 42). */
const ROOM_AND_BOARD = '0120';

export type ClaimKind = 'professional' | 'institutional';

/** A line of a claim made here; without a price it charges nothing and `problem` says what is missing. */
export interface BuiltLine {
  procedure: string | null;
  modifiers: string[];
  revenueCode: string | null;
  units: number;
  chargeCents: number;
  serviceFrom: string;
  /** Positions among the diagnoses, from 1. */
  pointers: number[];
  isPriced: boolean;
}

const isDiagnosis = ({ system }: EncounterCode): boolean => system === 'icd-10-cm';
const isService = ({ system }: EncounterCode): boolean => system === 'cpt' || system === 'hcpcs';
const inOrder = (codes: readonly EncounterCode[]) => codes.toSorted((a, b) => a.ordinal - b.ordinal);

/** Diagnoses in their sequence: the first is principal or first-listed. */
export const diagnosesOf = (codes: readonly EncounterCode[]) => inOrder(codes.filter(isDiagnosis));

/** ICD-10-PCS procedures in their sequence. */
export const proceduresOf = (codes: readonly EncounterCode[]) =>
  inOrder(codes.filter(({ system }) => system === 'icd-10-pcs'));

/** Codes whose prices a claim asks for; a day in the house has its revenue code's. */
export const pricedCodes = (chart: ClaimChart): string[] => [
  ...new Set([
    ...(chart.class === 'inpatient' ? [ROOM_AND_BOARD] : []),
    ...chart.codes.filter(isService).map(({ code }) => code.toUpperCase()),
  ]),
];

/** Service lines, each at the price of its day times its units; an inpatient's first line is his days in the house. */
export function linesOf(chart: ClaimChart, kind: ClaimKind, fees: readonly FeeRow[]): BuiltLine[] {
  const from = chart.startedOn;
  if (from === null) return [];
  const diagnoses = diagnosesOf(chart.codes).map(({ ordinal }) => ordinal);
  const services = inOrder(chart.codes.filter(isService)).map((code): BuiltLine => {
    const on = code.servedOn ?? from;
    const fee = feeOn(fees, code.code.toUpperCase(), on);
    return {
      procedure: code.code.toUpperCase(),
      modifiers: code.modifiers,
      revenueCode: kind === 'institutional' ? (fee?.revenueCode ?? null) : null,
      units: code.units,
      chargeCents: (fee?.cents ?? 0) * code.units,
      serviceFrom: on,
      pointers: code.pointers.map((ordinal) => diagnoses.indexOf(ordinal) + 1).filter((at) => at > 0),
      isPriced: fee !== undefined,
    };
  });
  return chart.class === 'inpatient' ? [roomAndBoard(from, chart.endedOn, fees), ...services] : services;
}

/** Midnights in the house; a stay of less than one counts as one day. */
function roomAndBoard(from: string, to: string | null, fees: readonly FeeRow[]): BuiltLine {
  const days = Math.max(1, to === null ? 1 : daysBetween(from, to));
  const fee = feeOn(fees, ROOM_AND_BOARD, from);
  const chargeCents = (fee?.cents ?? 0) * days;
  const shared = { procedure: null, modifiers: [], revenueCode: ROOM_AND_BOARD, pointers: [] };
  return { ...shared, units: days, chargeCents, serviceFrom: from, isPriced: fee !== undefined };
}

import type { codeWrite, EncounterClass, EncounterCode } from '@caseboard/contracts';
import type * as z from 'zod/mini';
import { plainCode } from './code-form.rules.ts';
import type { DatedCode } from './code-sets.service.ts';
import { isDiagnosis, isService, keyOf } from './finding.types.ts';
import type { SetCode } from './finding.types.ts';

/** A code as a coder enters it. */
export type CodeWrite = z.output<typeof codeWrite>;

/** When a chart was coded for. */
export interface ChartDates {
  class: EncounterClass;
  startedOn: string | null;
  endedOn: string | null;
}

/**
 * Codes with the date their set is chosen by: services by their own day, else by the discharge of a stay or the day of
 * a visit. `today` counts for a chart without any date.
 */
export function datedCodes(
  codes: readonly CodeWrite[],
  { class: kind, startedOn, endedOn }: ChartDates,
  today: string,
): DatedCode[] {
  const ofChart = (kind === 'inpatient' ? (endedOn ?? startedOn) : startedOn) ?? today;
  return codes.map(({ system, code, servedOn }) => ({ system, code: plainCode(code), on: servedOn ?? ofChart }));
}

/** Codes that no set of their date has: JSON pointer and words each. */
export function unknownCodes(
  asked: readonly DatedCode[],
  known: ReadonlyMap<string, SetCode>,
): { pointer: string; message: string }[] {
  return asked.flatMap((one, at) =>
    known.has(keyOf(one))
      ? []
      : [{ pointer: `/codes/${at}/code`, message: `${one.code} is not in the ${one.system} set for ${one.on}.` }],
  );
}

/** The list as it is kept: numbered in its sequence, words from the set; pointers count in the same numbers. */
export const enteredCodes = (codes: readonly CodeWrite[], known: ReadonlyMap<string, SetCode>): EncounterCode[] =>
  codes.map(({ system, code, poa, modifiers, units, pointers, servedOn }, at) => ({
    ordinal: at + 1,
    system,
    code: plainCode(code),
    words: known.get(keyOf({ system, code: plainCode(code) }))?.words ?? '',
    poa: poa ?? null,
    modifiers: modifiers ?? [],
    units: units ?? 1,
    pointers: pointers ?? [],
    servedOn: servedOn ?? null,
  }));

/** The list as it goes on record: without what its kind of code or claim does not carry. */
export function finalCodes(codes: readonly EncounterCode[], kind: EncounterClass): EncounterCode[] {
  return codes.map((code) => ({
    ...code,
    poa: isDiagnosis(code) && kind === 'inpatient' ? code.poa : null,
    ...(isDiagnosis(code) ? { units: 1 } : {}),
    ...(isService(code) ? {} : { modifiers: [], pointers: [] }),
  }));
}

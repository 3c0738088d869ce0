import { POA_VALUES } from '@caseboard/contracts';
import type { Code, CodeSystem, EncounterCode } from '@caseboard/contracts';

/** A present-on-admission indicator. */
export type Poa = (typeof POA_VALUES)[number];

/** A code while it is worked on; `key` stays the same when it moves, so that the cursor stays in its row. */
export interface DraftCode {
  key: string;
  system: CodeSystem;
  code: string;
  words: string;
  poa: Poa | null;
  modifiers: readonly string[];
  units: number;
  /** Keys of the diagnoses a procedure points to, in their order. */
  pointers: readonly string[];
  servedOn: string | null;
}

/** One code as `PUT /coding-cases/:id/codes` takes it. */
export type CodeLine = Omit<EncounterCode, 'ordinal' | 'words'>;

export const isDiagnosis = ({ system }: Pick<DraftCode, 'system'>): boolean => system === 'icd-10-cm';

export const diagnosesOf = (codes: readonly DraftCode[]): DraftCode[] => codes.filter(isDiagnosis);
export const proceduresOf = (codes: readonly DraftCode[]): DraftCode[] => codes.filter((code) => !isDiagnosis(code));

/** Codes as they are on record, to be worked on; a code that was there before keeps its key. */
export function draftOf(codes: readonly EncounterCode[], before: readonly DraftCode[] = []): DraftCode[] {
  const free = [...before];
  const keyed = codes.map((code) => {
    const at = free.findIndex((held) => held.system === code.system && plain(held.code) === plain(code.code));
    const [known] = at < 0 ? [] : free.splice(at, 1);
    return { key: known?.key ?? crypto.randomUUID(), code };
  });
  const keyAt = new Map(keyed.map(({ key, code }) => [code.ordinal, key]));
  return keyed.map(({ key, code: { system, code, words, poa, modifiers, units, pointers, servedOn } }) => ({
    key,
    system,
    code,
    words,
    poa,
    modifiers,
    units,
    pointers: pointers.flatMap((ordinal) => keyAt.get(ordinal) ?? []),
    servedOn,
  }));
}

/** The whole list in its sequence: diagnoses first, so that pointers count from one. */
export function linesOf(codes: readonly DraftCode[]): CodeLine[] {
  const ordered = [...diagnosesOf(codes), ...proceduresOf(codes)];
  const ordinalOf = new Map(ordered.map(({ key }, index) => [key, index + 1]));
  return ordered.map(({ system, code, poa, modifiers, units, pointers, servedOn }) => ({
    system,
    code,
    poa,
    modifiers: [...modifiers],
    units,
    pointers: pointers.flatMap((key) => ordinalOf.get(key) ?? []),
    servedOn,
  }));
}

/** Whether two lists say the same to the server; it keeps codes without their point. */
export const isSameList = (a: readonly DraftCode[], b: readonly DraftCode[]): boolean =>
  JSON.stringify(plainLines(a)) === JSON.stringify(plainLines(b));

const plain = (code: string) => code.toUpperCase().replaceAll('.', '');
const plainLines = (codes: readonly DraftCode[]) => linesOf(codes).map((line) => ({ ...line, code: plain(line.code) }));

/** A code as people read it: `E11.9`, with the point code sets are kept without (ICD-10-CM guidelines I.A.2). */
export function codeWords({ system, code }: Pick<DraftCode, 'system' | 'code'>): string {
  const isPointed = system === 'icd-10-cm' && !code.includes('.') && code.length > 3;
  return isPointed ? `${code.slice(0, 3)}.${code.slice(3)}` : code;
}

/**
 * The list with one more code at the end of its kind. A procedure points to the first diagnosis until told
 * otherwise; an inpatient diagnosis that is not exempt counts as present on admission until told otherwise.
 */
export function withAdded(
  codes: readonly DraftCode[],
  added: Pick<Code, 'system' | 'code' | 'words'> & Partial<Pick<Code, 'isPoaExempt'>>,
  about: { isInpatient: boolean; servedOn: string | null },
): DraftCode[] {
  const { system, code, words } = added;
  const isDx = isDiagnosis(added);
  const first = diagnosesOf(codes)[0];
  const usesPoa = isDx && about.isInpatient;
  return [
    ...codes,
    {
      key: crypto.randomUUID(),
      system,
      code,
      words,
      poa: usesPoa && !added.isPoaExempt ? 'Y' : null,
      modifiers: [],
      units: 1,
      pointers: !isDx && system !== 'icd-10-pcs' && first ? [first.key] : [],
      servedOn: isDx ? null : about.servedOn,
    },
  ];
}

/** The list without a code; nothing points to it any more. */
export const withoutCode = (codes: readonly DraftCode[], key: string): DraftCode[] =>
  codes
    .filter((code) => code.key !== key)
    .map((code) => ({ ...code, pointers: code.pointers.filter((target) => target !== key) }));

export const withChanged = (
  codes: readonly DraftCode[],
  key: string,
  patch: Partial<Omit<DraftCode, 'key'>>,
): DraftCode[] => codes.map((code) => (code.key === key ? { ...code, ...patch } : code));

/** The list with a code one place up (-1) or down (1) among those of its kind; pointers follow it. */
export function withMoved(codes: readonly DraftCode[], key: string, by: -1 | 1): DraftCode[] {
  const moved = codes.find((code) => code.key === key);
  if (!moved) return [...codes];
  const own = codes.filter((code) => isDiagnosis(code) === isDiagnosis(moved));
  const at = own.indexOf(moved);
  const other = own[at + by];
  if (!other) return [...codes];
  return codes.map((code) => (code === moved ? other : code === other ? moved : code));
}

/** `25, 59` as modifiers; undefined when one is not two letters or digits, or there are more than four. */
export function modifiersIn(typed: string): string[] | undefined {
  const given = typed
    .toUpperCase()
    .split(/[\s,]+/)
    .filter((part) => part !== '');
  return given.length <= 4 && given.every((part) => /^[0-9A-Z]{2}$/.test(part)) ? given : undefined;
}

/** `1 2 4` as the diagnoses they number; undefined when one is not there, or there are more than four (837P 2400 SV107). */
export function pointersIn(typed: string, diagnoses: readonly DraftCode[]): string[] | undefined {
  const given = typed.split(/[\s,]+/).filter((part) => part !== '');
  const keys = given.map((part) => (/^\d+$/.test(part) ? diagnoses[Number(part) - 1]?.key : undefined));
  const found = keys.filter((key) => key !== undefined);
  return found.length === given.length && found.length <= 4 && new Set(found).size === found.length ? found : undefined;
}

/** The numbers of the diagnoses a procedure points to, as its cell shows them. */
export const pointerWords = ({ pointers }: DraftCode, diagnoses: readonly DraftCode[]): string =>
  pointers.map((key) => diagnoses.findIndex((each) => each.key === key) + 1).join(' ');

import type { Code, CodeSystem, CodingFinding, EncounterClass, EncounterCode } from '@caseboard/contracts';

/** A code of a set with what the rules ask of it. */
export interface SetCode extends Code {
  /** Names a manifestation: its cause comes first. */
  isManifestation: boolean;
}

/** Names a code across systems. */
export const keyOf = ({ system, code }: { system: CodeSystem; code: string }): string => `${system}:${code}`;

/** A chart as the rules see it. */
export interface CodedChart {
  class: EncounterClass;
  startedOn: string | null;
  endedOn: string | null;
  codes: readonly EncounterCode[];
  /** What the code set says of each code, by `keyOf`. */
  known: ReadonlyMap<string, SetCode>;
}

/** A pure check: what is wrong with a chart, or nothing. */
export type CodingRule = (chart: CodedChart) => CodingFinding[];

/** The part of a finding that stays the same wherever a rule fires. */
export type RuleHead = Pick<CodingFinding, 'ruleId' | 'severity' | 'source'>;

/** Writes a finding of a rule; `ordinal` undefined: it is about the whole chart. */
export const finding = (head: RuleHead, text: string, fix: string, ordinal?: number): CodingFinding => ({
  ...head,
  text,
  fix,
  ordinal: ordinal ?? null,
});

export const isDiagnosis = ({ system }: { system: CodeSystem }): boolean => system === 'icd-10-cm';
/** Procedures that become lines of a professional or outpatient claim. */
export const isService = ({ system }: { system: CodeSystem }): boolean => system === 'cpt' || system === 'hcpcs';

/** Diagnoses in their sequence; the first is principal or first-listed. */
export const diagnosesOf = ({ codes }: CodedChart): EncounterCode[] => codes.filter(isDiagnosis);

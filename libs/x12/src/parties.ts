import type { X12Segment } from './segment.ts';

/** A person or organisation named by an NM1. `id` is what NM109 holds, `idQualifier` says what it is (`MI`, `XX`…). */
export type Party = {
  isOrganisation: boolean;
  /** Last name, or the organisation's name. */
  lastName: string;
  firstName: string;
  middleName: string;
  suffix: string;
  idQualifier: string;
  id: string;
};

/** A REF: its qualifier (`6R`, `F8`, `G1`…) and value. */
export type Reference = { qualifier: string; value: string };

/** An AMT in cents. */
export type QualifiedAmount = { qualifier: string; cents: number };

/** A procedure or product composite (SVC01, SV101, SV202): qualifier `HC`, `NU`, `AD`…, code, up to four modifiers. */
export type Procedure = { qualifier: string; code: string; modifiers: string[]; description: string };

/** Reads an NM1. */
export function partyOf(nm1: X12Segment): Party {
  const elements = nm1.elements;
  const text = (position: number): string => (elements[position] ?? '').trim();
  return {
    isOrganisation: text(2) === '2',
    lastName: text(3),
    firstName: text(4),
    middleName: text(5),
    suffix: text(7),
    idQualifier: text(8),
    id: text(9),
  };
}

/** Reads a REF. */
export function referenceOf(ref: X12Segment): Reference {
  return { qualifier: ref.at(1).trim(), value: ref.at(2).trim() };
}

/** The value of the first reference with a qualifier. */
export function referenceWith(references: readonly Reference[], qualifier: string): string | undefined {
  return references.find((reference) => reference.qualifier === qualifier)?.value;
}

/** Reads a procedure composite. */
export function procedureOf(segment: X12Segment, position: number): Procedure {
  const parts = segment.components(position);
  const modifiers = parts.length > 2 ? parts.slice(2, 6).filter((modifier) => modifier !== '') : [];
  return { qualifier: parts[0] ?? '', code: parts[1] ?? '', modifiers, description: parts[6] ?? '' };
}

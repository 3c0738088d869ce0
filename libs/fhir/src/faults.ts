import type { FhirFault, FhirPlace } from './fhir.types.ts';

/** Where a resource stands, for people: `Entry 12 (line 40)` or `Line 7`. */
export const placeWords = ({ line, entry }: FhirPlace): string =>
  entry === undefined ? `Line ${line}` : `Entry ${entry} (line ${line})`;

/** What a resource is called in a fault: type and id, neither of them patient data. */
export const resourceWords = (type: string, id: string): string => `${type || 'Resource'}/${id.slice(0, 64) || '?'}`;

/** A fault of one resource: place, what is wrong and what to do. */
export const faultAt = (
  code: string,
  at: FhirPlace,
  words: string,
  severity: FhirFault['severity'] = 'error',
): FhirFault => ({ code: `fhir/${code}`, message: `${placeWords(at)}: ${words}`, severity, line: at.line });

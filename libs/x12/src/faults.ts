/** Everything the readers can find wrong. Closed: a new code is a visible change. */
export type X12FaultCode =
  | 'x12/empty-file'
  | 'x12/not-x12'
  | 'x12/bad-isa'
  | 'x12/segment-too-long'
  | 'x12/truncated'
  | 'x12/missing-segment'
  | 'x12/misplaced-segment'
  | 'x12/count-mismatch'
  | 'x12/control-number-mismatch'
  | 'x12/bad-segment'
  | 'x12/empty-segment'
  | 'x12/unknown-transaction'
  | 'x12/missing-value'
  | 'x12/bad-amount'
  | 'x12/bad-date'
  | 'x12/bad-hierarchy'
  | 'x12/too-many-segments'
  | 'x12/too-many-faults';

/**
 * One thing wrong with a file, as a value. The message names segment ids, positions, counts and control
 * numbers, never what an element holds, so that it may be logged and shown.
 */
export type X12Fault = {
  readonly code: X12FaultCode;
  readonly message: string;
  readonly severity: 'error' | 'warning';
  /** Ordinal of the segment in the file, from 1. */
  readonly segment?: number;
  /** Position of the element in the segment, from 1. */
  readonly element?: number;
  /** Line of the file on which the segment starts, from 1. */
  readonly line?: number;
};

/** Where a fault lies; any segment will do. */
export type FaultPlace = { readonly index: number; readonly line: number };

const ENVELOPE_CODES: ReadonlySet<X12FaultCode> = new Set([
  'x12/empty-file',
  'x12/not-x12',
  'x12/bad-isa',
  'x12/segment-too-long',
  'x12/truncated',
  'x12/missing-segment',
  'x12/misplaced-segment',
  'x12/count-mismatch',
  'x12/control-number-mismatch',
]);

/**
 * Whether the fault breaks the envelope (ISA, GS, ST, SE, GE, IEA, their counts or control numbers) or the
 * reading itself, so that nothing of the file can be trusted.
 */
export function isEnvelopeFault(fault: X12Fault): boolean {
  return fault.severity === 'error' && ENVELOPE_CODES.has(fault.code);
}

/** An error at a segment, and at one of its elements when given. */
export function errorAt(place: FaultPlace, code: X12FaultCode, message: string, element?: number): X12Fault {
  return faultAt('error', place, code, message, element);
}

/** A warning at a segment, and at one of its elements when given. */
export function warningAt(place: FaultPlace, code: X12FaultCode, message: string, element?: number): X12Fault {
  return faultAt('warning', place, code, message, element);
}

/** A segment id or control number as a message may show it: up to nine letters or digits, else `?`. */
export function shownToken(text: string): string {
  return /^[A-Za-z0-9]{1,9}$/.test(text) ? text : '?';
}

function faultAt(
  severity: X12Fault['severity'],
  { index, line }: FaultPlace,
  code: X12FaultCode,
  message: string,
  element?: number,
): X12Fault {
  const fault = { code, message, severity, segment: index, line };
  return element === undefined ? fault : { ...fault, element };
}

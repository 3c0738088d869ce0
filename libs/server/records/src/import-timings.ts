/** How long things may take, in milliseconds. */
export interface ImportTimings {
  /** A worker that says nothing for so long has lost the import; it speaks four times as often. */
  leaseMs: number;
  /** Progress is written and shown no more often. */
  progressMs: number;
}

/** Nest asks for this token where the timings are wanted; tests shorten them. */
export const IMPORT_TIMINGS = Symbol('import-timings');

export const USUAL_TIMINGS: ImportTimings = { leaseMs: 10_000, progressMs: 250 };

import type { ErrorCode, Problem } from '@caseboard/contracts';

/** A refusal of the server as problem+json, or a connection that failed (`status` 0). */
export class ApiError extends Error {
  readonly status: number;
  readonly problem: Problem | undefined;

  constructor(status: number, problem: Problem | undefined, options?: ErrorOptions) {
    super(problem?.title ?? 'No connection to Caseboard.', options);
    this.status = status;
    this.problem = problem;
  }

  get code(): ErrorCode | 'offline' {
    return this.problem?.code ?? 'offline';
  }

  /** For the person to quote to support. */
  get traceId(): string | undefined {
    return this.problem?.traceId;
  }
}

/** The words to show for anything a command may throw. */
export function wordsOf(error: unknown): { text: string; traceId?: string } {
  if (!(error instanceof ApiError)) return { text: 'Something went wrong on this page. Reload it.' };
  const holder = error.problem?.holder;
  const text = error.code === 'work-item/taken' && holder ? `Taken by ${holder.name}.` : error.message;
  return { text, ...(error.traceId ? { traceId: error.traceId } : {}) };
}

import { ERRORS } from '@caseboard/contracts';
import type { ErrorCode } from '@caseboard/contracts';

/** What a refusal may say besides its code. Never patient data, except `current`: a row the caller may see. */
export interface RefusalDetails {
  errors?: { pointer: string; message: string }[];
  current?: unknown;
  holder?: { id: string; name: string };
  retryAfterSeconds?: number;
}

/** The one error of the house: a code from contracts, turned into problem+json at the edge. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: RefusalDetails;

  constructor(code: ErrorCode, details: RefusalDetails = {}, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return ERRORS[this.code][0];
  }
}

/** Missing and invisible look the same. */
export const notFound = () => new AppError('request/not-found');

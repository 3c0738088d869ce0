import { AppError, isUniqueViolation } from '@caseboard/server/kernel';

/** Turns the refusal of a taken name into `identity/name-taken`; the transaction is over either way. */
export async function uniquelyNamed<R>(writing: Promise<R>): Promise<R> {
  try {
    return await writing;
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError('identity/name-taken', {}, { cause: error });
    throw error;
  }
}

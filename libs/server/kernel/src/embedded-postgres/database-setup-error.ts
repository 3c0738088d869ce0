/** Why a database could not be prepared; the message beside it says what to do. */
export type DatabaseSetupCode =
  | 'database/folder-in-use'
  | 'database/folder-unreachable'
  | 'database/platform-unsupported'
  | 'database/version-mismatch'
  | 'database/secrets-missing'
  | 'database/start-failed'
  | 'database/runtime-role-too-strong';

/**
 * The database cannot be used as it stands. `message` is written for the operator: what is wrong and
 * what to do. It never holds a password or patient data.
 */
export class DatabaseSetupError extends Error {
  readonly code: DatabaseSetupCode;

  constructor(code: DatabaseSetupCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DatabaseSetupError';
    this.code = code;
  }
}

/** SQLSTATE of a driver error, however the ORM wrapped it. */
function sqlStateOf(error: unknown): string | undefined {
  const candidate = error as { code?: unknown; driverError?: { code?: unknown } } | undefined;
  const code = candidate?.driverError?.code ?? candidate?.code;
  return typeof code === 'string' ? code : undefined;
}

/** Name of the constraint a statement broke. */
export function constraintOf(error: unknown): string | undefined {
  const candidate = error as { constraint?: string; driverError?: { constraint?: string } } | undefined;
  return candidate?.driverError?.constraint ?? candidate?.constraint;
}

/** 23505: a unique key is taken. */
export const isUniqueViolation = (error: unknown) => sqlStateOf(error) === '23505';

/** 55P03: somebody holds the rows longer than lock_timeout. */
export const isLockTimeout = (error: unknown) => sqlStateOf(error) === '55P03';

/** 57014: the statement ran longer than statement_timeout. */
export const isStatementTimeout = (error: unknown) => sqlStateOf(error) === '57014';

/** 40P01 deadlock, 40001 serialization: the whole transaction may simply run again. */
export const isWorthRepeating = (error: unknown) => ['40P01', '40001'].includes(sqlStateOf(error) ?? '');

/** The server went away or refused: class 08, 57P01–57P03, or the socket itself. */
export function isConnectionLoss(error: unknown): boolean {
  const code = sqlStateOf(error) ?? '';
  const isBroken =
    code.startsWith('08') || code.startsWith('57P0') || ['ECONNREFUSED', 'ECONNRESET', 'EPIPE'].includes(code);
  // The driver gives no code when the server ends the connection under a running statement.
  return isBroken || /^Connection terminated/.test((error as Error | undefined)?.message ?? '');
}

import pino from 'pino';

/** Ids, codes and counts only: never a body, a name or a query string. */
export type Log = pino.Logger;

/** JSON lines on stdout at the configured level. */
export const createLog = (level: string): Log => pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });

/** Nest asks for this token where a log is wanted. */
export const LOG = Symbol('log');
/** Nest asks for this token where the settings are wanted. */
export const CONFIG = Symbol('config');

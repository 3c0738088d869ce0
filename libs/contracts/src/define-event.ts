import * as z from 'zod/mini';

/**
 * One event of the log. From this value come the log's row, the parser at both ends, the client's
 * reducers, the AsyncAPI entry and the row in docs/events.md.
 */
export interface EventDefinition<Name extends string = string, Data extends z.core.$ZodType = z.core.$ZodType> {
  name: Name;
  version: number;
  /** What it says, in one sentence; printed in docs/events.md. */
  says: string;
  data: Data;
}

/** Ids, codes, states and counts only: the log holds no patient data. */
export const defineEvent = <const Name extends string, Shape extends z.core.$ZodLooseShape>(
  name: Name,
  says: string,
  shape: Shape,
  version = 1,
) => ({ name, version, says, data: z.object(shape) });

export type DataOf<E extends EventDefinition> = z.input<E['data']>;

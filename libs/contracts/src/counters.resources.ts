import * as z from 'zod/mini';
import { cents } from './primitives.ts';

/**
 * A maintained total, exact and live: badges, column heads, lane totals. Kind `counter`.
 * `key` on `counts:queues` is the queue's id; on `user:<id>` `queue:<queueId>`;
 * on `board:denials` `stage:<stage>` .
 */
export const counter = z.object({ channel: z.string(), key: z.string(), count: z.int(), cents });
export type Counter = z.infer<typeof counter>;

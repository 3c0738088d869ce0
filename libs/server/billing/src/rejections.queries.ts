import { id as idSchema, pageQuery } from '@caseboard/contracts';
import * as z from 'zod/mini';
import { idList } from './id-list.ts';

/** `GET /rejections`: without a state those that are open; by payer, owner and the beginning of a number. */
export const rejectionsQuery = z.strictObject({
  ...pageQuery,
  ids: idList,
  state: z.optional(z.enum(['open', 'resolved'])),
  payer: z.optional(idSchema),
  owner: z.optional(z.union([z.enum(['me', 'none']), idSchema])),
  text: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(80))),
});
export type RejectionsQuery = z.output<typeof rejectionsQuery>;

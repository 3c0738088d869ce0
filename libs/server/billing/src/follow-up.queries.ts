import { followUpStage, pageQuery } from '@caseboard/contracts';
import * as z from 'zod/mini';
import { idList } from './id-list.ts';

/** `GET /follow-up-cases`; without a stage or ids: every case that is not resolved. */
export const followUpQuery = z.strictObject({
  ...pageQuery,
  ids: idList,
  stage: z.optional(followUpStage),
  payer: z.optional(z.uuid()),
  owner: z.optional(z.union([z.enum(['me', 'none']), z.uuid()])),
  /** The beginning of the case's number, the claim's, or its control number. */
  text: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(80))),
  /** Highest priority first, longest silence first, or most money first. */
  sort: z.optional(z.enum(['-priority', 'silent-since', '-amount'])),
});
export type FollowUpQuery = z.output<typeof followUpQuery>;

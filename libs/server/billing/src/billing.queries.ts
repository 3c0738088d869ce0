import { claimState, id as idSchema, pageQuery, REMITTANCE_STATES } from '@caseboard/contracts';
import * as z from 'zod/mini';
import { idList } from './id-list.ts';

const shared = {
  ...pageQuery,
  /** Up to 200 ids, separated by commas: rows a screen was only told about. */
  ids: idList,
  payer: z.optional(idSchema),
  /** The whole of a number, or the beginning of one. */
  text: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(80))),
  /** By our number, which follows the order in which they came. */
  sort: z.optional(z.enum(['-number', 'number'])),
};

/** `GET /claims`: by payer, state, and the beginning of our number or the control number. */
export const claimsQuery = z.strictObject({
  ...shared,
  state: z.optional(claimState),
  origin: z.optional(z.enum(['here', 'elsewhere'])),
});
export type ClaimsQuery = z.output<typeof claimsQuery>;

/** `GET /remittances`: by payer, state, and the beginning of our number or the trace. */
export const remittancesQuery = z.strictObject({ ...shared, state: z.optional(z.enum(REMITTANCE_STATES)) });
export type RemittancesQuery = z.output<typeof remittancesQuery>;

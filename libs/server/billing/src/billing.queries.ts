import { claimState, id as idSchema, pageQuery, REMITTANCE_STATES } from '@caseboard/contracts';
import * as z from 'zod/mini';

const ids = z.optional(
  z.pipe(
    z.pipe(
      z.string(),
      z.transform((text) => text.split(',')),
    ),
    z.array(idSchema).check(z.maxLength(200)),
  ),
);
const shared = {
  ...pageQuery,
  /** Up to 200 ids, separated by commas: rows a screen was only told about. */
  ids,
  payer: z.optional(idSchema),
  /** The whole of a number, or the beginning of one. */
  text: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(80))),
  /** By our number, which follows the order in which they came. */
  sort: z.optional(z.enum(['-number', 'number'])),
};

/** `GET /claims`: by payer, state, and the beginning of our number or the control number. */
export const claimsQuery = z.strictObject({ ...shared, state: z.optional(claimState) });
export type ClaimsQuery = z.output<typeof claimsQuery>;

/** `GET /remittances`: by payer, state, and the beginning of our number or the trace. */
export const remittancesQuery = z.strictObject({ ...shared, state: z.optional(z.enum(REMITTANCE_STATES)) });
export type RemittancesQuery = z.output<typeof remittancesQuery>;

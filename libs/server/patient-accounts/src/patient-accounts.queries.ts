import { accountState, id as idSchema, pageQuery } from '@caseboard/contracts';
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

/** `GET /patient-accounts`: by state and by a word of the name, the record number or the account number. */
export const accountsQuery = z.strictObject({
  ...pageQuery,
  /** Up to 200 ids, separated by commas: rows a screen was only told about. */
  ids,
  state: z.optional(accountState),
  text: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(80))),
  /** What is owed, the most first unless told; or our number, which follows the order in which they were opened. */
  sort: z.optional(z.enum(['-balance', 'balance', '-number', 'number'])),
});
export type AccountsQuery = z.output<typeof accountsQuery>;

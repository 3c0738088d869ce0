import { denialStage, pageQuery } from '@caseboard/contracts';
import * as z from 'zod/mini';

/** Query of `GET /denial-cases`; without a stage: every case that is not closed. */
export const denialCasesQuery = z.strictObject({
  ...pageQuery,
  stage: z.optional(denialStage),
  payer: z.optional(z.uuid()),
  owner: z.optional(z.union([z.enum(['me', 'none']), z.uuid()])),
});
export type DenialCasesQuery = z.infer<typeof denialCasesQuery>;

/** Query of `GET /denials`. */
export const denialsQuery = z.strictObject({
  ...pageQuery,
  stage: z.optional(denialStage),
  payer: z.optional(z.uuid()),
  case: z.optional(z.uuid()),
  claim: z.optional(z.uuid()),
});
export type DenialsQuery = z.infer<typeof denialsQuery>;

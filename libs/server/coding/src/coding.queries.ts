import { codeSystem, codingState, pageQuery, plainDate } from '@caseboard/contracts';
import * as z from 'zod/mini';

const MOST_IDS = 200;
/** `ids=a,b`: at most 200, for screens that were only told that a row changed. */
const idList = z.pipe(
  z.string().check(z.maxLength(MOST_IDS * 37)),
  z.pipe(
    z.transform((text: string) => text.split(',').map((id) => id.toLowerCase())),
    z.array(z.uuid()).check(z.maxLength(MOST_IDS)),
  ),
);

/** Query of `GET /coding-cases`; without a state: every case whose codes are not final. */
export const codingCasesQuery = z.strictObject({
  ...pageQuery,
  state: z.optional(codingState),
  owner: z.optional(z.union([z.enum(['me', 'none']), z.uuid()])),
  /** The beginning of a case's or an encounter's number, or its digits. */
  text: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(40))),
  ids: z.optional(idList),
});
export type CodingCasesQuery = z.output<typeof codingCasesQuery>;

/** Query of `GET /codes`. `on`: the date of service; today unless given. */
export const codesQuery = z.strictObject({
  text: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
  system: z.optional(codeSystem),
  on: z.optional(plainDate),
});
export type CodesQuery = z.output<typeof codesQuery>;

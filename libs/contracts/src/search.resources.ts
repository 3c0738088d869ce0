import * as z from 'zod/mini';

export const SEARCH_KINDS = [
  'patient',
  'encounter',
  'claim',
  'denial',
  'account',
  'thread',
  'follow-up',
  'coding',
] as const;
export const searchKind = z.enum(SEARCH_KINDS);
export type SearchKind = z.infer<typeof searchKind>;

/** One thing found; `href` opens it. What a person may not see is not found. */
export const searchHit = z.object({
  kind: searchKind,
  id: z.string(),
  /** `CLM-000123`, an MRN … */
  number: z.string(),
  title: z.string(),
  /** What tells two of the same name apart: birth date, payer, state. */
  detail: z.string(),
  href: z.string(),
});
export type SearchHit = z.infer<typeof searchHit>;

/** `GET /search?text=`: at least two characters; a few hits of each kind, the best first. */
export const searchQuery = z.strictObject({ text: z.string().check(z.trim(), z.minLength(2), z.maxLength(80)) });
/** `missed`: kinds that took too long to search just now. */
export const searchResult = z.object({ items: z.array(searchHit), missed: z.array(searchKind) });
export type SearchResult = z.infer<typeof searchResult>;

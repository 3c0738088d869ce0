import * as z from 'zod/mini';

/** What a person is hired to do; one person may hold several. */
export const ROLES = ['lead', 'coder', 'physician', 'biller', 'accounts', 'auditor', 'admin'] as const;

export const role = z.enum(ROLES);
export type Role = z.infer<typeof role>;

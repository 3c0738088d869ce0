import { pageQuery } from '@caseboard/contracts';
import * as z from 'zod/mini';
import { idList } from './id-list.ts';

/** `GET /submissions`. */
export const submissionsQuery = z.strictObject({ ...pageQuery, ids: idList });
export type SubmissionsQuery = z.output<typeof submissionsQuery>;

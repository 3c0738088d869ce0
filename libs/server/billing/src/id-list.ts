import { id } from '@caseboard/contracts';
import * as z from 'zod/mini';

/** Up to 200 ids, separated by commas: rows a screen was only told about. */
export const idList = z.optional(
  z.pipe(
    z.pipe(
      z.string(),
      z.transform((text) => text.split(',')),
    ),
    z.array(id).check(z.maxLength(200)),
  ),
);

import type { DenialCategory } from '@caseboard/contracts';

/** `Medical necessity`: a category as people read it. */
export const categoryWords = (category: DenialCategory): string =>
  category.charAt(0).toUpperCase() + category.slice(1).replaceAll('-', ' ');

import { REJECTION_RESOLUTIONS } from '@caseboard/contracts';
import type { ClaimStatus } from '@caseboard/contracts';

export type Resolution = (typeof REJECTION_RESOLUTIONS)[number];

/** How a rejected claim was dealt with, in the words of the office. */
export const RESOLUTION_WORDS: Record<Resolution, string> = {
  resent: 'Corrected and sent again',
  replaced: 'Replaced by another claim',
  'not-billable': 'Not billable',
  'rejected-in-error': 'Rejected in error; the clearinghouse takes it back',
};

export const resolutionWords = (resolution: string): string => {
  const known = REJECTION_RESOLUTIONS.find((each) => each === resolution);
  return known ? RESOLUTION_WORDS[known] : resolution;
};

/** `A7 · 562 · 85`: a status as the file codes it. */
export const statusCode = ({ category, status, entity }: ClaimStatus): string =>
  [category, status, entity].filter(Boolean).join(' · ');

import { fee as feeShape } from '@caseboard/contracts';
import type { Fee } from '@caseboard/contracts';
import { parseDollars } from '@caseboard/web/kernel';
import type { FieldErrors } from '@caseboard/web/kernel';
import * as z from 'zod/mini';

/** What the form of a fee holds. */
export interface FeeDraft {
  code: string;
  revenueCode: string;
  dollars: string;
  effectiveFrom: string;
}

export const emptyFee = (today: string): FeeDraft => ({ code: '', revenueCode: '', dollars: '', effectiveFrom: today });

export const draftOf = ({ code, revenueCode, cents, effectiveFrom }: Fee): FeeDraft => ({
  code,
  revenueCode: revenueCode ?? '',
  dollars: (cents / 100).toFixed(2),
  effectiveFrom,
});

/** The fee inside a refusal because somebody was faster. */
export function staleFee(current: unknown): { form: FeeDraft; version: number } | undefined {
  const { data } = z.safeParse(feeShape, current);
  return data && { form: draftOf(data), version: data.version };
}

/** What is wrong before anything is sent, by field. */
export function checkFee({ code, revenueCode, dollars, effectiveFrom }: FeeDraft): FieldErrors {
  const cents = parseDollars(dollars);
  return Object.fromEntries(
    Object.entries({
      code: code.trim() === '' ? 'Write the code' : undefined,
      revenueCode:
        revenueCode.trim() === '' || /^\d{4}$/.test(revenueCode.trim()) ? undefined : 'Four digits, or empty',
      cents: cents === undefined || cents === 0 ? 'Write the price, such as 148.00' : undefined,
      effectiveFrom: effectiveFrom === '' ? 'Say from which day' : undefined,
    }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** The fee as the server takes it; only for a draft the check lets through. */
export const feeOf = ({ code, revenueCode, dollars, effectiveFrom }: FeeDraft) => ({
  code: code.trim().toUpperCase(),
  revenueCode: revenueCode.trim() || null,
  cents: parseDollars(dollars) ?? 0,
  effectiveFrom,
});

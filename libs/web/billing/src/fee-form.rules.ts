import { parseDollars } from '@caseboard/web/kernel';

/** What the form of a fee holds. */
export interface FeeDraft {
  code: string;
  revenueCode: string;
  dollars: string;
  effectiveFrom: string;
}

/** What is wrong before anything is sent, by field. */
export function checkFee({ code, revenueCode, dollars, effectiveFrom }: FeeDraft): Partial<Record<string, string>> {
  const cents = parseDollars(dollars);
  return Object.fromEntries(
    Object.entries({
      code: code.trim() === '' ? 'Write the code' : undefined,
      revenueCode:
        revenueCode.trim() === '' || /^\d{4}$/.test(revenueCode.trim()) ? undefined : 'Four digits, or empty',
      cents: cents === undefined || cents === 0 ? 'Write the price, such as 148.00' : undefined,
      effectiveFrom: effectiveFrom === '' ? 'Say from which day' : undefined,
    }).filter(([, wrong]) => wrong !== undefined),
  );
}

/** The fee as the server takes it; only for a draft the check lets through. */
export const feeOf = ({ code, revenueCode, dollars, effectiveFrom }: FeeDraft) => ({
  code: code.trim().toUpperCase(),
  revenueCode: revenueCode.trim() || null,
  cents: parseDollars(dollars) ?? 0,
  effectiveFrom,
});

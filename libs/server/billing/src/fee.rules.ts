/** A price as stored. */
export interface FeeRow {
  id: string;
  code: string;
  revenueCode: string | null;
  cents: number;
  /** `YYYY-MM-DD`: holds until a later one of the same code begins. */
  effectiveFrom: string;
  version: number;
}

/** The price of a code on a day of service: the one that began last; undefined when none had begun. */
export function feeOn(fees: readonly FeeRow[], code: string, on: string): FeeRow | undefined {
  return fees
    .filter((fee) => fee.code === code && fee.effectiveFrom <= on)
    .toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0];
}

/** A number as people say it: `CLM-000123`. */
export const humanNumber = (prefix: string, number: number): string => `${prefix}-${String(number).padStart(6, '0')}`;

/** A person's name as X12 gives it (NM103–NM107). */
export interface PersonName {
  lastName: string;
  firstName: string;
  middleName?: string | undefined;
  suffix?: string | undefined;
}

/**
 * A patient as lists and cards show one: initials and the last four of the record number, `WT ••0936`.
 * Shorter numbers show half of their characters at most, so that a list never holds a whole number.
 */
export function patientMark({ firstName, lastName }: PersonName, recordNumber: string | null | undefined): string {
  const initials = `${initialOf(firstName)}${initialOf(lastName)}` || '?';
  const number = (recordNumber ?? '').replace(/[^\p{L}\p{N}]/gu, '');
  const shown = number.slice(number.length - Math.min(4, Math.floor(number.length / 2)));
  return shown === '' ? initials : `${initials} ••${shown}`;
}

/** The whole name, for a case that was opened: `Wanda M Tester Jr`. */
export const patientName = ({ firstName, middleName, lastName, suffix }: PersonName): string =>
  [firstName, middleName, lastName, suffix]
    .map((part) => part?.trim())
    .filter(Boolean)
    .join(' ') || 'Unnamed patient';

const initialOf = (name: string): string => (/[\p{L}\p{N}]/u.exec(name)?.[0] ?? '').toUpperCase();

import type { Facility } from '@caseboard/contracts';
import type { FieldErrors } from '@caseboard/web/kernel';

/** What the drawer for a facility edits; an empty NPI is none. */
export interface FacilityForm {
  name: string;
  npi: string;
  isGated: boolean;
}

export const EMPTY_FACILITY: FacilityForm = { name: '', npi: '', isGated: false };

export const formOfFacility = ({ name, npi, isGated }: Facility): FacilityForm => ({ name, npi: npi ?? '', isGated });

/** What is wrong before anything is sent: the name, and an NPI that is no NPI. */
export function checkFacility({ name, npi }: FacilityForm): FieldErrors {
  return {
    ...(name.trim() === '' ? { name: 'Write the name of the facility.' } : {}),
    ...npiError(npi.trim()),
  };
}

function npiError(npi: string): FieldErrors {
  if (npi === '') return {};
  if (!/^\d{10}$/.test(npi)) return { npi: 'An NPI has 10 digits.' };
  return isNpi(npi) ? {} : { npi: 'The last digit does not fit: look for a mistyped digit.' };
}

/** Check digit of an NPI: Luhn over 80840 and the number (45 CFR 162.406; CMS "NPI check digit"). */
export function isNpi(npi: string): boolean {
  const digits = [...`80840${npi}`].map(Number).reverse();
  const sum = digits.reduce(
    (total, digit, at) => total + (at % 2 === 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2),
    0,
  );
  return sum % 10 === 0;
}

/** A form or its patch as the server takes it: an empty NPI is sent as none. */
export function facilityBodyOf<Part extends Partial<FacilityForm>>({ name, npi, isGated }: Part) {
  return {
    ...(name === undefined ? {} : { name: name.trim() }),
    ...(npi === undefined ? {} : { npi: npi.trim() === '' ? null : npi.trim() }),
    ...(isGated === undefined ? {} : { isGated }),
  };
}

/** Who sees the cases of a facility. */
export function seenBy(
  facility: Pick<Facility, 'id' | 'isGated'>,
  users: readonly { facilityIds: readonly string[]; state: string }[],
): string {
  if (!facility.isGated) return 'everybody whose roles open them';
  const assigned = users.filter(
    ({ facilityIds, state }) => state !== 'disabled' && facilityIds.includes(facility.id),
  ).length;
  if (assigned === 0) return 'nobody: no person is assigned';
  return `${assigned} assigned ${assigned === 1 ? 'person' : 'people'}`;
}

import type { ElementValues } from './element-values.ts';
import { partyOf, referenceOf, referenceWith, type Party, type Reference } from './parties.ts';
import type { X12Segment } from './segment.ts';

/** A party of an 837 with what follows its NM1. */
export type ClaimParty = Party & {
  addressLines: string[];
  city: string;
  state: string;
  postalCode: string;
  /** DMG02. */
  birthDate: string | undefined;
  /** DMG03: `F`, `M` or `U`. */
  sex: string;
  /** PRV03 under PXC or ZZ. */
  taxonomy: string;
  references: Reference[];
};

/** The NPI of a party, empty when the claim names another kind of number. */
export function npiOf(party: ClaimParty | undefined): string {
  return party?.idQualifier === 'XX' ? party.id : '';
}

/** The tax id of a party: REF*EI or REF*SY, in 4010 also NM109 under 24 or 34. */
export function taxIdOf(party: ClaimParty | undefined): string {
  if (party === undefined) return '';
  if (party.idQualifier === '24' || party.idQualifier === '34') return party.id;
  return referenceWith(party.references, 'EI') ?? referenceWith(party.references, 'SY') ?? '';
}

/** Starts a party from its NM1. */
export function openParty(nm1: X12Segment): ClaimParty {
  return {
    ...partyOf(nm1),
    addressLines: [],
    city: '',
    state: '',
    postalCode: '',
    birthDate: undefined,
    sex: '',
    taxonomy: '',
    references: [],
  };
}

/** Adds a segment that follows an NM1 to its party. */
export function readIntoParty(segment: X12Segment, party: ClaimParty, values: ElementValues): void {
  switch (segment.id) {
    case 'N3':
      party.addressLines = [values.text(segment, 1), values.text(segment, 2)].filter((line) => line !== '');
      return;
    case 'N4':
      party.city = values.text(segment, 1);
      party.state = values.text(segment, 2);
      party.postalCode = values.text(segment, 3);
      return;
    case 'DMG':
      party.birthDate = values.date(segment, 2);
      party.sex = values.text(segment, 3);
      return;
    case 'PRV':
      party.taxonomy = values.text(segment, 3);
      return;
    case 'REF':
      party.references.push(referenceOf(segment));
      return;
  }
}

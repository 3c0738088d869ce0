import type { Chance } from './chance.ts';

const LAST =
  'ALDER BRANDT CASTILLO DUNHAM EKLUND FARROW GIBBS HASKELL IBARRA JANSEN KOWAL LINDQUIST MARLOWE NAKANO OAKES PRUITT QUILL ROSARIO SATO TREMBLAY UNGER VALDEZ WEXLER YOUNGBLOOD ZIMMER'.split(
    ' ',
  );
const FIRST_F = 'ADA BEATRIZ CELESTE DORIS ELENA FIONA GRETA HANNA INES JUNE KEIKO LORNA MAYA NADIA OPAL'.split(' ');
const FIRST_M = 'AMOS BRUNO CALEB DARIUS EMIL FELIX GUS HUGO IVAN JONAS KENJI LARS MILO NOEL OTIS'.split(' ');

/** A person nobody is. */
export interface SamplePatient {
  last: string;
  first: string;
  sex: 'F' | 'M';
  birthDate: string;
  memberId: string;
  street: string;
  /** Medical record number. */
  mrn: string;
  payerIndex: number;
}

/** Makes a patient with a plan at one of the hospital's payers. */
export function aPatient(chance: Chance, payerIndex: number, mrn: string): SamplePatient {
  const sex = chance.is(0.54) ? 'F' : 'M';
  const year = payerIndex === 1 ? chance.int(1936, 1960) : chance.int(1948, 2019);
  return {
    last: chance.pick(LAST),
    first: chance.pick(sex === 'F' ? FIRST_F : FIRST_M),
    sex,
    birthDate: `${year}-${String(chance.int(1, 12)).padStart(2, '0')}-${String(chance.int(1, 28)).padStart(2, '0')}`,
    memberId: `${chance.pick(['W', 'K', 'T', 'R'])}${chance.digits(8)}`,
    street: `${chance.int(10, 990)} ${chance.pick(['ORCHARD', 'MILL', 'FERRY', 'QUARRY', 'LINDEN'])} ST`,
    mrn,
    payerIndex,
  };
}

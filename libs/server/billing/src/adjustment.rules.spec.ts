import { carcWords, rarcWords } from './adjustment-words.ts';
import { deniesClaim, effectOfAdjustment, groupOf, isDenial } from './adjustment.rules.ts';
import { CARC_WORDS } from './carc-words.ts';
import { RARC_WORDS } from './rarc-words.ts';

/** Domain 4, first column to last: what each row of the table calls a denial. */
const DENYING =
  '16 226 227 252 31 140 206 207 208 22 26 27 109 24 15 197 198 243 39 288 4 11 97 181 182 199 231 234 236 B15 6 7 9 10 146 ' +
  '50 54 55 56 58 150 152 167 249 96 119 149 204 35 49 273 29 18 A8 186';

describe('what an adjustment means', () => {
  it.each([
    'CO-45',
    'CO-253',
    'CO-131',
    'CO-104',
    'OA-23',
    'PR-1',
    'PR-2',
    'PR-3',
    'PI-104',
    'CO-42',
    'CO-A2',
    'OA-94',
    'CO-144',
  ])('%s is no denial', (code) => {
    const [group = '', carc = ''] = code.split('-');
    expect(isDenial(group, carc)).toBe(false);
  });

  it.each(DENYING.split(' '))('CO-%s, OA and PI are denials, PR is the patient’s', (carc) => {
    expect(['CO', 'OA', 'PI'].map((group) => isDenial(group, carc))).toEqual([true, true, true]);
    expect(effectOfAdjustment('PR', carc)).toBe('patient');
  });

  it('denies by a code it has never heard of', () => {
    expect(isDenial('CO', '999')).toBe(true);
  });

  it('gives a deductible back to the patient even where a reversal says CR', () => {
    expect(effectOfAdjustment('CR', '1')).toBe('patient');
    expect(effectOfAdjustment('CO', '1')).toBe('contractual');
  });

  it('counts a denial only where something was refused: an amount above zero, on a claim that was decided', () => {
    expect(deniesClaim('1', 'CO', '197', 1)).toBe(true);
    expect(deniesClaim('4', 'CO', '197', 0)).toBe(false);
    expect(deniesClaim('1', 'CO', '197', -500)).toBe(false);
    expect(deniesClaim('22', 'CO', '197', 500)).toBe(false);
    expect(deniesClaim('25', 'CO', '197', 500)).toBe(false);
  });

  it('keeps the money of a group it does not know, as other', () => {
    expect(['CO', 'PR', 'OA', 'PI', 'CR', 'XX', ''].map(groupOf)).toEqual(['CO', 'PR', 'OA', 'PI', 'CR', 'OA', 'OA']);
  });
});

describe('our words for codes', () => {
  it('has some for every code of the domain table and the corpus', () => {
    const codes = `${DENYING} 45 253 131 104 23 1 2 3 144 42 A2 94 101 32 141 251`.split(' ');
    expect(codes.filter((code) => !(code in CARC_WORDS))).toEqual([]);
    expect(
      ['MA02', 'MA92', 'N206', 'N30', 'N142', 'MA130', 'N386', 'N115'].filter((code) => !(code in RARC_WORDS)),
    ).toEqual([]);
  });

  it('stays short enough for a chip, and says the code where it knows none', () => {
    expect([...Object.values(CARC_WORDS), ...Object.values(RARC_WORDS)].filter((words) => words.length > 45)).toEqual(
      [],
    );
    expect([carcWords('197'), carcWords('999'), rarcWords('N999')]).toEqual([
      'No prior authorization',
      'Code 999',
      'Code N999',
    ]);
  });
});

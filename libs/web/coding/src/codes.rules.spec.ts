import type { EncounterCode } from '@caseboard/contracts';
import {
  codeWords,
  diagnosesOf,
  draftOf,
  isSameList,
  linesOf,
  modifiersIn,
  pointersIn,
  pointerWords,
  withAdded,
  withMoved,
  withoutCode,
} from './code-draft.rules.ts';
import { chosen, isUnsaved, openCodes, overNewer } from './saved-codes.rules.ts';

const dx = (ordinal: number, code: string): EncounterCode => ({
  ordinal,
  system: 'icd-10-cm',
  code,
  words: code,
  poa: 'Y',
  modifiers: [],
  units: 1,
  pointers: [],
  servedOn: null,
});
const px = (ordinal: number, code: string, pointers: number[]): EncounterCode => ({
  ...dx(ordinal, code),
  system: 'cpt',
  poa: null,
  pointers,
});
const record = [dx(1, 'I10'), dx(2, 'E11.9'), px(3, '99213', [2])];
const codesIn = (lines: readonly { code: string }[]) => lines.map(({ code }) => code);

describe('the list of codes', () => {
  it('goes back as it came', () => {
    expect(linesOf(draftOf(record))).toEqual(record.map(({ ordinal: _, words: __, ...line }) => line));
  });

  it('lets pointers follow a diagnosis that is resequenced', () => {
    const draft = draftOf(record);
    const moved = withMoved(draft, draft[1]?.key ?? '', -1);
    expect(codesIn(linesOf(moved))).toEqual(['E11.9', 'I10', '99213']);
    expect(linesOf(moved)[2]?.pointers).toEqual([1]);
    expect(withMoved(moved, draft[1]?.key ?? '', -1)).toEqual(moved);
  });

  it('forgets pointers to a diagnosis that is taken out', () => {
    const draft = draftOf(record);
    const left = linesOf(withoutCode(draft, draft[1]?.key ?? ''));
    expect(left.map(({ code, pointers }) => [code, pointers])).toEqual([
      ['I10', []],
      ['99213', []],
    ]);
  });

  it('counts a diagnosis of a stay as present on admission, and points a service to the first diagnosis', () => {
    const stay = { isInpatient: true, servedOn: '2026-11-15' };
    const one = withAdded([], { system: 'icd-10-cm', code: 'J18.9', words: '' }, stay);
    const two = withAdded(one, { system: 'icd-10-cm', code: 'Z79.4', words: '', isPoaExempt: true }, stay);
    const all = linesOf(withAdded(two, { system: 'cpt', code: '99223', words: '' }, stay));
    expect(all.map(({ poa }) => poa)).toEqual(['Y', null, null]);
    expect(all[2]).toMatchObject({ pointers: [1], servedOn: '2026-11-15' });
    const visit = withAdded([], { system: 'icd-10-cm', code: 'J18.9', words: '' }, { ...stay, isInpatient: false });
    expect(linesOf(visit)[0]?.poa).toBeNull();
  });

  it('is the same with and without the point, and shows it', () => {
    expect(isSameList(draftOf([dx(1, 'E119')]), draftOf([dx(1, 'E11.9')]))).toBe(true);
    expect(codeWords({ system: 'icd-10-cm', code: 'E119' })).toBe('E11.9');
    expect(codeWords({ system: 'icd-10-cm', code: 'I10' })).toBe('I10');
    expect(codeWords({ system: 'cpt', code: '99213' })).toBe('99213');
  });

  it('reads modifiers and pointers as they are typed, and refuses what is none', () => {
    const draft = draftOf(record);
    const diagnoses = diagnosesOf(draft);
    expect(draft.map((code) => pointerWords(code, diagnoses))).toEqual(['', '', '2']);
    expect(modifiersIn('25, rt')).toEqual(['25', 'RT']);
    expect(modifiersIn('255')).toBeUndefined();
    expect(modifiersIn('25 26 59 RT LT')).toBeUndefined();
    const both = pointersIn('2 1', diagnoses) ?? [];
    expect(both.map((key) => diagnoses.findIndex((each) => each.key === key))).toEqual([1, 0]);
    expect(pointersIn('3', diagnoses)).toBeUndefined();
    expect(pointersIn('1 1', diagnoses)).toBeUndefined();
  });
});

describe('codes that two people change', () => {
  const mineAdded = () => {
    const held = openCodes(record, 4);
    return { ...held, mine: withoutCode(held.mine, held.mine[2]?.key ?? '') };
  };

  it('takes over what others saved while nothing of mine is unsaved', () => {
    const next = overNewer(openCodes(record, 4), [dx(1, 'I10')], 5);
    expect(codesIn(next.mine)).toEqual(['I10']);
    expect(isUnsaved(next)).toBe(false);
  });

  it('keeps mine over a newer version of the case whose codes nobody changed', () => {
    const next = overNewer(mineAdded(), record, 5);
    expect(next).toMatchObject({ version: 5, theirs: undefined });
    expect(codesIn(next.mine)).toEqual(['I10', 'E11.9']);
    expect(isUnsaved(next)).toBe(true);
  });

  it('asks when both changed the list, and does as it is told', () => {
    const asked = overNewer(mineAdded(), [dx(1, 'I11.0')], 5);
    expect(codesIn(asked.theirs ?? [])).toEqual(['I11.0']);
    expect(codesIn(asked.mine)).toEqual(['I10', 'E11.9']);
    expect(isUnsaved(chosen(asked, 'mine'))).toBe(true);
    expect(codesIn(chosen(asked, 'theirs').mine)).toEqual(['I11.0']);
  });

  it('knows its own save when its frame is here before the answer, and keeps the rows', () => {
    const held = mineAdded();
    const next = overNewer(held, [dx(1, 'I10'), dx(2, 'E11.9')], 5);
    expect(next.theirs).toBeUndefined();
    expect(isUnsaved(next)).toBe(false);
    expect(next.seen.map(({ key }) => key)).toEqual(held.mine.map(({ key }) => key));
  });
});

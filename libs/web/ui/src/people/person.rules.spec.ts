import { initialsOf, spokenName, tintOf } from './person.rules.ts';

describe('a person on a screen', () => {
  it('shows first and last initial and leaves titles out', () => {
    expect(initialsOf('Dr. Marcus Bell')).toBe('MB');
    expect(initialsOf('Ana Maria Ruiz')).toBe('AR');
    expect(initialsOf('lakeside')).toBe('LA');
  });

  it('keeps its tint for the same id and stays within the eight', () => {
    const tints = Array.from({ length: 200 }, (_, n) => tintOf(`0192-${n}`));
    expect(tintOf('0192-7')).toBe(tintOf('0192-7'));
    expect(Math.min(...tints)).toBe(1);
    expect(Math.max(...tints)).toBe(8);
  });

  it('is spoken with what they are doing', () => {
    expect(spokenName({ id: '1', name: 'Ben Okafor' }, 'editing')).toBe('Ben Okafor, editing');
    expect(spokenName({ id: '1', name: 'Ben Okafor' })).toBe('Ben Okafor');
  });
});

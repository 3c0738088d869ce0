import { findCommands, fitOf, type Command } from './palette.rules.ts';

const command = (label: string, words = ''): Command => ({
  id: label,
  label,
  group: 'Go',
  words,
  run: () => undefined,
});
const commands = [
  command('My work'),
  command('Denials', 'board'),
  command('Denial rate report'),
  command('Imports', 'upload file'),
];
const found = (typed: string) => findCommands(commands, typed).map(({ label }) => label);

describe('the palette', () => {
  it('shows the first commands while nothing is typed', () => {
    expect(found('')).toHaveLength(4);
    expect(findCommands(commands, '', 2)).toHaveLength(2);
  });

  it('puts what begins with the text before what only contains its letters', () => {
    expect(found('den')).toEqual(['Denials', 'Denial rate report']);
    expect(found('rep')).toEqual(['Denial rate report']);
    expect(found('mwk')).toEqual(['My work']);
  });

  it('finds by further words and leaves out what does not fit', () => {
    expect(found('upload')).toEqual(['Imports']);
    expect(found('zzz')).toEqual([]);
    expect(fitOf(command('Queries'), 'qx')).toBe(0);
  });
});

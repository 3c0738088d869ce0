import { findCommands, fitOf, linesOf, stateWords, type Command } from './palette.rules.ts';

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

  const hit: Command = { ...command('Ruth Denver'), number: 'CLM-000007', group: 'Claims' };
  const lines = (typed: string, found: Command[] = [hit], recent: Command[] = []) =>
    linesOf({ commands, found, recent, typed }).map(({ label }) => label);

  it('keeps places a word of which begins with the text before what was looked up, loose ones after', () => {
    expect(lines('den')).toEqual(['Denials', 'Denial rate report', 'Ruth Denver']);
    expect(lines('mwk')).toEqual(['Ruth Denver', 'My work']);
  });

  it('offers what was opened lately while nothing is typed', () => {
    expect(lines('', [], [hit])[0]).toBe('Ruth Denver');
  });

  it('says where looking up stands when the lines do not', () => {
    expect(stateWords('searching', 'ruth', 0, 0)).toBe('Searching');
    expect(stateWords('failed', 'ruth', 0, 3)).toContain('could not be reached');
    expect(stateWords('ready', 'ruth', 1, 1)).toBeUndefined();
    expect(stateWords('ready', 'ruth', 0, 0)).toContain('Nothing of yours');
    expect(stateWords('short', 'z', 0, 0)).toContain('two letters');
    expect(stateWords('short', '', 0, 0)).toBeUndefined();
  });
});

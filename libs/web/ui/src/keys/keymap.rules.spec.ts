import { KeySequences } from './key-sequences.ts';
import { answerTo, isTyping, strokeOf, type KeyBinding, type Press } from './keymap.rules.ts';

const press = (key: string, held: Partial<Press> = {}): Press => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});
const binding = (keys: string): KeyBinding => ({ keys, run: () => undefined });
const bindings = ['j', 'd', '?', 'mod+k', 'shift+e', 'g d', 'g w'].map(binding);

describe('a key stroke', () => {
  it('is the same on Windows and Mac and ignores caps lock', () => {
    expect(strokeOf(press('k', { ctrlKey: true }))).toBe('mod+k');
    expect(strokeOf(press('K', { metaKey: true }))).toBe('mod+k');
    expect(strokeOf(press('J'))).toBe('j');
  });

  it('names Shift with letters and named keys, not where it makes the character', () => {
    expect(strokeOf(press('E', { shiftKey: true }))).toBe('shift+e');
    expect(strokeOf(press('?', { shiftKey: true }))).toBe('?');
    expect(strokeOf(press('Enter', { shiftKey: true }))).toBe('shift+Enter');
  });
});

describe('what a stroke does', () => {
  it('runs the sequence when its first key came before, else the single key', () => {
    expect(answerTo(bindings, 'g', 'd').run?.keys).toBe('g d');
    expect(answerTo(bindings, null, 'd').run?.keys).toBe('d');
    expect(answerTo(bindings, null, 'g')).toEqual({ starts: 'g' });
    expect(answerTo(bindings, 'g', 'x')).toEqual({});
  });

  it('leaves the second key of a sequence to the keymap that has it', () => {
    const workspace = ['d', 'j', 'x'].map(binding);
    const all = [...bindings, ...workspace];
    expect(answerTo(workspace, 'g', 'd', all)).toEqual({});
    expect(answerTo(bindings, 'g', 'd', all).run?.keys).toBe('g d');
    expect(answerTo(workspace, 'g', 'x', all).run?.keys).toBe('x');
    expect(answerTo(workspace, null, 'd', all).run?.keys).toBe('d');
  });

  it('is nothing while a person types, but a checkbox is not typing', () => {
    expect(isTyping({ tagName: 'INPUT', type: 'text' })).toBe(true);
    expect(isTyping({ tagName: 'DIV', isContentEditable: true })).toBe(true);
    expect(isTyping({ tagName: 'INPUT', type: 'checkbox' })).toBe(false);
    expect(isTyping(null)).toBe(false);
  });
});

describe('the keymaps of one page', () => {
  const at = (timeStamp: number) => ({ timeStamp });

  it('all hear which sequence was begun, whichever of them began it, and only at the next key', () => {
    const sequences = new KeySequences();
    const [first, second, third] = [at(100), at(400), at(500)];
    expect([sequences.beforeOf(first), sequences.beforeOf(first)]).toEqual([null, null]);
    sequences.begin(first, 'g');
    expect([sequences.beforeOf(first), sequences.beforeOf(second), sequences.beforeOf(second)]).toEqual([
      null,
      'g',
      'g',
    ]);
    expect(sequences.beforeOf(third)).toBeNull();
  });

  it('forget a sequence that was not gone on with within a second', () => {
    const sequences = new KeySequences();
    sequences.beforeOf(at(100));
    sequences.begin(at(100), 'g');
    expect(sequences.beforeOf(at(1200))).toBeNull();
  });

  it('know the keys of those that are there now', () => {
    const sequences = new KeySequences();
    let own = [binding('d')];
    const leave = sequences.join(() => own);
    own = [binding('x')];
    expect(sequences.all.map(({ keys }) => keys)).toEqual(['x']);
    leave();
    expect(sequences.all).toEqual([]);
  });
});

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

  it('is nothing while a person types, but a checkbox is not typing', () => {
    expect(isTyping({ tagName: 'INPUT', type: 'text' })).toBe(true);
    expect(isTyping({ tagName: 'DIV', isContentEditable: true })).toBe(true);
    expect(isTyping({ tagName: 'INPUT', type: 'checkbox' })).toBe(false);
    expect(isTyping(null)).toBe(false);
  });
});

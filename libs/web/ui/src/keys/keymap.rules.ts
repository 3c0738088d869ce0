/** A key the page listens to. `mod` is Ctrl, or Command on a Mac; two keys in a row are written `g w`. */
export type KeyBinding = {
  /** `j`, `?`, `shift+e`, `mod+k`, `Escape`, `g w`. */
  keys: string;
  run: () => void;
  /** Also while the person types: for `mod+Enter` and the palette only. */
  evenWhileTyping?: boolean;
  /** Also while a dialog is open: for the keys of the dialog's own acts. */
  inDialog?: boolean;
  /** Listed in the sheet but without effect now. */
  isOff?: boolean;
};

/** The parts of a keyboard event that decide. */
export type Press = { key: string; shiftKey: boolean; ctrlKey: boolean; metaKey: boolean; altKey: boolean };

/** An event as a stroke: `mod+k`, `shift+e`, `?`. Shift is left out where it only makes the character. */
export function strokeOf(press: Press): string {
  const isLetter = /^[a-z]$/i.test(press.key);
  const isNamed = press.key.length > 1;
  const parts = [
    press.ctrlKey || press.metaKey ? 'mod' : '',
    press.altKey ? 'alt' : '',
    press.shiftKey && (isLetter || isNamed) ? 'shift' : '',
    isLetter ? press.key.toLowerCase() : press.key,
  ];
  return parts.filter((part) => part !== '').join('+');
}

/** Whether the key belongs to a field the person writes in. */
export function isTyping(target: { tagName?: string; type?: string; isContentEditable?: boolean } | null): boolean {
  if (target === null) return false;
  if (target.isContentEditable === true || target.tagName === 'TEXTAREA' || target.tagName === 'SELECT') return true;
  return (
    target.tagName === 'INPUT' && !['checkbox', 'radio', 'button', 'submit', 'file'].includes(target.type ?? 'text')
  );
}

/**
 * What a stroke leads to, given the one before it: a binding to run, or the beginning of a sequence. `all` are the
 * bindings of the whole page: a sequence that another keymap has is not heard as its single second key.
 */
export function answerTo(
  bindings: readonly KeyBinding[],
  before: string | null,
  stroke: string,
  all: readonly KeyBinding[] = bindings,
): { run?: KeyBinding; starts?: string } {
  const single = bindings.find((binding) => binding.keys === stroke);
  const sequence = before === null ? undefined : all.find((binding) => binding.keys === `${before} ${stroke}`);
  const found = sequence ? bindings.find((binding) => binding.keys === sequence.keys) : single;
  if (found !== undefined) return { run: found };
  if (sequence !== undefined) return {};
  return bindings.some((binding) => binding.keys.startsWith(`${stroke} `)) ? { starts: stroke } : {};
}

import type { IconType } from '../shell/nav.types.ts';

/** A line of the palette: a place, an item or a command. */
export type Command = {
  id: string;
  label: string;
  /** Heading it stands under; this page's own commands come first. */
  group: string;
  icon?: IconType;
  /** The key that does the same, shown at its right. */
  keys?: string;
  /** Further words it is found by. */
  words?: string;
  /** Human number before the label: `CLM-000123`. */
  number?: string;
  /** What tells two of the same name apart, at the right. */
  detail?: string;
  run: () => void;
};

/** How far looking things up is for the text typed last; `short`: too short to look up. */
export type LookUpState = 'short' | 'searching' | 'ready' | 'failed';

const startsWord = (text: string, typed: string) => text.split(/[\s-]+/).some((word) => word.startsWith(typed));

/** How well a command fits: 3 begins with it, 2 a word begins with it, 1 has its letters in order, 0 not at all. */
export function fitOf(command: Command, typed: string): number {
  const wanted = typed.trim().toLowerCase();
  const text = `${command.label} ${command.words ?? ''}`.toLowerCase();
  if (text.startsWith(wanted)) return 3;
  if (startsWord(text, wanted)) return 2;
  let from = 0;
  for (const letter of wanted.replace(/\s+/g, '')) {
    from = text.indexOf(letter, from) + 1;
    if (from === 0) return 0;
  }
  return 1;
}

const fitting = (commands: readonly Command[], typed: string) =>
  commands
    .map((command) => ({ command, fit: fitOf(command, typed) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit);

/** The commands that fit, best first, the given order kept among equals; at most `most`. */
export function findCommands(commands: readonly Command[], typed: string, most = 12): Command[] {
  if (typed.trim() === '') return commands.slice(0, most);
  return fitting(commands, typed)
    .slice(0, most)
    .map(({ command }) => command);
}

/** With hits beside them, commands are few: what begins with the text goes first, mere letters in order go last. */
const MOST_BESIDE_HITS = 5;

/**
 * Every line of the palette. Nothing typed: what was opened lately, then commands. Else places and acts a word of
 * which begins with the text, then what was looked up, then commands that only have its letters.
 */
export function linesOf(of: {
  commands: readonly Command[];
  found: readonly Command[];
  recent: readonly Command[];
  typed: string;
}): Command[] {
  const { commands, found, recent, typed } = of;
  if (typed.trim() === '') return [...recent, ...findCommands(commands, typed)];
  const fits = fitting(commands, typed);
  const near = fits.filter(({ fit }) => fit > 1).slice(0, found.length > 0 ? MOST_BESIDE_HITS : 12);
  const far = fits.filter(({ fit }) => fit === 1).slice(0, found.length > 0 ? MOST_BESIDE_HITS : 12 - near.length);
  return [...near.map(({ command }) => command), ...found, ...far.map(({ command }) => command)];
}

/** The words under the lines; undefined when the lines speak for themselves. */
export function stateWords(state: LookUpState, typed: string, found: number, lines: number): string | undefined {
  if (state === 'searching') return 'Searching';
  if (state === 'failed') return 'Search could not be reached. Places and commands still work.';
  if (typed.trim() === '' || lines > 0) return undefined;
  if (state === 'short') return 'Nothing by that name. Type two letters to search records.';
  return found === 0 ? 'Nothing of yours to see by that name or number' : undefined;
}

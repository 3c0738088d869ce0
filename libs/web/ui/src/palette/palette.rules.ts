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
  run: () => void;
};

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

/** The commands that fit, best first, the given order kept among equals; at most `most`. */
export function findCommands(commands: readonly Command[], typed: string, most = 12): Command[] {
  if (typed.trim() === '') return commands.slice(0, most);
  return commands
    .map((command) => ({ command, fit: fitOf(command, typed) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit)
    .slice(0, most)
    .map(({ command }) => command);
}

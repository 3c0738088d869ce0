import type { SearchHit } from '@caseboard/contracts';
import { CommandPalette, type Command } from '@caseboard/web/ui';
import { commandsOfHits } from './found-commands.ts';
import { useSearch } from './use-search.ts';

/** Props of `Palette`. */
export type PaletteProps = {
  isOpen: boolean;
  onClose: () => void;
  commands: readonly Command[];
  go: (href: string) => void;
};

/** The palette with the server's search in it: places and acts, and every record this person may see. */
export function Palette({ isOpen, onClose, commands, go }: PaletteProps) {
  const search = useSearch();
  const open = (hit: SearchHit) => {
    search.remember(hit);
    go(hit.href);
  };
  return (
    <CommandPalette
      isOpen={isOpen}
      onClose={onClose}
      commands={commands}
      onType={search.type}
      found={commandsOfHits(search.hits, open)}
      state={search.state}
      recent={commandsOfHits(search.recent, open, 'Opened lately')}
    />
  );
}

import { Modal } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { Fragment, useId, useState, type KeyboardEvent } from 'react';
import { Combo } from '../keys/shortcut-sheet.tsx';
import { findCommands, type Command } from './palette.rules.ts';

/** Props of `CommandPalette`. */
export type CommandPaletteProps = {
  isOpen: boolean;
  onClose: () => void;
  /** Context first: the page's own commands, then places, then the rest. */
  commands: readonly Command[];
  /** Called while typing, so that a page can look up items and add them to `commands`. */
  onType?: ((typed: string) => void) | undefined;
};

/** Search or run a command (Ctrl+K): arrows choose, Enter runs, the key of each command stands beside it. */
export function CommandPalette({ isOpen, onClose, commands, onType }: CommandPaletteProps) {
  return (
    <Modal.Root opened={isOpen} onClose={onClose} size={560} yOffset="12vh">
      <Modal.Overlay backgroundOpacity={0.28} blur={0} />
      <Modal.Content aria-label="Search or run a command">
        <Modal.Body p={0}>
          <PaletteBody onClose={onClose} commands={commands} onType={onType} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function PaletteBody({ onClose, commands, onType }: Omit<CommandPaletteProps, 'isOpen'>) {
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const lines = findCommands(commands, typed);
  const active = Math.min(chosen, lines.length - 1);
  const type = (text: string) => {
    setTyped(text);
    setChosen(0);
    onType?.(text);
  };
  const run = (command: Command | undefined) => {
    if (command === undefined) return;
    onClose();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setChosen((active + 1) % Math.max(1, lines.length));
    else if (event.key === 'ArrowUp') setChosen((active - 1 + lines.length) % Math.max(1, lines.length));
    else if (event.key === 'Enter') run(lines[active]);
    else return;
    event.preventDefault();
  };
  return (
    <div className="cb-command">
      <div className="cb-command-search">
        <IconSearch size={16} aria-hidden="true" />
        <input
          data-autofocus
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={lines[active] === undefined ? undefined : `${listId}-${active}`}
          aria-label="Search or run a command"
          placeholder="Search or run a command"
          value={typed}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <ul id={listId} role="listbox" aria-label="Commands">
        {lines.map((command, at) => (
          <Fragment key={command.id}>
            {command.group !== lines[at - 1]?.group && (
              <li role="presentation" className="cb-command-group">
                {command.group}
              </li>
            )}
            <li
              id={`${listId}-${at}`}
              role="option"
              className="cb-command-line"
              aria-selected={at === active}
              onPointerMove={() => setChosen(at)}
              onClick={() => run(command)}
            >
              {command.icon !== undefined && <command.icon size={16} />}
              <span className="cb-cut">{command.label}</span>
              {command.keys !== undefined && (
                <span className="cb-push">
                  <Combo keys={command.keys} />
                </span>
              )}
            </li>
          </Fragment>
        ))}
      </ul>
      {lines.length === 0 && <p className="cb-command-none">Nothing by that name</p>}
    </div>
  );
}

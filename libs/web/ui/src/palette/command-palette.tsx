import { Modal } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { Fragment, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { linesOf, stateWords, type Command, type LookUpState } from './palette.rules.ts';
import { PaletteLine } from './palette-line.tsx';

/** Props of `CommandPalette`. */
export type CommandPaletteProps = {
  isOpen: boolean;
  onClose: () => void;
  /** Context first: the page's own commands, then places, then the rest. */
  commands: readonly Command[];
  /** Called while typing, so that things can be looked up; the empty text when the palette opens. */
  onType?: ((typed: string) => void) | undefined;
  /** What was looked up for the text typed last, and how far that is. */
  found?: readonly Command[];
  state?: LookUpState;
  /** What was opened lately, shown while nothing is typed. */
  recent?: readonly Command[];
};

/** Search or run a command (Ctrl+K): arrows choose, Enter runs, the key of each command stands beside it. */
export function CommandPalette({ isOpen, onClose, ...body }: CommandPaletteProps) {
  return (
    <Modal.Root opened={isOpen} onClose={onClose} size={640} yOffset="12vh" transitionProps={{ duration: 0 }}>
      <Modal.Overlay backgroundOpacity={0.28} blur={0} />
      <Modal.Content aria-label="Search or run a command">
        <Modal.Body p={0}>
          <PaletteBody onClose={onClose} {...body} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

type PaletteBodyProps = Omit<CommandPaletteProps, 'isOpen'>;

function PaletteBody({ onClose, commands, onType, found = [], state = 'short', recent = [] }: PaletteBodyProps) {
  const listId = useId();
  const list = useRef<HTMLUListElement>(null);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  useEffect(() => onType?.(''), [onType]);
  const lines = linesOf({ commands, found, recent, typed });
  const active = Math.min(chosen, lines.length - 1);
  const choose = (at: number) => {
    setChosen(at);
    list.current?.querySelectorAll('[role=option]')[at]?.scrollIntoView({ block: 'nearest' });
  };
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
    const count = Math.max(1, lines.length);
    if (event.key === 'ArrowDown') choose((active + 1) % count);
    else if (event.key === 'ArrowUp') choose((active - 1 + count) % count);
    else if (event.key === 'Enter') run(lines[active]);
    else return;
    event.preventDefault();
  };
  const words = stateWords(state, typed, found.length, lines.length);
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
          placeholder="Search records, or run a command"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <ul id={listId} ref={list} role="listbox" aria-label="Results" aria-busy={state === 'searching'}>
        {lines.map((command, at) => (
          <Fragment key={`${command.group} ${command.id}`}>
            {command.group !== lines[at - 1]?.group && (
              <li role="presentation" className="cb-command-group">
                {command.group}
              </li>
            )}
            <PaletteLine
              id={`${listId}-${at}`}
              command={command}
              isActive={at === active}
              onPoint={() => setChosen(at)}
              onRun={() => run(command)}
            />
          </Fragment>
        ))}
      </ul>
      <p className="cb-command-state" role="status" data-tone={state === 'failed' ? 'bad' : undefined} hidden={!words}>
        {words}
      </p>
    </div>
  );
}

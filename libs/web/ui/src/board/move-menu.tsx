import { IconSearch, IconUser } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { Kbd } from '../marks/kbd.tsx';
import { Face } from '../people/face.tsx';
import type { Person } from '../people/person.rules.ts';
import type { MoveTarget } from './board.types.ts';
import { moveEntries, nextPossible, stageByDigit, type MoveEntry } from './move-menu.rules.ts';

/** Props of `MoveMenu`. */
export type MoveMenuProps = {
  /** Human number of what is moved. */
  number: string;
  targets: readonly MoveTarget[];
  people?: readonly Person[];
  onMove: (stage: string) => void;
  onAssign?: ((personId: string) => void) | undefined;
  onClose: () => void;
};

const noPeople: readonly Person[] = [];

/** The equal of dragging: stages by digit, arrows or search; impossible ones listed with the reason; people to assign to. */
export function MoveMenu({ number, targets, people = noPeople, onMove, onAssign, onClose }: MoveMenuProps) {
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [isAssigning, setAssigning] = useState(false);
  const [chosen, setChosen] = useState<number | null>(null);
  const entries = moveEntries(typed, targets, onAssign === undefined ? noPeople : people, isAssigning);
  const active = chosen ?? nextPossible(entries, -1, 1);
  useEffect(() => input.current?.focus({ preventScroll: true }), []);

  const type = (text: string) => {
    setTyped(text);
    setChosen(null);
  };
  const take = (entry: MoveEntry | undefined) => {
    if (entry?.isPossible !== true) return;
    if (entry.kind === 'stage') onMove(entry.target.stage);
    else if (entry.kind === 'person') onAssign?.(entry.person.id);
    else {
      setAssigning(true);
      type('');
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const byDigit = typed === '' && !isAssigning ? stageByDigit(entries, event.key) : undefined;
    if (byDigit !== undefined) onMove(byDigit);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
      setChosen(nextPossible(entries, active, event.key === 'ArrowDown' ? 1 : -1));
    else if (event.key === 'Enter') take(entries[active]);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
  };

  return (
    <div className="cb-move">
      <div className="cb-move-search">
        <IconSearch size={14} aria-hidden="true" />
        <input
          ref={input}
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={entries[active] === undefined ? undefined : `${listId}-${entries[active].id}`}
          aria-label={isAssigning ? `Assign ${number} to` : `Move ${number} to`}
          placeholder={isAssigning ? 'Name' : 'Stage or person'}
          value={typed}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <h5>
        {isAssigning ? 'Assign' : 'Move'} {number} to
      </h5>
      <ul id={listId} role="listbox" aria-label={isAssigning ? 'People' : 'Stages'}>
        {entries.map((entry, at) => (
          <li
            key={entry.id}
            id={`${listId}-${entry.id}`}
            role="option"
            className="cb-move-line"
            aria-selected={at === active}
            aria-disabled={!entry.isPossible}
            data-kind={entry.kind}
            onPointerMove={() => entry.isPossible && setChosen(at)}
            onClick={() => take(entry)}
          >
            <EntryWords entry={entry} />
          </li>
        ))}
        {entries.length === 0 && (
          <li className="cb-move-line cb-dim" role="option" aria-selected="false" aria-disabled="true">
            Nothing by that name
          </li>
        )}
      </ul>
    </div>
  );
}

function EntryWords({ entry }: { entry: MoveEntry }) {
  if (entry.kind === 'assign')
    return (
      <>
        <IconUser size={16} aria-hidden="true" />
        Assign to…
      </>
    );
  if (entry.kind === 'person')
    return (
      <>
        <Face person={entry.person} size="sm" />
        {entry.person.name}
      </>
    );
  const { target, digit } = entry;
  const aside = target.isHere ? 'here' : target.reason;
  return (
    <>
      {target.glyph}
      {target.name}
      <span className="cb-push cb-line cb-small">
        {aside !== undefined && <span className="cb-dim">{aside}</span>}
        {aside === undefined && target.note !== undefined && <span className="cb-warn">{target.note}</span>}
        {aside === undefined && <Kbd>{digit}</Kbd>}
      </span>
    </>
  );
}

import { useId, useState, type KeyboardEvent, type Ref } from 'react';
import { Kbd } from '../marks/kbd.tsx';

/** A code that can be chosen. */
export type CodeChoice = {
  id: string;
  code: string;
  words: string;
  /** A second line: `on the problem list`. */
  note?: string;
  /** Why it cannot be chosen: a heading, not billable. */
  offReason?: string;
};

/** Props of `CodeSearch`. */
export type CodeSearchProps = {
  label: string;
  placeholder: string;
  /** The key that leads here, as shown. */
  shortcut: string;
  typed: string;
  onType: (typed: string) => void;
  choices: readonly CodeChoice[];
  onPick: (id: string) => void;
  /** What stands at the end of the field: `valid on 19 Nov 2026`. */
  aside?: string;
  /** Said under the field when nothing is found. */
  empty?: string | undefined;
  inputRef?: Ref<HTMLInputElement>;
};

/** Finds a code while typing: arrows choose, Enter adds and stays for the next one, Escape shuts the list. */
export function CodeSearch(props: CodeSearchProps) {
  const { label, typed, choices, onPick, onType, empty } = props;
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const active = Math.min(at, choices.length - 1);
  const pick = (choice: CodeChoice | undefined) => {
    if (!choice || choice.offReason !== undefined) return;
    onPick(choice.id);
    setAt(0);
  };
  const keys: Record<string, () => void> = {
    ArrowDown: () => setAt(Math.min(active + 1, choices.length - 1)),
    ArrowUp: () => setAt(Math.max(active - 1, 0)),
    Enter: () => pick(choices[active]),
    Escape: () => setOpen(false),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const run = keys[event.key];
    if (!run || event.altKey || (event.key === 'Escape' && !isOpen)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key !== 'Escape') setOpen(true);
    run();
  };
  const isShown = isOpen && (choices.length > 0 || empty !== undefined);
  return (
    <div className="cb-code-search">
      <input
        ref={props.inputRef}
        role="combobox"
        aria-label={label}
        aria-expanded={isShown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isShown && choices[active] ? `${id}-${active}` : undefined}
        aria-keyshortcuts={props.shortcut}
        placeholder={props.placeholder}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setOpen(true);
          setAt(0);
          onType(event.currentTarget.value);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <span className="cb-code-search-aside">
        {props.aside} <Kbd>{props.shortcut}</Kbd>
      </span>
      {isShown && (
        <div className="cb-code-list">
          <ul role="listbox" id={`${id}-list`} aria-label={`${label}: what was found`}>
            {choices.map((choice, index) => (
              <li
                key={choice.id}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === active}
                aria-disabled={choice.offReason !== undefined || undefined}
                onMouseDown={(event) => event.preventDefault()}
                onMouseMove={() => setAt(index)}
                onClick={() => pick(choice)}
              >
                <code>{choice.code}</code>
                <span>
                  {choice.words}
                  {choice.note !== undefined && <small>{choice.note}</small>}
                </span>
                <span className="cb-tiny cb-dim">{choice.offReason ?? (index === active ? 'Enter adds' : '')}</span>
              </li>
            ))}
          </ul>
          {choices.length === 0 && <p role="status">{empty}</p>}
        </div>
      )}
    </div>
  );
}

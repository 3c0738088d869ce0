import { useId, useState, type KeyboardEvent, type Ref } from 'react';
import { Face } from '../people/face.tsx';
import type { Person } from '../people/person.rules.ts';
import { askedMention, peopleNamed, withMention, type AskedMention } from './mention.rules.ts';

/** Props of `MentionField`. */
export type MentionFieldProps = {
  label: string;
  body: string;
  onBody: (body: string) => void;
  people: readonly Person[];
  /** Ctrl or Command with Enter. */
  onSend: () => void;
  fieldRef: Ref<HTMLTextAreaElement>;
};

/** A field for words in which `@` offers names: arrows choose, Enter or Tab takes, Escape leaves. */
export function MentionField({ label, body, onBody, people, onSend, fieldRef }: MentionFieldProps) {
  const listId = useId();
  const [asked, setAsked] = useState<AskedMention>();
  const [chosen, setChosen] = useState(0);
  const offered = asked === undefined ? [] : peopleNamed(people, asked.text);
  const isOpen = offered.length > 0;

  const look = (field: HTMLTextAreaElement) => {
    setAsked(askedMention(field.value, field.selectionStart));
    setChosen(0);
  };
  const take = (person: Person | undefined, field: HTMLTextAreaElement | null) => {
    if (!person || !asked) return;
    const next = withMention(body, asked, person);
    onBody(next.body);
    setAsked(undefined);
    requestAnimationFrame(() => field?.setSelectionRange(next.caret, next.caret));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSend();
      return;
    }
    if (!isOpen) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined && !['Enter', 'Tab', 'Escape'].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (step !== undefined) setChosen((chosen + step + offered.length) % offered.length);
    else if (event.key === 'Escape') setAsked(undefined);
    else take(offered[chosen], event.currentTarget);
  };

  return (
    <div className="cb-mention">
      <textarea
        ref={fieldRef}
        aria-label={label}
        data-mantine-stop-propagation={isOpen || undefined}
        aria-autocomplete="list"
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen ? `${listId}-${chosen}` : undefined}
        rows={2}
        maxLength={4000}
        value={body}
        onChange={(event) => {
          onBody(event.currentTarget.value);
          look(event.currentTarget);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setAsked(undefined)}
      />
      {isOpen && (
        <ul className="cb-mention-list" id={listId} role="listbox" aria-label="People">
          {offered.map((person, at) => (
            <li
              key={person.id}
              id={`${listId}-${at}`}
              role="option"
              aria-selected={at === chosen}
              onMouseDown={(event) => {
                event.preventDefault();
                take(person, event.currentTarget.closest('.cb-mention')?.querySelector('textarea') ?? null);
              }}
            >
              <Face person={person} size="sm" />
              {person.name}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

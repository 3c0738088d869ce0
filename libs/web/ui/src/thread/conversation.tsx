import { IconCheck, IconPaperclip } from '@tabler/icons-react';
import { Fragment, type ReactNode, type Ref } from 'react';
import { Face } from '../people/face.tsx';
import type { Person } from '../people/person.rules.ts';

/** A file of a message; a plain click saves it. */
export type EntryFile = { id: string; name: string; about: string; href: string };

/** One entry of a conversation. `event` is something that happened to it, in words. */
export type ConversationEntry = {
  id: string;
  kind: 'message' | 'answer' | 'addendum' | 'event';
  author: Person;
  /** What the author is here: `Biller`. */
  role?: string | undefined;
  time: string;
  dateTime: string;
  /** The day that begins with this entry. */
  day?: string | undefined;
  body: ReactNode;
  files: readonly EntryFile[];
  /** Who has read to here and no further. */
  readBy: readonly Person[];
};

/** Props of `Conversation`. */
export type ConversationProps = {
  entries: readonly ConversationEntry[];
  /** The first entry that is new to this person; the "New" line stands before it. */
  firstNewId?: string | undefined;
  typing?: readonly Person[];
  /** Asks for the entries before the first one. */
  onEarlier?: (() => void) | undefined;
  label: string;
  /** Stands below the newest entry, so that the page knows when it is seen. */
  endRef?: Ref<HTMLDivElement>;
};

/** A conversation, newest at the bottom, with its days, who has read how far, and where the new begins. */
export function Conversation({ entries, firstNewId, typing = [], onEarlier, label, endRef }: ConversationProps) {
  return (
    <div className="cb-thread" role="log" aria-label={label} tabIndex={0}>
      {onEarlier !== undefined && (
        <button type="button" className="cb-text-button cb-thread-earlier" onClick={onEarlier}>
          Earlier messages
        </button>
      )}
      {entries.map((entry) => (
        <Fragment key={entry.id}>
          {entry.day !== undefined && (
            <div className="cb-thread-day" role="separator" aria-label={entry.day}>
              {entry.day}
            </div>
          )}
          {entry.id === firstNewId && (
            <div className="cb-thread-new" role="separator" aria-label="New">
              New
            </div>
          )}
          <Entry entry={entry} />
        </Fragment>
      ))}
      <p className="cb-thread-typing">{typingWords(typing)}</p>
      <div ref={endRef} aria-hidden="true" />
    </div>
  );
}

const KIND_WORDS = { answer: 'Answer', addendum: 'Addendum' } as const;

function Entry({ entry }: { entry: ConversationEntry }) {
  const { kind, author, role, time, dateTime, body } = entry;
  const isPlain = kind === 'message' || kind === 'event';
  return (
    <article className="cb-message" data-kind={kind} data-entry-id={entry.id}>
      <Face person={author} />
      <div>
        <p className="cb-message-by">
          <b>{author.name}</b>
          {role !== undefined && <span>{role},</span>}
          {!isPlain && (
            <span className="cb-entry-kind">
              <IconCheck size={14} aria-hidden="true" />
              {KIND_WORDS[kind]}
            </span>
          )}
          <time dateTime={dateTime}>{time}</time>
        </p>
        <div className="cb-message-body">{body}</div>
        <Files files={entry.files} />
        <ReadBy people={entry.readBy} />
      </div>
    </article>
  );
}

function Files({ files }: { files: readonly EntryFile[] }) {
  if (files.length === 0) return null;
  return (
    <ul className="cb-message-files" aria-label="Files">
      {files.map(({ id, name, about, href }) => (
        <li key={id}>
          <a href={href} download={name}>
            <IconPaperclip size={14} aria-hidden="true" />
            <span className="cb-cut">{name}</span>
          </a>
          <span className="cb-tiny cb-dim">{about}</span>
        </li>
      ))}
    </ul>
  );
}

function ReadBy({ people }: { people: readonly Person[] }) {
  if (people.length === 0) return null;
  return <p className="cb-message-read cb-tiny cb-dim">Read by {people.map(({ name }) => name).join(', ')}</p>;
}

function typingWords(people: readonly Person[]): string {
  const names = people.map(({ name }) => name);
  if (names.length === 0) return '';
  return names.length === 1 ? `${names[0]} is typing` : `${names.slice(0, 2).join(' and ')} are typing`;
}

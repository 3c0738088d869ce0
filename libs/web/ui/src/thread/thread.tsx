import { IconCheck } from '@tabler/icons-react';
import { Fragment, type ReactNode } from 'react';
import { Face } from '../people/face.tsx';
import type { Person } from '../people/person.rules.ts';

/** One entry of a conversation. A decision is exportable; an internal note never leaves the house. */
export type ThreadEntry = {
  id: string;
  kind: 'message' | 'decision' | 'internal-note';
  author: Person;
  /** `Biller, 2 Nov, 3:20 PM`. */
  about: string;
  body: ReactNode;
  /** Where an own message stands; a `PendingMark` or receipts. */
  aside?: ReactNode;
};

/** Props of `Thread`. */
export type ThreadProps = {
  entries: readonly ThreadEntry[];
  /** The last entry the person has read; "New" stands after it. */
  lastReadId?: string | null;
  typing?: readonly Person[];
  /** Entries before the first one, on request. */
  earlier?: { count: number; onShow: () => void } | undefined;
  label?: string;
};

/** A conversation, newest at the bottom, with the line where the unread begins. */
export function Thread({ entries, lastReadId = null, typing = [], earlier, label = 'Thread' }: ThreadProps) {
  const lastId = entries.at(-1)?.id;
  return (
    <div className="cb-thread" role="log" aria-label={label}>
      {earlier !== undefined && earlier.count > 0 && (
        <button type="button" className="cb-text-button cb-thread-earlier" onClick={earlier.onShow}>
          {earlier.count} earlier {earlier.count === 1 ? 'message' : 'messages'}
        </button>
      )}
      {entries.map((entry) => (
        <Fragment key={entry.id}>
          <Entry entry={entry} />
          {entry.id === lastReadId && entry.id !== lastId && (
            <div className="cb-thread-new" role="separator" aria-label="New">
              New
            </div>
          )}
        </Fragment>
      ))}
      {typing.map((person) => (
        <div key={person.id} className="cb-thread-typing">
          <Face person={person} size="sm" />
          {person.name} is typing
        </div>
      ))}
    </div>
  );
}

function Entry({ entry }: { entry: ThreadEntry }) {
  if (entry.kind === 'message') {
    return (
      <article className="cb-message" data-entry-id={entry.id}>
        <Face person={entry.author} />
        <div>
          <p className="cb-message-by">
            <b>{entry.author.name}</b> {entry.about} {entry.aside}
          </p>
          <div className="cb-message-body">{entry.body}</div>
        </div>
      </article>
    );
  }
  const isDecision = entry.kind === 'decision';
  return (
    <article className={isDecision ? 'cb-decision' : 'cb-note'} data-entry-id={entry.id}>
      <p className="cb-message-by">
        <b className="cb-entry-kind">
          {isDecision && <IconCheck size={14} aria-hidden="true" />}
          {isDecision ? 'Decision' : 'Internal note'}
        </b>{' '}
        {entry.author.name}, {entry.about} {entry.aside}
      </p>
      <div className="cb-message-body">{entry.body}</div>
    </article>
  );
}

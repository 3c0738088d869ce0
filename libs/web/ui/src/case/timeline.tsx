import {
  IconAlertOctagon,
  IconCoin,
  IconGitBranch,
  IconHelp,
  IconMessage,
  IconPaperclip,
  IconUser,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { StageGlyph } from '../marks/stage-mark.tsx';
import { StateGlyph } from '../marks/state-mark.tsx';
import { Face } from '../people/face.tsx';
import type { Person } from '../people/person.rules.ts';

/** What kind of thing happened; it picks the glyph. `now` is the one lifted block, `planned` has not happened yet. */
export type TimelineKind =
  'done' | 'money' | 'denied' | 'query' | 'code' | 'message' | 'file' | 'person' | 'now' | 'planned';

/** One line of what happened. */
export type TimelineItem = {
  id: string;
  kind: TimelineKind;
  text: ReactNode;
  /** Short date at the right; `dateTime` is the machine's form of it. */
  date?: string;
  dateTime?: string;
  /** Batch, trace, payer's number: what proves it. */
  evidence?: ReactNode;
  /** A person, or the name of the rule that did it. */
  actor?: Person | string;
  /** Only for money: won or lost. */
  tone?: 'lost' | 'won';
  /** Opens the file and segment that made it. */
  onOpen?: () => void;
};

const glyphs: Record<TimelineKind, ReactNode> = {
  done: <StateGlyph state="done" size={14} />,
  money: <IconCoin size={15} aria-hidden="true" />,
  denied: <IconAlertOctagon size={15} aria-hidden="true" />,
  query: <IconHelp size={15} aria-hidden="true" />,
  code: <IconGitBranch size={15} aria-hidden="true" />,
  message: <IconMessage size={15} aria-hidden="true" />,
  file: <IconPaperclip size={15} aria-hidden="true" />,
  person: <IconUser size={15} aria-hidden="true" />,
  now: <StageGlyph stage="decided" size={14} />,
  planned: <StateGlyph state="planned" size={14} />,
};

/** What happened, oldest first: done things as squares, money as coins, the present lifted, the future empty. */
export function Timeline({ items, label = 'What happened' }: { items: readonly TimelineItem[]; label?: string }) {
  return (
    <ol className="cb-timeline" aria-label={label}>
      {items.map((item) => (
        <li
          key={item.id}
          data-kind={item.kind}
          data-tone={item.tone}
          aria-current={item.kind === 'now' ? 'step' : undefined}
        >
          <span className="cb-timeline-glyph">{glyphs[item.kind]}</span>
          {item.onOpen === undefined ? (
            <span className="cb-medium">{item.text}</span>
          ) : (
            <button type="button" className="cb-timeline-open" onClick={item.onOpen}>
              {item.text}
            </button>
          )}
          {item.date !== undefined && <time dateTime={item.dateTime}>{item.date}</time>}
          <Proof item={item} />
        </li>
      ))}
    </ol>
  );
}

function Proof({ item: { evidence, actor } }: { item: TimelineItem }) {
  if (evidence === undefined && actor === undefined) return null;
  return (
    <p>
      {evidence}
      {evidence !== undefined && actor !== undefined && ', '}
      {typeof actor === 'string' && actor}
      {typeof actor === 'object' && (
        <span className="cb-who">
          <Face person={actor} size="sm" />
          {actor.name}
        </span>
      )}
    </p>
  );
}

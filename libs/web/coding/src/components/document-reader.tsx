import type { Indicator } from '@caseboard/contracts';
import { plainDateWords, useMoments, wordsOf } from '@caseboard/web/kernel';
import {
  DocumentText,
  EmptyState,
  ErrorStrip,
  hitsIn,
  Kbd,
  quotesIn,
  sentenceAt,
  SkeletonRows,
  useKeymap,
  type TextSpan,
} from '@caseboard/web/ui';
import { Button } from '@mantine/core';
import { IconQuote, IconSearch } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import type { Chart } from '../use-chart.ts';

/** Props of `DocumentReader`. */
export type DocumentReaderProps = {
  chart: Chart;
  /** Quotes that stand marked in the text. */
  quotes: readonly Indicator[];
  /** Takes words into the question to the physician; without it the text is only read. */
  onQuote?: ((quote: Indicator) => void) | undefined;
};

/** A document's text with search (/) and quoting (Q): the words marked by hand, else the sentence that was found. */
export function DocumentReader({ chart, quotes, onQuote }: DocumentReaderProps) {
  const { document, openId, encounter } = chart;
  const moments = useMoments();
  const field = useRef<HTMLInputElement>(null);
  const [term, setTerm] = useState('');
  const [at, setAt] = useState(0);
  const [selected, setSelected] = useState('');
  const shown = document.value;
  const text = shown?.text ?? '';
  const hits = useMemo(() => hitsIn(text, term), [text, term]);
  const hit = hits[at % Math.max(hits.length, 1)];
  const marks = useMemo((): TextSpan[] => {
    const own = quotes.filter(({ documentId }) => documentId === openId).map(({ quote }) => quote);
    const found = hits.map((each) => ({ ...each, kind: each === hit ? ('current' as const) : ('found' as const) }));
    return [...quotesIn(text, own), ...found];
  }, [text, quotes, openId, hits, hit]);
  const words = selected || (hit ? sentenceAt(text, hit.start) : '');
  const quote = () => {
    if (!shown || words === '' || !onQuote) return;
    const on = shown.authoredAt === null ? null : moments.dayOf(shown.authoredAt);
    onQuote({ documentId: shown.id, title: shown.title, on, quote: words });
  };
  const step = (by: number) => hits.length > 0 && setAt((at + by + hits.length) % hits.length);
  const turn = (by: number) => {
    const ids = (encounter.value?.documents ?? [])
      .toSorted((a, b) => (a.authoredAt ?? '').localeCompare(b.authoredAt ?? ''))
      .map(({ id }) => id);
    const next = ids[ids.indexOf(openId ?? '') + by];
    if (next !== undefined) chart.open(next);
  };
  useKeymap([
    { keys: '/', run: () => field.current?.select() },
    { keys: 'q', run: quote },
    { keys: ']', run: () => turn(1) },
    { keys: '[', run: () => turn(-1) },
  ]);
  return (
    <section className="cb-document" data-pane="chart" aria-label="Document">
      <div className="cb-document-head">
        <h2>{shown?.title ?? 'Document'}</h2>
        <span className="cb-small cb-dim cb-cut">
          {shown?.authoredAt && plainDateWords(moments.dayOf(shown.authoredAt))}
          {shown?.authorName && `, ${shown.authorName}`}
        </span>
        <label className="cb-find cb-push">
          <IconSearch size={14} aria-hidden="true" />
          <input
            ref={field}
            aria-label="Find in this document"
            aria-keyshortcuts="/"
            placeholder="Find in text"
            value={term}
            onChange={(event) => {
              setTerm(event.currentTarget.value);
              setAt(0);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
              if (event.key === 'Escape') event.currentTarget.blur();
            }}
          />
          <span className="cb-tiny" role="status">
            {term.trim().length > 1 && `${hits.length === 0 ? 0 : (at % hits.length) + 1} of ${hits.length}`}
          </span>
          <Kbd>/</Kbd>
        </label>
      </div>
      <Text chart={chart} marks={marks} onSelect={setSelected} />
      {onQuote && (
        <div className="cb-document-acts">
          <Button
            size="xs"
            variant="outline"
            leftSection={<IconQuote size={14} />}
            rightSection={<Kbd>Q</Kbd>}
            aria-keyshortcuts="Q"
            disabled={words === ''}
            title={words === '' ? 'Mark words in the text, or find some' : undefined}
            onMouseDown={(event) => event.preventDefault()}
            onClick={quote}
          >
            Quote in query
          </Button>
          <span className="cb-cut">
            {words === '' ? 'Mark words in the text, or find some with /' : `“${words.slice(0, 80)}”`}
          </span>
        </div>
      )}
    </section>
  );
}

function Text({ chart, marks, onSelect }: { chart: Chart; marks: readonly TextSpan[]; onSelect: (w: string) => void }) {
  const { document, encounter } = chart;
  const error = document.error ?? encounter.error;
  if (error !== undefined) {
    const { text, traceId } = wordsOf(error);
    return (
      <ErrorStrip
        title="The document could not be read."
        traceId={traceId}
        onRetry={document.error === undefined ? encounter.again : document.again}
      >
        {text}
      </ErrorStrip>
    );
  }
  if (chart.isClosed)
    return <EmptyState title="You cannot see this chart any more">Ask your team lead for access.</EmptyState>;
  const shown = document.value;
  if (encounter.value && encounter.value.documents.length === 0)
    return <EmptyState title="This chart has no documents yet" />;
  if (!shown) return <SkeletonRows columns="1fr" rows={10} rowHeight={24} />;
  if (shown.text === '') return <EmptyState title="This document has no text">It is a picture or a PDF.</EmptyState>;
  return (
    <>
      <DocumentText
        key={shown.id}
        text={shown.text}
        label={`Text of ${shown.title}`}
        marks={marks}
        onSelect={onSelect}
      />
      {shown.isCut && <p className="cb-document-acts">The rest of this document is too long to show.</p>}
    </>
  );
}

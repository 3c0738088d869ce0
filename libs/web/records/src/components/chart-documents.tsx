import type { ClinicalDocument, DocumentSummary } from '@caseboard/contracts';
import { useMay, useMoments, wordsOf } from '@caseboard/web/kernel';
import { DocumentList, DocumentText, ErrorStrip } from '@caseboard/web/ui';
import { useEffect, useState } from 'react';
import { readDocument } from '../patients.sources.ts';

/** The documents of a chart, and the one that is open. */
export function ChartDocuments({ documents }: { documents: readonly DocumentSummary[] }) {
  const { words } = useMoments();
  const canRead = useMay()('records.document.read');
  const [openId, setOpenId] = useState(documents.find(({ hasText }) => hasText)?.id);
  if (documents.length === 0) return <p className="cb-dim">No document came with this visit.</p>;
  const lines = documents.map(({ id, title, authoredAt, authorName, hasText }) => ({
    id,
    title,
    about: [authoredAt === null ? 'date not said' : words(authoredAt), authorName].filter(Boolean).join(', '),
    hasText,
  }));
  return (
    <>
      <DocumentList documents={lines} openId={openId} onOpen={setOpenId} />
      {canRead && openId !== undefined && <OpenDocument key={openId} id={openId} />}
    </>
  );
}

function OpenDocument({ id }: { id: string }) {
  const [held, setHeld] = useState<{ document?: ClinicalDocument; error?: unknown }>({});
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let isOver = false;
    void readDocument(id).then(
      (document) => isOver || setHeld({ document }),
      (error: unknown) => isOver || setHeld({ error }),
    );
    return () => {
      isOver = true;
    };
  }, [id, tries]);
  if (held.error !== undefined) {
    const { text, traceId } = wordsOf(held.error);
    return (
      <ErrorStrip title="This document could not be read." traceId={traceId} onRetry={() => setTries(tries + 1)}>
        {text}
      </ErrorStrip>
    );
  }
  const { document } = held;
  if (!document) return null;
  if (!document.hasText) return <p className="cb-dim">Only its title is here: its content is a picture or PDF.</p>;
  return (
    <>
      {document.isCut && <p className="cb-dim">Only its first 1,000,000 characters are shown. The whole is kept.</p>}
      <DocumentText text={document.text} label={document.title} marks={[]} />
    </>
  );
}

/** A document of a chart as its list shows it. */
export type DocumentLine = {
  id: string;
  title: string;
  /** `16 Nov 2026, Dr. Natarajan`. */
  about: string;
  /** Quotes of it in open queries. */
  quotes?: number;
  /** A picture or PDF whose text is not here. */
  hasText: boolean;
  /** It came while the list was open. */
  isNew?: boolean;
};

/** Props of `DocumentList`. */
export type DocumentListProps = {
  documents: readonly DocumentLine[];
  openId: string | undefined;
  onOpen: (id: string) => void;
};

/** The documents of a chart, oldest first; the open one is marked. */
export function DocumentList({ documents, openId, onOpen }: DocumentListProps) {
  return (
    <ul className="cb-documents" aria-label="Documents">
      {documents.map(({ id, title, about, quotes = 0, hasText, isNew = false }) => (
        <li key={id}>
          <button type="button" aria-current={id === openId || undefined} onClick={() => onOpen(id)}>
            <span className="cb-document-title">{title}</span>
            <small>
              {isNew && <b className="cb-document-new">New</b>}
              {about}
              {quotes > 0 && `, ${quotes} ${quotes === 1 ? 'quote' : 'quotes'}`}
              {!hasText && ', no text'}
            </small>
          </button>
        </li>
      ))}
    </ul>
  );
}

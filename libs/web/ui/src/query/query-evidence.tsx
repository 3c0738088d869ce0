/** A quote from the chart with its document and date. */
export type QueryEvidence = { id: string; quote: string; source: string; onOpen?: (() => void) | undefined };

/** What a question rests on: quotes on a bar, each with where it stands. */
export function QueryEvidenceList({ evidence }: { evidence: readonly QueryEvidence[] }) {
  return evidence.map(({ id, quote, source, onOpen }) => (
    <blockquote key={id} className="cb-quote">
      “{quote}”
      <cite>
        {onOpen === undefined ? (
          source
        ) : (
          <button type="button" className="cb-text-button" onClick={onOpen}>
            {source}
          </button>
        )}
      </cite>
    </blockquote>
  ));
}

import type { Indicator } from '@caseboard/contracts';
import { plainDateWords, useMoments } from '@caseboard/web/kernel';
import { DocumentList } from '@caseboard/web/ui';
import { arrivalWords } from '../arrivals.rules.ts';
import type { Chart } from '../use-chart.ts';

/** Props of `ChartDocuments`. */
export type ChartDocumentsProps = {
  chart: Chart;
  /** Quotes of open queries, to be counted beside their document. */
  quotes: readonly Indicator[];
};

/** The documents of a chart, oldest first, and what the chart says of problems before anybody coded it. */
export function ChartDocuments({ chart, quotes }: ChartDocumentsProps) {
  const { dayOf } = useMoments();
  const visit = chart.encounter.value;
  const documents = [...(visit?.documents ?? [])].sort((a, b) =>
    (a.authoredAt ?? '').localeCompare(b.authoredAt ?? ''),
  );
  return (
    <div className="cb-chart-list" data-pane="chart" role="region" aria-label="Chart" tabIndex={0}>
      <h2>This encounter</h2>
      <p className="cb-chart-new" role="status">
        {arrivalWords(chart.newIds.size)}
      </p>
      <DocumentList
        documents={documents.map(({ id, title, authoredAt, authorName, hasText }) => ({
          id,
          title,
          about: [authoredAt && plainDateWords(dayOf(authoredAt)), authorName].filter(Boolean).join(', '),
          quotes: quotes.filter(({ documentId }) => documentId === id).length,
          hasText,
          isNew: chart.newIds.has(id),
        }))}
        openId={chart.openId}
        onOpen={chart.open}
      />
      {visit && visit.conditions.length > 0 && (
        <>
          <h2>Problems in the chart</h2>
          <ul className="cb-chart-problems">
            {visit.conditions.map(({ id, words }) => (
              <li key={id}>{words}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

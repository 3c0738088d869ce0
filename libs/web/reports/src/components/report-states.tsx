import { ErrorStrip, SkeletonRows } from '@caseboard/web/ui';
import type { ReactNode } from 'react';
import type { ReadReport } from '../use-report.ts';

/** Props of `ReportStates`. */
export type ReportStatesProps<Report> = {
  of: ReadReport<Report>;
  /** What it is called: `A/R aging`. */
  title: string;
  children: (report: Report) => ReactNode;
};

/** A report on its way, in its place, or with the reason it could not be read again. */
export function ReportStates<Report>({ of, title, children }: ReportStatesProps<Report>) {
  const { report, failure, reload } = of;
  return (
    <div>
      {failure && (
        <ErrorStrip title={`${title} could not be read.`} traceId={failure.traceId} onRetry={reload}>
          {failure.text} {report === undefined ? 'Nothing was changed.' : 'The numbers below are the last that came.'}
        </ErrorStrip>
      )}
      {report === undefined && !failure && (
        <section className="cb-panel cb-report" aria-label={title} aria-busy="true">
          <header>
            <h2>{title}</h2>
          </header>
          <SkeletonRows columns="1.4fr repeat(5, 1fr)" rows={6} />
        </section>
      )}
      {report !== undefined && children(report)}
    </div>
  );
}

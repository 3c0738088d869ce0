import { SegmentedControl } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { formatCount } from '../marks/money.rules.ts';

/** A number over a report with what it is. */
export type ReportFigure = { value: string; words: string };

/** Props of `ReportPanel`. */
export type ReportPanelProps = {
  title: string;
  /** One or two figures with what they are. */
  figures: readonly ReportFigure[];
  /** Without it the table stands alone. */
  chart?: ReactNode;
  table: ReactNode;
  /** How it is computed, in words. */
  formula: string;
  /** The sequence it stands on. */
  seq: number;
  /** Buttons beside the title. */
  actions?: ReactNode;
};

const VIEWS = [
  { value: 'chart', label: 'Chart' },
  { value: 'table', label: 'Table' },
  { value: 'both', label: 'Both' },
];

/** A report: its figure, its chart with the table twin, its formula and its as-of. */
export function ReportPanel({ title, figures, chart, table, formula, seq, actions }: ReportPanelProps) {
  const [shows, setShows] = useState('both');
  return (
    <section className="cb-panel cb-report" aria-label={title} data-as-of={seq}>
      <header>
        <h2>{title}</h2>
        <span className="cb-push cb-line">
          {chart !== undefined && (
            <SegmentedControl aria-label={`Show ${title} as`} data={VIEWS} value={shows} onChange={setShows} />
          )}
          {actions}
        </span>
      </header>
      <div className="cb-report-body">
        <p className="cb-figures">
          {figures.map(({ value, words }) => (
            <span key={words}>
              <b>{value}</b> {words}
            </span>
          ))}
        </p>
        {shows !== 'table' && chart}
        {(shows !== 'chart' || chart === undefined) && <div className="cb-report-table">{table}</div>}
      </div>
      <footer>
        <span>
          <b>Formula</b> {formula}
        </span>
        <span className="cb-push">seq {formatCount(seq)}</span>
      </footer>
    </section>
  );
}

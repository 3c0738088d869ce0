import { SegmentedControl } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { formatCount } from '../marks/money.rules.ts';

/** Props of `ReportPanel`. */
export type ReportPanelProps = {
  title: string;
  /** One or two figures with what they are. */
  figures: readonly { value: string; words: string }[];
  chart: ReactNode;
  table: ReactNode;
  /** How it is computed, in words. */
  formula: string;
  /** The sequence it stands on. */
  seq: number;
};

/** A report: its figure, its chart with the table twin, its formula and its as-of. */
export function ReportPanel({ title, figures, chart, table, formula, seq }: ReportPanelProps) {
  const [shows, setShows] = useState('both');
  return (
    <section className="cb-panel cb-report" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <span className="cb-push">
          <SegmentedControl
            aria-label={`Show ${title} as`}
            data={[
              { value: 'chart', label: 'Chart' },
              { value: 'table', label: 'Table' },
              { value: 'both', label: 'Both' },
            ]}
            value={shows}
            onChange={setShows}
          />
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
        {shows !== 'chart' && table}
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

import { plainDateWords, useExport, useGo } from '@caseboard/web/kernel';
import {
  AppLink,
  CloseButton,
  EmptyState,
  ExportButton,
  formatCount,
  formatMoney,
  ListStates,
  SideDrawer,
} from '@caseboard/web/ui';
import type { ReportRow } from '@caseboard/contracts';
import { Button } from '@mantine/core';
import type { RowsAsk } from '../rows-ask.rules.ts';
import { useReportRows } from '../use-report-rows.ts';

/** Props of `BehindNumber`. */
export type BehindNumberProps = { ask: RowsAsk; onClose: () => void };

/** What a number is made of, beside the report; each row opens its case. */
export function BehindNumber({ ask, onClose }: BehindNumberProps) {
  const { status, rows, asOf, failure, hasMore, more, retry } = useReportRows(ask);
  const file = useExport(`report-${ask.report}-rows`, ask.query);
  const cents = rows.reduce((sum, row) => sum + (row.cents ?? 0), 0);
  const hasMoney = rows.some((row) => row.cents !== null);
  return (
    <SideDrawer isOpen onClose={onClose} label={ask.title} width={560}>
      <div className="cb-case-frame">
        <div className="cb-case-head">
          <div className="cb-case-title">
            <h1>{ask.title}</h1>
            <span className="cb-small cb-dim">
              {status === 'ready' &&
                `${formatCount(rows.length)}${hasMore ? ' of more' : ''} ${rows.length === 1 ? 'row' : 'rows'}` +
                  `${hasMoney ? `, ${formatMoney(cents, 'dollars')}` : ''}, seq ${formatCount(asOf)}`}
            </span>
          </div>
          {file && <ExportButton {...file} />}
          <CloseButton onClick={onClose} />
        </div>
        <div className="cb-case-body" role="region" aria-label="Rows of the number" tabIndex={0}>
          <ListStates status={status} failure={failure} onRetry={retry} noun="rows" columns="104px 1fr 90px">
            {rows.length === 0 ? (
              <EmptyState title="Nothing stands behind this number any more">
                It was counted a moment ago; refresh the report.
              </EmptyState>
            ) : (
              <ul className="cb-behind" aria-label={ask.title}>
                {rows.map((row) => (
                  <BehindRow key={row.id} row={row} />
                ))}
              </ul>
            )}
          </ListStates>
          {status === 'ready' && hasMore && <Button onClick={more}>Show more</Button>}
        </div>
      </div>
    </SideDrawer>
  );
}

function BehindRow({ row }: { row: ReportRow }) {
  const go = useGo();
  const about = [
    row.payerName,
    row.on === null ? null : plainDateWords(row.on),
    row.ageDays === null ? null : `${formatCount(row.ageDays)} ${row.ageDays === 1 ? 'day' : 'days'}`,
  ];
  return (
    <li>
      <AppLink href={row.href} onNavigate={go} className="cb-code">
        {row.number}
      </AppLink>
      <span className="cb-cut">{row.words}</span>
      <span className="cb-num">{row.cents === null ? '' : formatMoney(row.cents)}</span>
      <small>{about.filter((part) => part !== null).join(', ')}</small>
    </li>
  );
}

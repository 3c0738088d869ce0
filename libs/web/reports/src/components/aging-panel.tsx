import type { ArAging } from '@caseboard/contracts';
import { AGING_BUCKETS } from '@caseboard/contracts';
import { useExport } from '@caseboard/web/kernel';
import { ExportButton, formatMoney, ReportPanel, StackedBars } from '@caseboard/web/ui';
import { over90, percent } from '../figures.rules.ts';
import type { RowsAsk } from '../rows-ask.rules.ts';
import { NumberLink } from './number-link.tsx';

const askOf = (title: string, query: Record<string, string>): RowsAsk => ({ report: 'ar-aging', query, title });

/** What payers owe, by payer and age: bars, the table of the same numbers, credits apart. */
export function AgingPanel({ report }: { report: ArAging }) {
  const file = useExport('report-ar-aging', {});
  const { rows, totals } = report;
  return (
    <ReportPanel
      title="A/R aging by payer"
      figures={[
        { value: formatMoney(totals.cents, 'whole-dollars'), words: 'owed by payers' },
        { value: percent(over90(totals.buckets), totals.cents), words: 'older than 90 days' },
      ]}
      actions={file && <ExportButton {...file} />}
      chart={
        rows.length > 0 && (
          <StackedBars
            label="Owed by payer and age"
            legend={AGING_BUCKETS.map((bucket) => `${bucket} d`)}
            bars={rows.map((row) => ({
              id: row.payerId,
              name: row.payerName,
              parts: row.buckets.map(({ cents }) => cents),
              words: formatMoney(row.cents, 'whole-dollars'),
            }))}
          />
        )
      }
      table={<AgingTable report={report} />}
      formula={report.formula}
      seq={report.asOf}
    />
  );
}

function AgingTable({ report: { rows, totals } }: { report: ArAging }) {
  return (
    <>
      <table className="cb-table" aria-label="A/R aging by payer">
        <thead>
          <tr>
            <th scope="col">Payer</th>
            {AGING_BUCKETS.map((bucket) => (
              <th key={bucket} scope="col" className="cb-num">
                {bucket} d
              </th>
            ))}
            <th scope="col" className="cb-num">
              Total
            </th>
            <th scope="col" className="cb-num">
              Over 90
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <AgingLine key={row.payerId} name={row.payerName} query={{ payer: row.payerId }} of={row} />
          ))}
        </tbody>
        <tfoot>
          <AgingLine name="All payers" query={{}} of={totals} />
        </tfoot>
      </table>
      <p className="cb-small cb-dim">
        Credit balances, shown apart and never netted:{' '}
        <NumberLink ask={askOf('Credit balances', { balance: 'credit' })}>{formatMoney(totals.creditCents)}</NumberLink>
      </p>
    </>
  );
}

type Line = Pick<ArAging['rows'][number], 'buckets' | 'cents'>;

function AgingLine({ name, query, of }: { name: string; query: Record<string, string>; of: Line }) {
  return (
    <tr>
      <td>{name}</td>
      {of.buckets.map(({ bucket, cents }) => (
        <td key={bucket} className="cb-num">
          <NumberLink ask={askOf(`${name}, ${bucket} days`, { ...query, bucket })}>{formatMoney(cents)}</NumberLink>
        </td>
      ))}
      <td className="cb-num">
        <NumberLink isStrong ask={askOf(`${name}, all ages`, query)}>
          {formatMoney(of.cents)}
        </NumberLink>
      </td>
      <td className="cb-num">{percent(over90(of.buckets), of.cents)}</td>
    </tr>
  );
}

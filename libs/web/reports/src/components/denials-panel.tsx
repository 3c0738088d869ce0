import type { DenialReport } from '@caseboard/contracts';
import { useExport } from '@caseboard/web/kernel';
import { ExportButton, formatCount, formatMoney, ReportPanel } from '@caseboard/web/ui';
import { percent } from '../figures.rules.ts';
import type { RowsAsk } from '../rows-ask.rules.ts';
import { NumberLink } from './number-link.tsx';

const askOf = (title: string, query: Record<string, string>): RowsAsk => ({ report: 'denials', query, title });

/** Denials by CARC and payer, the most dollars first. */
export function DenialsPanel({ report }: { report: DenialReport }) {
  const file = useExport('report-denials', {});
  const { rows, totals } = report;
  return (
    <ReportPanel
      title="Denials by CARC and payer"
      figures={[
        {
          value: percent(totals.claimsDenied, totals.claimsRemitted),
          words: `${formatCount(totals.claimsDenied)} of ${formatCount(totals.claimsRemitted)} claims on remits`,
        },
        { value: formatMoney(totals.cents, 'whole-dollars'), words: 'denied' },
      ]}
      actions={file && <ExportButton {...file} />}
      table={
        <table className="cb-table" aria-label="Denials by CARC and payer">
          <thead>
            <tr>
              <th scope="col">CARC</th>
              <th scope="col">Payer</th>
              <th scope="col" className="cb-num">
                Denials
              </th>
              <th scope="col" className="cb-num">
                Open
              </th>
              <th scope="col" className="cb-num">
                Amount
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <DenialLine key={`${row.carc} ${row.payerId}`} row={row} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td colSpan={2}>All denials</td>
              <Numbers title="All denials" query={{}} of={totals} />
            </tr>
          </tfoot>
        </table>
      }
      formula={report.formula}
      seq={report.asOf}
    />
  );
}

function DenialLine({ row }: { row: DenialReport['rows'][number] }) {
  return (
    <tr>
      <td className="cb-report-words">
        <code>{row.carc}</code> <span className="cb-soft">{row.words}</span>
      </td>
      <td>{row.payerName}</td>
      <Numbers title={`${row.carc} by ${row.payerName}`} query={{ carc: row.carc, payer: row.payerId }} of={row} />
    </tr>
  );
}

type Counted = Pick<DenialReport['rows'][number], 'denials' | 'open' | 'cents'>;

function Numbers({ title, query, of }: { title: string; query: Record<string, string>; of: Counted }) {
  const open = { ...query, stage: 'open' };
  return (
    <>
      <td className="cb-num">
        <NumberLink ask={askOf(title, query)}>{formatCount(of.denials)}</NumberLink>
      </td>
      <td className="cb-num">
        <NumberLink ask={askOf(`${title}, open`, open)}>{formatCount(of.open)}</NumberLink>
      </td>
      <td className="cb-num">
        <NumberLink ask={askOf(title, query)}>{formatMoney(of.cents)}</NumberLink>
      </td>
    </>
  );
}

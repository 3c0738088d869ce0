import type { QueryReport } from '@caseboard/contracts';
import { useColleagues } from '@caseboard/web/kernel';
import { formatCount, ReportPanel } from '@caseboard/web/ui';
import type { RowsAsk } from '../rows-ask.rules.ts';
import { NumberLink } from './number-link.tsx';

const AGES = {
  'under-24h': 'Under 24 h',
  '24-48h': '24 to 48 h',
  '48-72h': '48 to 72 h',
  'over-72h': 'Over 72 h',
} as const;
const askOf = (title: string, query: Record<string, string>): RowsAsk => ({ report: 'queries', query, title });

/** Questions physicians have not answered, by age and by whom they wait for. */
export function QueriesPanel({ report }: { report: QueryReport }) {
  const { totals, rows } = report;
  const most = Math.max(1, ...rows.map(({ queries }) => queries));
  return (
    <ReportPanel
      title="Open queries by age"
      figures={[
        { value: formatCount(totals.open), words: 'open' },
        { value: formatCount(totals.answered), words: `answered of ${formatCount(totals.sent)} sent` },
      ]}
      table={
        <table className="cb-table" aria-label="Open queries by age">
          <thead>
            <tr>
              <th scope="col">Age</th>
              <th scope="col">
                <span className="cb-heard">Share</span>
              </th>
              <th scope="col" className="cb-num">
                Queries
              </th>
              <th scope="col">Waiting for</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ age, queries, recipients }) => (
              <tr key={age}>
                <td>{AGES[age]}</td>
                <td>
                  <span className="cb-rate" aria-hidden="true">
                    <span style={{ width: `${(100 * queries) / most}%` }} />
                  </span>
                </td>
                <td className="cb-num">
                  <NumberLink ask={askOf(`Queries, ${AGES[age]}`, { age })}>{formatCount(queries)}</NumberLink>
                </td>
                <td className="cb-report-words">
                  {recipients.map((recipient) => (
                    <Recipient key={recipient.userId} age={age} {...recipient} />
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td colSpan={2}>All open</td>
              <td className="cb-num">
                <NumberLink isStrong ask={askOf('All open queries', {})}>
                  {formatCount(totals.open)}
                </NumberLink>
              </td>
              <td>
                Taken back{' '}
                <NumberLink ask={askOf('Queries taken back', { state: 'retracted' })}>
                  {formatCount(totals.retracted)}
                </NumberLink>
              </td>
            </tr>
          </tfoot>
        </table>
      }
      formula={report.formula}
      seq={report.asOf}
    />
  );
}

type RecipientProps = { age: keyof typeof AGES; userId: string; queries: number };

function Recipient({ age, userId, queries }: RecipientProps) {
  const name = useColleagues().byId.get(userId)?.name ?? 'Somebody';
  return (
    <span className="cb-line">
      {name}
      <NumberLink ask={askOf(`${name}, ${AGES[age]}`, { age, recipient: userId })}>{formatCount(queries)}</NumberLink>
    </span>
  );
}

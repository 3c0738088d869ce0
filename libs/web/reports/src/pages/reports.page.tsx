import { channels } from '@caseboard/contracts';
import { plainDateWords, useAddress, useHeardSince, useMay, usePageTitle } from '@caseboard/web/kernel';
import { NotYours, PageHeader, useKeymap } from '@caseboard/web/ui';
import { Button } from '@mantine/core';
import { IconPrinter, IconRefresh } from '@tabler/icons-react';
import { AgingPanel } from '../components/aging-panel.tsx';
import { BehindNumber } from '../components/behind-number.tsx';
import { DenialsPanel } from '../components/denials-panel.tsx';
import { QueriesPanel } from '../components/queries-panel.tsx';
import { ReportFooter } from '../components/report-footer.tsx';
import { ReportStates } from '../components/report-states.tsx';
import { readAging, readDenials, readQueries } from '../reports.api.ts';
import { closePatch, hrefOfRows, rowsAskOf } from '../rows-ask.rules.ts';
import { useReport } from '../use-report.ts';

/** What moves the numbers of this page; whoever reads reports may follow both. */
const MOVERS = [channels.board('denials'), channels.claims()];

/** A/R aging, denials and open queries: every number with its formula and as-of, and open to its rows. */
export function ReportsPage() {
  usePageTitle('Reports');
  return useMay()('reports.report.read') ? <Reports /> : <NotYours noun="reports" />;
}

function Reports() {
  const { values, change } = useAddress();
  const [aging, denials, queries] = [useReport(readAging), useReport(readDenials), useReport(readQueries)];
  const every = [aging, denials, queries];
  const refresh = () => every.forEach(({ reload }) => reload());
  const since = aging.report && denials.report ? Math.min(aging.report.asOf, denials.report.asOf) : undefined;
  const isBehind = useHeardSince(MOVERS, since);
  useKeymap([{ keys: 'shift+r', run: refresh }]);
  const ask = rowsAskOf(values);
  return (
    <>
      <PageHeader
        title="Reports"
        truth={aging.report && `Counted for ${plainDateWords(aging.report.on)}`}
        actions={
          <>
            {isBehind && (
              <span className="cb-line cb-small cb-dim" role="status">
                Something changed since
              </span>
            )}
            <Button leftSection={<IconPrinter size={14} />} onClick={() => window.print()}>
              Print
            </Button>
            <Button
              leftSection={<IconRefresh size={14} />}
              variant={isBehind ? 'filled' : 'default'}
              loading={every.some(({ isReading, report }) => isReading && report !== undefined)}
              onClick={refresh}
            >
              Refresh
            </Button>
          </>
        }
      />
      <div className="cb-reports">
        <ReportStates of={aging} title="A/R aging by payer">
          {(report) => <AgingPanel report={report} />}
        </ReportStates>
        <ReportStates of={queries} title="Open queries by age">
          {(report) => <QueriesPanel report={report} />}
        </ReportStates>
        <ReportStates of={denials} title="Denials by CARC and payer">
          {(report) => <DenialsPanel report={report} />}
        </ReportStates>
      </div>
      <ReportFooter asOf={since ?? 0}>Every number opens its rows. Files use the same filters.</ReportFooter>
      {ask && <BehindNumber key={hrefOfRows(ask)} ask={ask} onClose={() => change(closePatch)} />}
    </>
  );
}

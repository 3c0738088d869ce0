import {
  plainDateWords,
  useAddress,
  useColleagues,
  useMay,
  usePageTitle,
  useSession,
  useToday,
} from '@caseboard/web/kernel';
import {
  ErrorStrip,
  formatMoney,
  NotYours,
  notifyDone,
  notifyError,
  PageHeader,
  SkeletonRows,
} from '@caseboard/web/ui';
import { Button } from '@mantine/core';
import { IconCopy, IconPrinter, IconRefresh } from '@tabler/icons-react';
import { useCallback } from 'react';
import { DayChoice } from '../components/day-choice.tsx';
import { DayPartPanel } from '../components/day-part.tsx';
import { ReportFooter } from '../components/report-footer.tsx';
import { DAY_PARTS, dayText } from '../day-words.rules.ts';
import { readDay } from '../reports.api.ts';
import { useReport } from '../use-report.ts';

/** The end of a day: what is done, what is left, what was promised, what wakes tomorrow; to print or hand over. */
export function DayPage() {
  usePageTitle('End of day');
  return useMay()('reports.day.read') ? <Day /> : <NotYours noun="end of day" />;
}

function Day() {
  const { values } = useAddress();
  const { user } = useSession();
  const { byId } = useColleagues();
  const { today } = useToday();
  const userId = values.who ?? user.id;
  const on = values.on ?? today;
  const read = useCallback((signal: AbortSignal) => readDay({ on, userId }, signal), [on, userId]);
  const { report: found, failure, isReading, reload } = useReport(read);
  const report = found?.userId === userId && found.on === on ? found : undefined;
  const name = byId.get(userId)?.name ?? user.name;
  const copy = async () => {
    if (!report) return;
    const words = { name, day: plainDateWords(on), date: plainDateWords, money: inDollars };
    await navigator.clipboard.writeText(dayText(report, words)).then(
      () => notifyDone('The day is on the clipboard'),
      () => notifyError('Nothing was copied.', 'The browser did not allow it. Print the page instead.'),
    );
  };
  return (
    <>
      <PageHeader
        title="End of day"
        truth={`${name}, ${plainDateWords(on)}`}
        actions={
          <>
            <DayChoice on={on} userId={userId} today={today} />
            <Button leftSection={<IconRefresh size={14} />} loading={isReading && !!found} onClick={reload}>
              Refresh
            </Button>
            <Button leftSection={<IconPrinter size={14} />} onClick={() => window.print()}>
              Print
            </Button>
            <Button
              variant="filled"
              leftSection={<IconCopy size={14} />}
              disabled={!report}
              onClick={() => void copy()}
            >
              Copy for hand-over
            </Button>
          </>
        }
      />
      {failure && (
        <ErrorStrip title="The day could not be read." traceId={failure.traceId} onRetry={reload}>
          {failure.text} Nothing was changed.
        </ErrorStrip>
      )}
      {report === undefined && !failure && <SkeletonRows columns="104px 1fr 90px" rows={10} />}
      {report && (
        <div className="cb-day">
          {DAY_PARTS.map((part) => (
            <DayPartPanel key={part} part={part} of={report[part]} />
          ))}
          <p className="cb-formula">
            <b>Formula</b> {report.formula}
            {on < today && ' What is left, promised and wakes is as of now.'}
          </p>
        </div>
      )}
      <ReportFooter asOf={report?.asOf ?? 0}>Items open by their number.</ReportFooter>
    </>
  );
}

const inDollars = (cents: number) => formatMoney(cents, 'dollars');

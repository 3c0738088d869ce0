import type { CodingCaseDetail, Thread } from '@caseboard/contracts';
import { useColleagues, useMoments } from '@caseboard/web/kernel';
import { FindingList, StateMark, Tag, Timeline, type TimelineItem } from '@caseboard/web/ui';
import { kindOf } from '../case-words.rules.ts';
import { CaseQuery } from './case-query.tsx';
import { CaseTalk } from './case-talk.tsx';

/** Props of `CaseSide`. */
export type CaseSideProps = {
  opened: CodingCaseDetail;
  queries: readonly Thread[];
  /** The query the address names. */
  openQueryId: string | undefined;
  /** Why it cannot be finalized now, one line each. */
  barriers: readonly string[];
  /** Takes a pend away; without it pends are only read. */
  onClear?: ((pendId: string) => void) | undefined;
};

/** Below the codes: what the checks found, and what the chart waits for. */
export function CaseSide(props: CaseSideProps) {
  return (
    <div className="cb-chart-low">
      <Findings opened={props.opened} />
      <Waits {...props} />
    </div>
  );
}

function Findings({ opened: { findings } }: { opened: CodingCaseDetail }) {
  const stops = findings.filter(({ severity }) => severity === 'critical' || severity === 'error').length;
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  const show = (ordinal: number) =>
    document.querySelector<HTMLElement>(`.cb-code-row[data-ordinal="${ordinal}"]`)?.focus();
  return (
    <section aria-label="Findings" tabIndex={0}>
      <header>
        <h2>Findings</h2>
        {stops > 0 && <span className="cb-small cb-bad">{counted(stops, 'error')}</span>}
        {warnings > 0 && <span className="cb-small cb-warn">{counted(warnings, 'warning')}</span>}
        {findings.length === 0 && <span className="cb-small cb-dim">none</span>}
      </header>
      <FindingList
        findings={findings.map(({ ruleId, severity, text, fix, source, ordinal }, index) => ({
          id: `${ruleId}-${index}`,
          severity,
          text,
          rule: ruleId,
          fix: `${fix} ${source}`,
          ...(ordinal === null ? {} : { onOpen: () => show(ordinal) }),
        }))}
      />
    </section>
  );
}

function Waits({ opened, queries, openQueryId, barriers, onClear }: CaseSideProps) {
  const { nameOfActor } = useColleagues();
  const moments = useMoments();
  const pends = opened.pends.filter(({ clearedAt, threadId }) => clearedAt === null && threadId === null);
  const happened = opened.timeline.map((entry): TimelineItem => ({
    id: entry.id,
    kind: kindOf(entry),
    text: entry.text,
    date: moments.words(entry.at),
    dateTime: entry.at,
    evidence: [entry.evidence, entry.actor && nameOfActor(entry.actor)].filter(Boolean).join(', ') || undefined,
  }));
  return (
    <section aria-label="Questions and history" tabIndex={0}>
      <header id="barriers">
        <h2>{barriers.length === 0 ? 'Questions' : 'Blocks finalizing'}</h2>
        {barriers.length > 0 && <Tag tone="wait">{barriers.length} open</Tag>}
      </header>
      {barriers.length > 0 && (
        <ul className="cb-small cb-soft">
          {barriers.map((barrier) => (
            <li key={barrier}>{barrier}</li>
          ))}
        </ul>
      )}
      {pends.map(({ id, reason, by, at }) => (
        <div key={id} className="cb-case-query">
          <StateMark state="waiting">Pended</StateMark>
          <span>{reason}</span>
          <span className="cb-line cb-small cb-dim">
            {nameOfActor(by)}, {moments.words(at)}
            {onClear && (
              <button type="button" className="cb-text-button cb-push" onClick={() => onClear(id)}>
                It came, go on
              </button>
            )}
          </span>
        </div>
      ))}
      {queries.map((query) => (
        <CaseQuery key={query.id} query={query} isOpen={query.id === openQueryId} />
      ))}
      <CaseTalk caseId={opened.id} />
      {happened.length > 0 && (
        <details>
          <summary className="cb-small cb-soft">What happened</summary>
          <Timeline items={happened} />
        </details>
      )}
    </section>
  );
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

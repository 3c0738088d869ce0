import { channels } from '@caseboard/contracts';
import type { CodingCaseDetail } from '@caseboard/contracts';
import { useAddress, useMay, useMoments, usePageTitle, useSession, useSharePresence } from '@caseboard/web/kernel';
import { EmptyState, Kbd, notifyDone, SkeletonRows, useKeymap, ViewTabs } from '@caseboard/web/ui';
import { isShutOut, ListError, ListFooter, ShutOut, useHere } from '@caseboard/web/worklist';
import { Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { arrivalWords } from '../arrivals.rules.ts';
import { isFinal, lockedBecause } from '../case-words.rules.ts';
import { PendForm, ReopenForm } from '../components/case-forms.tsx';
import { CaseSide } from '../components/case-side.tsx';
import { ChartDocuments } from '../components/chart-documents.tsx';
import { ChartTitle } from '../components/chart-title.tsx';
import { CodesConflict } from '../components/codes-conflict.tsx';
import { CodesPane } from '../components/codes-pane.tsx';
import { DocumentReader } from '../components/document-reader.tsx';
import { QueryComposer } from '../components/query-composer.tsx';
import { isEnded } from '../query-draft.rules.ts';
import { useCaseActs } from '../use-case-acts.ts';
import { useChart } from '../use-chart.ts';
import { useCodingCase, type OpenCase } from '../use-coding-case.ts';
import { useQueryComposer } from '../use-query-composer.ts';
import { useSavedCodes } from '../use-saved-codes.ts';

/** A chart being coded: its documents, its codes, and what it waits for, live. */
export function CodingWorkspacePage() {
  const { id = '' } = useParams({ strict: false });
  return <Workspace key={id} id={id} />;
}

function Workspace({ id }: { id: string }) {
  const open = useCodingCase(id);
  const { opened, list } = open;
  usePageTitle(opened?.encounterNumber ?? 'Chart');
  if (opened) return <Chart opened={opened} open={open} />;
  if (isShutOut(list.state)) return <ShutOut what="this chart" />;
  return (
    <>
      <ListError state={list.state} onRetry={list.reload} />
      {list.state.status === 'ready' ? (
        <EmptyState title="There is no such chart" />
      ) : (
        <SkeletonRows columns="200px 1fr 1fr" />
      )}
    </>
  );
}

const panes = (newDocuments: number) => [
  { id: 'chart', label: newDocuments === 0 ? 'Chart' : `Chart, ${arrivalWords(newDocuments)}` },
  { id: 'codes', label: 'Codes and questions' },
];

function Chart({ opened, open }: { opened: CodingCaseDetail; open: OpenCase }) {
  const { user } = useSession();
  const may = useMay();
  const moments = useMoments();
  const { values, change } = useAddress();
  const [asking, setAsking] = useState<'pend' | 'reopen'>();
  const channel = channels.case('coding', opened.id);
  const saved = useSavedCodes(opened, open.onCase);
  const chart = useChart(opened.encounterId);
  const composer = useQueryComposer(opened.id);
  const acts = useCaseActs(opened, open);
  const mayEdit = may('coding.case.edit');
  const isOwn = opened.ownerId === user.id;
  const locked = lockedBecause(opened, { id: user.id, mayEdit });
  useHere(channel);
  useSharePresence(channel, opened.id, saved.isUnsaved || values.ask === '1' ? 'editing' : 'viewing');
  const visit = chart.encounter.value;
  const barriers = isFinal(opened) ? [] : opened.barriers;
  const offReason = locked ?? (saved.isUnsaved ? 'The codes are not saved yet.' : barriers[0]);
  const ask = () => mayEdit && !isFinal(opened) && change({ ask: '1' });
  const quotes = [...open.queries.filter((query) => !isEnded(query)), composer.draft].flatMap(
    ({ indicators }) => indicators,
  );
  const canFinalize = may('coding.case.finalize') && offReason === undefined;
  useKeymap([
    { keys: 'c', run: acts.take, isOff: !mayEdit || opened.ownerId !== null },
    { keys: 'shift+c', run: acts.release, isOff: !isOwn },
    { keys: 'n', run: acts.next },
    { keys: 'shift+q', run: ask },
    { keys: 'e', run: () => acts.finalize(), isOff: !canFinalize },
    { keys: 'shift+e', run: () => acts.finalize(true), isOff: !canFinalize },
  ]);
  const pane = values.pane ?? 'codes';
  return (
    <>
      <ChartTitle
        opened={opened}
        visit={visit}
        acts={acts}
        offReason={offReason}
        onAsk={ask}
        onPend={() => setAsking('pend')}
        onReopen={() => setAsking('reopen')}
      />
      <ListError state={open.list.state} onRetry={open.list.reload} />
      <div className="cb-chart-panes">
        <ViewTabs
          tabs={panes(chart.newIds.size)}
          activeId={pane}
          onSelect={(next) => change({ pane: next }, 'replace')}
        />
      </div>
      <div className="cb-chart" data-shown={pane}>
        <ChartDocuments chart={chart} quotes={quotes} />
        <DocumentReader
          chart={chart}
          quotes={quotes}
          onQuote={
            mayEdit && !isFinal(opened)
              ? (quote) => {
                  composer.quote(quote);
                  notifyDone('Quoted. Shift+Q asks the physician');
                }
              : undefined
          }
        />
        <div className="cb-codes" data-pane="codes">
          <CodesPane
            opened={opened}
            visit={visit}
            saved={saved}
            lockedBecause={locked}
            lockAct={
              opened.ownerId === null &&
              mayEdit &&
              !isFinal(opened) && (
                <Button size="xs" variant="outline" onClick={acts.take}>
                  Take
                </Button>
              )
            }
          />
          <CaseSide
            opened={opened}
            queries={open.queries}
            openQueryId={values.query}
            barriers={barriers}
            onClear={isOwn ? acts.clearPend : undefined}
          />
        </div>
      </div>
      <ListFooter
        asOf={open.list.state.asOf}
        keys={
          <>
            <Kbd>/</Kbd> Find <Kbd>?</Kbd> Keys
          </>
        }
      >
        <span>
          {opened.number}, <b>v{opened.version}</b>
        </span>
        <span role="status">{savedWords(saved)}</span>
        {opened.finalizedAt !== null && <span>Final since {moments.words(opened.finalizedAt)}</span>}
      </ListFooter>
      {asking === 'pend' && <PendForm number={opened.number} acts={acts} onClose={() => setAsking(undefined)} />}
      {asking === 'reopen' && <ReopenForm number={opened.number} acts={acts} onClose={() => setAsking(undefined)} />}
      {values.ask === '1' && (
        <QueryComposer
          caseId={opened.id}
          patient={opened.patient}
          composer={composer}
          onClose={() => change({ ask: undefined }, 'replace')}
        />
      )}
      {saved.theirs && (
        <CodesConflict number={opened.number} mine={saved.codes} theirs={saved.theirs} onChoose={saved.choose} />
      )}
    </>
  );
}

function savedWords({ isUnsaved, isSaving, refusal }: ReturnType<typeof useSavedCodes>): string {
  if (refusal) return 'Not saved';
  return isUnsaved || isSaving ? 'Saving' : 'Saved';
}

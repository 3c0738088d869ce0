import {
  PageFooter,
  useAddress,
  useConnection,
  useMay,
  useMoments,
  usePageTitle,
  wordsOf,
} from '@caseboard/web/kernel';
import {
  AsOf,
  EmptyState,
  FooterBar,
  formatCount,
  ImportDropZone,
  ListStates,
  NotYours,
  PageHeader,
  SplitPane,
  UpdatesPill,
  useKeymap,
} from '@caseboard/web/ui';
import { Button } from '@mantine/core';
import { IconFilter, IconUpload } from '@tabler/icons-react';
import { ImportReport } from '../components/import-report.tsx';
import { ImportsList } from '../components/imports-list.tsx';
import { KindMenu } from '../components/kind-menu.tsx';
import { UploadList } from '../components/upload-list.tsx';
import { dayLine } from '../import-words.rules.ts';
import { leaveWords } from '../uploads.rules.ts';
import { useImports, usePosted } from '../use-imports.ts';
import { useUploads } from '../use-uploads.ts';

const KINDS = 'FHIR charts, 835, 837, 999, 277CA, 276 and 277, plain or gzip.';

/** Files in, and what became of them: drop zone, live list, report of the chosen one. */
export function ImportsPage() {
  usePageTitle('Imports');
  return useMay()('records.import.read') ? <Imports /> : <NotYours noun="imports" />;
}

function Imports() {
  const { values, change } = useAddress();
  const { import: chosenId, kind } = values;
  const { list, shown, waiting, onHandChange, show } = useImports(kind);
  const posted = usePosted();
  const { dayOf, today, nowExact } = useMoments();
  const choose = (id: string | undefined, how: 'push' | 'replace' = 'push') => change({ import: id }, how);
  const uploads = useUploads((id, isOnly) => isOnly && choose(id));
  useStepping(
    shown.map(({ id }) => id),
    chosenId,
    (id) => choose(id, 'replace'),
  );
  const { state } = list;
  const hidden = list.rows.filter((job) => kind !== undefined && job.kind !== kind).length;
  const ofToday = list.rows.filter(({ createdAt }) => dayOf(createdAt) === today());
  const report = chosenId !== undefined && (
    <ImportReport
      key={chosenId}
      id={chosenId}
      listed={list.byId.get(chosenId)}
      posted={posted.get(chosenId) ?? []}
      onClose={() => choose(undefined)}
    />
  );
  return (
    <>
      <PageHeader
        title="Imports"
        truth={state.status === 'ready' ? dayLine(ofToday) : undefined}
        actions={
          <>
            <UpdatesPill updates={waiting} onShow={show} />
            <KindMenu kind={kind} onChange={(next) => change({ kind: next })} />
          </>
        }
      />
      <SplitPane label="Report of the import" {...(report ? { side: report } : {})}>
        <div className="cb-drop-place">
          <DropZone onFiles={uploads.send} />
          <UploadList {...uploads} />
        </div>
        <ListStates
          status={state.status}
          failure={state.status === 'failed' ? wordsOf(state.error) : undefined}
          onRetry={list.reload}
          noun="imports"
          columns="16px minmax(120px, 1fr) 52px 196px 62px 54px 44px"
          rowHeight={44}
        >
          {shown.length === 0 ? (
            <Nothing hidden={hidden} onShowAll={() => change({ kind: undefined })} />
          ) : (
            <ImportsList
              jobs={shown}
              posted={posted}
              chosenId={chosenId}
              onChoose={choose}
              onHandChange={onHandChange}
            />
          )}
          {state.hasMore && (
            <Button className="cb-more" onClick={list.loadMore}>
              Show older
            </Button>
          )}
        </ListStates>
      </SplitPane>
      <PageFooter>
        <FooterBar
          start={[leaveWords(uploads.uploads), hidden > 0 ? `${formatCount(hidden)} hidden by kind` : undefined]}
          end={state.status === 'ready' ? <AsOf seq={state.asOf} time={nowExact()} /> : undefined}
        />
      </PageFooter>
    </>
  );
}

function DropZone({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const mayImport = useMay()('records.import.create');
  const isOffline = useConnection().state === 'offline';
  const offReason = mayImport
    ? isOffline
      ? 'It needs a connection.'
      : undefined
    : 'Your roles read imports; billers, coders and administrators send files.';
  return <ImportDropZone onFiles={onFiles} kinds={KINDS} offReason={offReason} />;
}

function Nothing({ hidden, onShowAll }: { hidden: number; onShowAll: () => void }) {
  if (hidden === 0) {
    return (
      <EmptyState icon={IconUpload} title="No file was imported yet">
        Drop an 835 or an 837 above. It is checked to its end before anything of it counts.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={IconFilter}
      title={`The kind hides ${formatCount(hidden)} files`}
      action={<Button onClick={onShowAll}>Show every kind</Button>}
    />
  );
}

/** J and K step through the list, Escape shuts the report. */
function useStepping(
  ids: readonly string[],
  chosenId: string | undefined,
  choose: (id: string | undefined) => void,
): void {
  const step = (by: number) => {
    const at = chosenId === undefined ? -1 : ids.indexOf(chosenId);
    const next = ids[Math.min(ids.length - 1, Math.max(0, at + by))];
    if (next !== undefined) choose(next);
  };
  useKeymap([
    { keys: 'j', run: () => step(1) },
    { keys: 'k', run: () => step(-1) },
    { keys: 'Escape', run: () => choose(undefined), isOff: chosenId === undefined },
  ]);
}

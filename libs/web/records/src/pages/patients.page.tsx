import type { Patient, PatientSummary } from '@caseboard/contracts';
import {
  PageFooter,
  plainDateWords,
  useAddress,
  useExport,
  useMay,
  usePageTitle,
  wordsOf,
} from '@caseboard/web/kernel';
import {
  AdminTable,
  EmptyState,
  ExportButton,
  FooterBar,
  ListStates,
  notifyDone,
  notifyError,
  NotYours,
  PageHeader,
  SplitPane,
  useKeymap,
} from '@caseboard/web/ui';
import type { AdminColumn } from '@caseboard/web/ui';
import { Button, TextInput } from '@mantine/core';
import { IconFilter, IconUsers } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { MergeDrawer } from '../components/merge-drawer.tsx';
import { PatientPane } from '../components/patient-pane.tsx';
import { numberWords } from '../patient-words.rules.ts';
import { undoMerge, usePatients } from '../use-patients.ts';

/** Patients by name, and one of them whole. What is typed is not in the address: it is somebody's name. */
export function PatientsPage() {
  usePageTitle('Patients');
  return useMay()('records.patient.read') ? <Patients /> : <NotYours noun="patients" />;
}

const UNKNOWN = <span className="cb-dim">not known</span>;

const COLUMNS: readonly AdminColumn<PatientSummary>[] = [
  { id: 'name', header: 'Patient', cell: ({ name }) => name },
  {
    id: 'about',
    header: 'Born',
    cell: ({ birthDate }) =>
      birthDate === null ? UNKNOWN : <span className="cb-nowrap">{plainDateWords(birthDate)}</span>,
  },
  {
    id: 'mrn',
    header: 'Record number',
    cell: (one) =>
      one.mrn === null ? (
        <span className="cb-dim">{numberWords(one)}</span>
      ) : (
        <code className="cb-nowrap">{one.mrn}</code>
      ),
  },
];

function Patients() {
  const { values, change } = useAddress();
  const [typed, setTyped] = useState('');
  const [merging, setMerging] = useState<{ patient: Patient; key: number }>();
  const find = useRef<HTMLInputElement>(null);
  const { rows, status, error, hasMore, more, again } = usePatients(typed);
  const taken = useExport('patients', typed.trim() === '' ? {} : { text: typed.trim() });
  const chosenId = values.patient;
  const choose = (patient: string | undefined) => change({ patient });
  useKeymap([
    { keys: '/', run: () => find.current?.focus() },
    { keys: 'Escape', run: () => choose(undefined), isOff: chosenId === undefined || merging !== undefined },
  ]);
  const takeBack = (mergeId: string) =>
    void undoMerge(mergeId).then(
      () => notifyDone('Taken back: both records are as they were'),
      (failure: unknown) => {
        const { text, traceId } = wordsOf(failure);
        notifyError('The merge was not taken back.', text, traceId);
      },
    );
  const pane = chosenId !== undefined && (
    <PatientPane
      key={chosenId}
      id={chosenId}
      onClose={() => choose(undefined)}
      onMerge={(patient) => setMerging({ patient, key: Date.now() })}
      onUndo={takeBack}
    />
  );
  return (
    <>
      <PageHeader
        title="Patients"
        actions={
          <>
            <TextInput
              ref={find}
              size="xs"
              aria-label="Find a patient"
              placeholder="Name or record number  /"
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
            {taken && <ExportButton {...taken} />}
          </>
        }
      />
      <SplitPane label="Patient" {...(pane ? { side: pane } : {})}>
        <ListStates
          status={status}
          failure={status === 'failed' ? wordsOf(error) : undefined}
          onRetry={again}
          noun="patients"
          columns="minmax(160px, 1.4fr) minmax(140px, 1fr) 140px"
        >
          {rows.length > 0 ? (
            <AdminTable
              label="Patients"
              columns={COLUMNS}
              rows={rows}
              getRowId={({ id }) => id}
              chosenId={chosenId}
              onOpen={({ id }) => choose(id)}
            />
          ) : (
            <Nobody typed={typed} onShowAll={() => setTyped('')} />
          )}
          {hasMore && (
            <Button className="cb-more" onClick={more}>
              Show more
            </Button>
          )}
        </ListStates>
      </SplitPane>
      {merging && (
        <MergeDrawer
          key={merging.key}
          patient={merging.patient}
          onMerged={(id) => {
            again();
            choose(id);
          }}
          onGone={() => setMerging(undefined)}
        />
      )}
      <PageFooter>
        <FooterBar start="Found by the beginning of each word" />
      </PageFooter>
    </>
  );
}

function Nobody({ typed, onShowAll }: { typed: string; onShowAll: () => void }) {
  if (typed !== '')
    return (
      <EmptyState
        icon={IconFilter}
        title={`Nobody answers to “${typed}”`}
        action={<Button onClick={onShowAll}>Show everybody</Button>}
      />
    );
  return (
    <EmptyState icon={IconUsers} title="No patient yet">
      Patients come with the first chart or claim that is imported.
    </EmptyState>
  );
}

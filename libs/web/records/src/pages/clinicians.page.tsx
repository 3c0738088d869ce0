import { clinicianEntry } from '@caseboard/contracts';
import type { ClinicianEntry } from '@caseboard/contracts';
import {
  api,
  PageFooter,
  useColleagues,
  useConnection,
  useLiveList,
  useMay,
  useMoments,
  usePageTitle,
  wordsOf,
} from '@caseboard/web/kernel';
import {
  AdminTable,
  AsOf,
  EmptyState,
  FooterBar,
  ListStates,
  notifyDone,
  notifyError,
  NotYours,
  PageHeader,
  useKeymap,
} from '@caseboard/web/ui';
import type { AdminColumn } from '@caseboard/web/ui';
import { Button, Select, TextInput } from '@mantine/core';
import { IconFilter, IconStethoscope } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { cliniciansSource } from '../patients.sources.ts';

/** Clinicians of the charts, and who of them signs in here. */
export function CliniciansPage() {
  usePageTitle('Clinicians');
  return useMay()('records.clinician.manage') ? <Clinicians /> : <NotYours noun="clinicians" />;
}

function Clinicians() {
  const { rows, state, reload, loadMore } = useLiveList(cliniciansSource);
  const { nowExact } = useMoments();
  const [typed, setTyped] = useState('');
  const find = useRef<HTMLInputElement>(null);
  useKeymap([{ keys: '/', run: () => find.current?.focus() }]);
  const wanted = typed.trim().toLowerCase();
  const found = rows
    .filter(({ name, npi, service }) => [name, npi, service].some((word) => word?.toLowerCase().includes(wanted)))
    .sort((a, b) => a.name.localeCompare(b.name));
  const columns: AdminColumn<ClinicianEntry>[] = [
    { id: 'name', header: 'Clinician', cell: ({ name }) => name },
    { id: 'npi', header: 'NPI', cell: ({ npi }) => (npi ? <code>{npi}</code> : <span className="cb-dim">none</span>) },
    { id: 'service', header: 'Service', cell: ({ service }) => service ?? <span className="cb-dim">not said</span> },
    { id: 'user', header: 'Signs in as', cell: (one) => <SignsInAs clinician={one} /> },
  ];
  const bound = rows.filter(({ userId }) => userId !== null).length;
  return (
    <>
      <PageHeader
        title="Clinicians"
        truth={state.status === 'ready' ? `${rows.length} clinicians, ${bound} of them sign in` : undefined}
        actions={
          <TextInput
            ref={find}
            size="xs"
            aria-label="Find a clinician"
            placeholder="Find a clinician  /"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        }
      />
      <ListStates
        status={state.status}
        failure={state.status === 'failed' ? wordsOf(state.error) : undefined}
        onRetry={reload}
        noun="clinicians"
        columns="minmax(160px, 1.4fr) 110px minmax(120px, 1fr) 220px"
      >
        <AdminTable
          label="Clinicians"
          columns={columns}
          rows={found}
          getRowId={({ id }) => id}
          empty={<Nobody typed={typed} onShowAll={() => setTyped('')} />}
        />
        {state.hasMore && (
          <Button className="cb-more" onClick={loadMore}>
            Show more
          </Button>
        )}
      </ListStates>
      <PageFooter>
        <FooterBar
          start="Who signs in as a clinician sees that clinician’s charts and can be asked about them"
          end={state.status === 'ready' ? <AsOf seq={state.asOf} time={nowExact()} /> : undefined}
        />
      </PageFooter>
    </>
  );
}

/** The person behind a clinician; choosing another changes it at once. */
function SignsInAs({ clinician }: { clinician: ClinicianEntry }) {
  const { active, byId } = useColleagues();
  const isOffline = useConnection().state === 'offline';
  const [isBusy, setBusy] = useState(false);
  const people = active.map(({ id, name }) => ({ value: id, label: name }));
  const bind = async (userId: string | null) => {
    setBusy(true);
    try {
      await api.put(`/clinicians/${clinician.id}/user`, clinicianEntry, { body: { userId } });
      const who = userId === null ? 'Nobody' : (byId.get(userId)?.name ?? 'Somebody');
      notifyDone(`${who} signs in as ${clinician.name} now`);
    } catch (error) {
      const { text, traceId } = wordsOf(error);
      notifyError('Nothing was changed.', text, traceId);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Select
      size="xs"
      aria-label={`Who signs in as ${clinician.name}`}
      placeholder="nobody"
      data={people}
      value={clinician.userId}
      onChange={(userId) => void bind(userId)}
      searchable
      clearable
      disabled={isBusy || isOffline}
    />
  );
}

function Nobody({ typed, onShowAll }: { typed: string; onShowAll: () => void }) {
  if (typed !== '')
    return (
      <EmptyState
        icon={IconFilter}
        title={`No clinician answers to “${typed}”`}
        action={<Button onClick={onShowAll}>Show every clinician</Button>}
      />
    );
  return (
    <EmptyState icon={IconStethoscope} title="No clinician yet">
      Clinicians come with the first charts that name them.
    </EmptyState>
  );
}

import type { Patient } from '@caseboard/contracts';
import { ApiError, useGo, useMay, useMoments, wordsOf } from '@caseboard/web/kernel';
import { AppLink, Banner, CaseSection, EmptyState, ErrorStrip, Facts, PaneHeader } from '@caseboard/web/ui';
import { Button } from '@mantine/core';
import { IconArrowMerge, IconUserOff } from '@tabler/icons-react';
import { aboutPatient, daysOf, numberWords, placeOf } from '../patient-words.rules.ts';
import { usePatient } from '../use-patients.ts';
import { PatientVisits } from './patient-visits.tsx';

/** Props of `PatientPane`. */
export interface PatientPaneProps {
  id: string;
  onClose: () => void;
  onMerge: (patient: Patient) => void;
  onUndo: (mergeId: string) => void;
}

/** One patient: numbers, coverages, visits, and the records that were found to be the same person. */
export function PatientPane({ id, onClose, onMerge, onUndo }: PatientPaneProps) {
  const { byId, state, reload } = usePatient(id);
  const patient = byId.get(id);
  if (patient) return <Record patient={patient} onClose={onClose} onMerge={onMerge} onUndo={onUndo} />;
  if (state.status === 'loading') return <PaneHeader title="Patient" onClose={onClose} />;
  const failure = wordsOf(state.error);
  const isMissing = state.status === 'closed' || (state.error instanceof ApiError && state.error.status === 404);
  return (
    <>
      <PaneHeader title="Patient" onClose={onClose} />
      {isMissing ? (
        <EmptyState icon={IconUserOff} title="There is no such patient">
          The link may be old, or the record is not yours to see.
        </EmptyState>
      ) : (
        <ErrorStrip title="This patient could not be read." traceId={failure.traceId} onRetry={reload}>
          {failure.text}
        </ErrorStrip>
      )}
    </>
  );
}

function Record({ patient, onClose, onMerge, onUndo }: Omit<PatientPaneProps, 'id'> & { patient: Patient }) {
  const may = useMay();
  const go = useGo();
  const canMerge = may('records.patient.merge');
  return (
    <>
      <PaneHeader title={patient.name} onClose={onClose}>
        {aboutPatient(patient)}
      </PaneHeader>
      {patient.mergedIntoId !== null && (
        <Banner tone="info">
          This record is part of another one of the same person.{' '}
          <AppLink href={`/patients?patient=${patient.mergedIntoId}`} onNavigate={go}>
            Open that one
          </AppLink>
        </Banner>
      )}
      {canMerge && patient.mergedIntoId === null && (
        <div className="cb-line">
          <Button leftSection={<IconArrowMerge size={14} />} onClick={() => onMerge(patient)}>
            Same person as…
          </Button>
        </div>
      )}
      <Numbers patient={patient} />
      <Coverages patient={patient} />
      <PatientVisits patientId={patient.id} />
      <Merges patient={patient} onUndo={canMerge ? onUndo : undefined} />
    </>
  );
}

function Numbers({ patient }: { patient: Patient }) {
  const others = patient.identifiers.filter(({ value }) => value !== patient.mrn);
  const bySystem = Map.groupBy(others, ({ system }) => systemWord(system));
  const facts = [
    { term: 'Record number', value: <code className="cb-wrap">{numberWords(patient)}</code> },
    ...[...bySystem].map(([term, numbers]) => ({
      term,
      value: <code className="cb-wrap">{numbers.map(({ value }) => value).join(', ')}</code>,
    })),
  ];
  return (
    <CaseSection title="Numbers">
      <Facts facts={facts} />
    </CaseSection>
  );
}

/** The end of a system's address says what it is; the whole one helps nobody. */
const systemWord = (system: string): string => system.split(/[/:]/).filter(Boolean).at(-1) ?? 'Other number';

function Coverages({ patient }: { patient: Patient }) {
  return (
    <CaseSection title="Coverages">
      {patient.coverages.length === 0 ? (
        <p className="cb-dim">No coverage is on record.</p>
      ) : (
        <ul className="cb-plain-rows">
          {patient.coverages.map((one) => (
            <li key={one.id}>
              <b>{one.payerName}</b> <code>{one.memberId ?? 'no member id'}</code>
              <div className="cb-small cb-dim">{[placeOf(one), daysOf(one)].filter(Boolean).join(', ')}</div>
            </li>
          ))}
        </ul>
      )}
    </CaseSection>
  );
}

function Merges({ patient, onUndo }: { patient: Patient; onUndo: ((mergeId: string) => void) | undefined }) {
  const { words } = useMoments();
  if (patient.merges.length === 0) return null;
  return (
    <CaseSection title="Merged records">
      <ul className="cb-plain-rows">
        {patient.merges.map((merge) => (
          <li key={merge.id}>
            <div className="cb-line">
              <span>
                <b>{merge.fromId === patient.id ? 'This record' : merge.fromName}</b>{' '}
                {merge.undoneAt === null ? 'merged' : 'was merged, taken back'}: {merge.reason}
              </span>
              {onUndo && merge.undoneAt === null && <Button onClick={() => onUndo(merge.id)}>Take back</Button>}
            </div>
            <div className="cb-small cb-dim">
              {merge.mergedBy}, {words(merge.mergedAt)}
            </div>
          </li>
        ))}
      </ul>
    </CaseSection>
  );
}

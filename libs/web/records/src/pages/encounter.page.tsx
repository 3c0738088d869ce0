import type { ChartEntry, Encounter } from '@caseboard/contracts';
import { plainDateWords, useGo, useLiveList, useMay, usePageTitle, wordsOf } from '@caseboard/web/kernel';
import { AppLink, CaseSection, Facts, ListStates, NotYours, PageHeader } from '@caseboard/web/ui';
import { useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { ChartDocuments } from '../components/chart-documents.tsx';
import { visitWords } from '../patient-words.rules.ts';
import { chartSource } from '../patients.sources.ts';

/** The chart of a visit, to read. */
export function EncounterPage() {
  const { id = '' } = useParams({ strict: false });
  usePageTitle('Visit');
  return useMay()('records.encounter.read') ? <Chart key={id} id={id} /> : <NotYours noun="charts" />;
}

function Chart({ id }: { id: string }) {
  const { byId, state, reload } = useLiveList(useMemo(() => chartSource(id), [id]));
  const chart = byId.get(id);
  return (
    <>
      <PageHeader
        title={chart ? `${chart.number}  ${chart.patientName}` : 'Visit'}
        truth={chart && visitWords(chart)}
      />
      <ListStates
        status={chart ? 'ready' : state.status === 'ready' ? 'closed' : state.status}
        failure={state.status === 'failed' ? wordsOf(state.error) : undefined}
        onRetry={reload}
        noun="chart"
        columns="1fr"
      >
        {chart && <Sheet chart={chart} />}
      </ListStates>
    </>
  );
}

function Sheet({ chart }: { chart: Encounter }) {
  const go = useGo();
  const canOpenPatient = useMay()('records.patient.read');
  const facts = [
    {
      term: 'Patient',
      value: canOpenPatient ? (
        <AppLink href={`/patients?patient=${chart.patientId}`} onNavigate={go}>
          {chart.patientName}
        </AppLink>
      ) : (
        chart.patientName
      ),
    },
    { term: 'Record number', value: chart.mrn ?? 'none' },
    { term: 'Born', value: chart.birthDate === null ? 'not known' : plainDateWords(chart.birthDate) },
    { term: 'Kind of visit', value: chart.words },
    { term: 'Payer', value: chart.payerName ?? 'none on record' },
    ...[
      { term: 'Attending', value: namesOf(chart, 'attending') },
      { term: 'Also there', value: namesOf(chart, 'participant') },
    ].filter(({ value }) => value !== ''),
    ...chart.work.map(({ number, state }) => ({ term: number, value: state })),
  ];
  return (
    <div className="cb-case-body">
      <CaseSection title="Visit">
        <Facts facts={facts} />
      </CaseSection>
      <CaseSection title="Documents" aside={`${chart.documents.length}`}>
        <ChartDocuments documents={chart.documents} />
      </CaseSection>
      <Entries title="Conditions" entries={chart.conditions} />
      <Entries title="Procedures" entries={chart.procedures} />
      {chart.codes.length > 0 && (
        <CaseSection title="Final codes">
          <ol className="cb-plain-rows">
            {chart.codes.map(({ ordinal, code, words }) => (
              <li key={ordinal}>
                <code>{code}</code> {words}
              </li>
            ))}
          </ol>
        </CaseSection>
      )}
    </div>
  );
}

const namesOf = ({ clinicians }: Encounter, role: 'attending' | 'participant'): string =>
  clinicians
    .filter((one) => one.role === role)
    .map(({ name, service }) => [name, service].filter(Boolean).join(', '))
    .join('; ');

function Entries({ title, entries }: { title: string; entries: readonly ChartEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <CaseSection title={title}>
      <ul className="cb-plain-rows">
        {entries.map(({ id, code, words, on }) => (
          <li key={id}>
            {words} <code className="cb-dim">{code}</code>
            {on !== null && <span className="cb-small cb-dim"> {plainDateWords(on)}</span>}
          </li>
        ))}
      </ul>
    </CaseSection>
  );
}

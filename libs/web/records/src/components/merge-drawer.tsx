import type { Patient, PatientSummary } from '@caseboard/contracts';
import { useConnection, wordsOf } from '@caseboard/web/kernel';
import { Banner, ErrorStrip, FormDrawer, notifyDone, useDrawerLife } from '@caseboard/web/ui';
import { Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import { aboutPatient, numberWords } from '../patient-words.rules.ts';
import { mergePatients, usePatients } from '../use-patients.ts';

/** Props of `MergeDrawer`. */
export interface MergeDrawerProps {
  patient: Patient;
  onMerged: (intoId: string) => void;
  onGone: () => void;
}

/** Finds the record of the same person and says, before anything happens, what merging does. */
export function MergeDrawer({ patient, onMerged, onGone }: MergeDrawerProps) {
  const { isOpen, close } = useDrawerLife(onGone);
  const isOffline = useConnection().state === 'offline';
  const [typed, setTyped] = useState(patient.name.split(' ').at(-1) ?? '');
  const [into, setInto] = useState<PatientSummary>();
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const { rows } = usePatients(typed);
  const others = rows.filter(({ id }) => id !== patient.id).slice(0, 8);
  const missing = into === undefined ? 'Choose the record first' : reason.trim() === '' ? 'Say why' : undefined;
  const merge = async () => {
    if (!into) return;
    setBusy(true);
    try {
      await mergePatients(patient.id, into.id, reason.trim());
      notifyDone(`${patient.name} and ${into.name} are one person now`);
      onMerged(into.id);
      close();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  const words = failure === undefined ? undefined : wordsOf(failure);
  return (
    <FormDrawer
      isOpen={isOpen}
      onClose={close}
      title={`Same person as ${patient.name}`}
      submitLabel="Merge"
      onSubmit={() => void merge()}
      isBusy={isBusy}
      offReason={isOffline ? 'Needs a connection' : missing}
      error={
        words && (
          <ErrorStrip title="Nothing was merged." traceId={words.traceId}>
            {words.text}
          </ErrorStrip>
        )
      }
    >
      <TextInput
        label="Find the record that stays"
        description="The beginning of a name or a record number."
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Radio.Group
        label="The record that stays"
        value={into?.id ?? ''}
        onChange={(id) => setInto(others.find((one) => one.id === id))}
      >
        {others.map((one) => (
          <Radio
            key={one.id}
            value={one.id}
            label={`${one.name}, ${numberWords(one)}`}
            description={aboutPatient(one)}
          />
        ))}
        {others.length === 0 && <p className="cb-dim">No other record answers to that.</p>}
      </Radio.Group>
      <TextInput
        label="Why they are one person"
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {into && <Preview patient={patient} into={into} />}
    </FormDrawer>
  );
}

function Preview({ patient, into }: { patient: Patient; into: PatientSummary }) {
  const differs = [
    patient.birthDate !== into.birthDate && 'birth dates',
    patient.sex !== into.sex && 'sexes',
    patient.name.toLowerCase() !== into.name.toLowerCase() && 'names',
  ].filter((word) => word !== false);
  return (
    <Banner tone={differs.length > 0 ? 'warn' : 'info'}>
      {differs.length > 0 && <b>Their {differs.join(' and ')} differ. </b>}
      Visits, numbers and coverages of {patient.name} ({numberWords(patient)}) will show under {into.name} (
      {numberWords(into)}). It can be taken back, and then everything is where it was.
    </Banner>
  );
}

import { NativeSelect, TextInput } from '@mantine/core';
import { FormDrawer } from '@caseboard/web/ui';
import { useState } from 'react';
import { REOPEN_REASONS } from '../case-words.rules.ts';
import type { CaseActs } from '../use-case-acts.ts';

/** Props of the questions an act asks first. */
export type CaseFormProps = { number: string; acts: CaseActs; onClose: () => void };

/** Why a chart waits; it cannot be finalized until that came. */
export function PendForm({ number, acts, onClose }: CaseFormProps) {
  const [reason, setReason] = useState('');
  return (
    <FormDrawer
      isOpen
      onClose={onClose}
      title={`Pend ${number}`}
      submitLabel="Pend"
      isBusy={acts.isBusy}
      offReason={reason.trim() === '' ? 'Say what it waits for' : undefined}
      onSubmit={() => void acts.pend(reason).then((isDone) => isDone && onClose())}
    >
      <TextInput
        label="What it waits for"
        description="A document, a result. For a physician’s answer, ask the physician instead."
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDrawer>
  );
}

/** Why final codes are opened again (domain 2.1: a reason is required). */
export function ReopenForm({ number, acts, onClose }: CaseFormProps) {
  const [reason, setReason] = useState<(typeof REOPEN_REASONS)[number]['value']>('late-document');
  const [note, setNote] = useState('');
  return (
    <FormDrawer
      isOpen
      onClose={onClose}
      title={`Reopen ${number}`}
      submitLabel="Reopen"
      isBusy={acts.isBusy}
      onSubmit={() => void acts.reopen(reason, note).then((isDone) => isDone && onClose())}
    >
      <NativeSelect
        label="Reason"
        data={[...REOPEN_REASONS]}
        value={reason}
        onChange={({ currentTarget: { value } }) =>
          setReason(REOPEN_REASONS.find((each) => each.value === value)?.value ?? 'late-document')
        }
      />
      <TextInput label="Note" maxLength={300} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
    </FormDrawer>
  );
}

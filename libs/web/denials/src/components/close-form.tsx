import { Autocomplete, Radio, TextInput } from '@mantine/core';
import { FormDrawer } from '@caseboard/web/ui';
import { useState } from 'react';
import { closingOf, ROOT_CAUSES } from '../closing.rules.ts';
import type { Closing, ClosingDraft } from '../closing.rules.ts';

/** Props of `CloseForm`. */
export type CloseFormProps = {
  number: string;
  /** What the case says already, from an earlier closing. */
  before: Partial<Closing>;
  onClose: (closing: Closing) => void;
  onCancel: () => void;
};

/** Closing a case says why it was denied, whether that was preventable, and what came back. */
export function CloseForm({ number, before, onClose, onCancel }: CloseFormProps) {
  const [draft, setDraft] = useState<ClosingDraft>({
    rootCause: before.rootCause ?? '',
    isPreventable: before.isPreventable,
    recovered: before.recoveredCents === undefined ? '' : (before.recoveredCents / 100).toFixed(2),
  });
  const change = (patch: Partial<ClosingDraft>) => setDraft({ ...draft, ...patch });
  const answer = closingOf(draft);
  return (
    <FormDrawer
      isOpen
      onClose={onCancel}
      title={`Close ${number}`}
      submitLabel="Close case"
      offReason={'missing' in answer ? answer.missing : undefined}
      onSubmit={() => 'closing' in answer && onClose(answer.closing)}
    >
      <Autocomplete
        data-autofocus
        label="Root cause"
        data={[...ROOT_CAUSES]}
        value={draft.rootCause}
        onChange={(rootCause) => change({ rootCause })}
      />
      <Radio.Group
        label="Preventable"
        value={preventableWord(draft.isPreventable)}
        onChange={(word) => change({ isPreventable: word === 'yes' })}
      >
        <Radio value="yes" label="Yes, we could have avoided it" mt={4} />
        <Radio value="no" label="No" mt={4} />
      </Radio.Group>
      <TextInput
        label="Dollars recovered"
        description="What the payer paid after all; 0 for nothing"
        inputMode="decimal"
        leftSection="$"
        value={draft.recovered}
        onChange={(event) => change({ recovered: event.currentTarget.value })}
      />
    </FormDrawer>
  );
}

const preventableWord = (is: boolean | undefined) => (is === undefined ? '' : is ? 'yes' : 'no');

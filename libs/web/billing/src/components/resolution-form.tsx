import { REJECTION_RESOLUTIONS } from '@caseboard/contracts';
import type { RejectionCase } from '@caseboard/contracts';
import { useConnection, useRowForm } from '@caseboard/web/kernel';
import { ErrorStrip, FormDrawer, notifyDone } from '@caseboard/web/ui';
import { Radio, Textarea } from '@mantine/core';
import { RESOLUTION_WORDS, type Resolution } from '../rejection-words.rules.ts';
import { resolveRejection } from '../rejections.live.ts';

/** Props of `ResolutionForm`. */
export type ResolutionFormProps = {
  opened: Pick<RejectionCase, 'id' | 'number' | 'version'>;
  onDone: () => void;
};

type ResolutionDraft = { resolution: Resolution | undefined; note: string };

/** Says how a rejected claim was dealt with; its work is then done. */
export function ResolutionForm({ opened, onDone }: ResolutionFormProps) {
  const isOffline = useConnection().state === 'offline';
  const form = useRowForm<ResolutionDraft>({
    form: { resolution: undefined, note: '' },
    version: 0,
    check: () => ({}),
  });
  const { resolution, note } = form.values;
  const save = async () => {
    if (resolution === undefined) return;
    const said = note.trim();
    const body = { resolution, ...(said === '' ? {} : { note: said }) };
    if (!(await form.submit(() => resolveRejection(opened, body)))) return;
    notifyDone(`${opened.number} is dealt with`);
    onDone();
  };
  const offReason = isOffline ? 'Needs a connection' : resolution === undefined ? 'Say what was done' : undefined;
  return (
    <FormDrawer
      isOpen
      onClose={onDone}
      title={`Deal with ${opened.number}`}
      submitLabel="Done"
      isBusy={form.isBusy}
      offReason={offReason}
      onSubmit={() => void save()}
      error={
        form.refusal && (
          <ErrorStrip title="It is still open; what you wrote is still here." traceId={form.refusal.traceId}>
            {form.refusal.text}
          </ErrorStrip>
        )
      }
    >
      <Radio.Group
        label="What was done"
        value={resolution ?? ''}
        onChange={(chosen) =>
          form.set(
            'resolution',
            REJECTION_RESOLUTIONS.find((each) => each === chosen),
          )
        }
      >
        {REJECTION_RESOLUTIONS.map((each) => (
          <Radio key={each} value={each} label={RESOLUTION_WORDS[each]} mt={4} />
        ))}
      </Radio.Group>
      <Textarea
        label="Note"
        autosize
        minRows={2}
        maxLength={300}
        value={note}
        onChange={(event) => form.set('note', event.currentTarget.value)}
      />
    </FormDrawer>
  );
}

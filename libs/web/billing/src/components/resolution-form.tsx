import { REJECTION_RESOLUTIONS } from '@caseboard/contracts';
import type { RejectionCase } from '@caseboard/contracts';
import { useConnection, wordsOf } from '@caseboard/web/kernel';
import { ErrorStrip, FormDrawer, notifyDone } from '@caseboard/web/ui';
import { Radio, Textarea } from '@mantine/core';
import { useState } from 'react';
import { RESOLUTION_WORDS, type Resolution } from '../rejection-words.rules.ts';
import { resolveRejection } from '../rejections.live.ts';

/** Props of `ResolutionForm`. */
export type ResolutionFormProps = {
  opened: Pick<RejectionCase, 'id' | 'number' | 'version'>;
  onDone: () => void;
};

/** Says how a rejected claim was dealt with; its work is then done. */
export function ResolutionForm({ opened, onDone }: ResolutionFormProps) {
  const isOffline = useConnection().state === 'offline';
  const [resolution, setResolution] = useState<Resolution>();
  const [note, setNote] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<{ text: string; traceId?: string }>();
  const save = async () => {
    if (resolution === undefined) return;
    setBusy(true);
    try {
      const said = note.trim();
      await resolveRejection(opened, { resolution, ...(said === '' ? {} : { note: said }) });
      notifyDone(`${opened.number} is dealt with`);
      onDone();
    } catch (error) {
      setRefusal(wordsOf(error));
    } finally {
      setBusy(false);
    }
  };
  const offReason = isOffline ? 'Needs a connection' : resolution === undefined ? 'Say what was done' : undefined;
  return (
    <FormDrawer
      isOpen
      onClose={onDone}
      title={`Deal with ${opened.number}`}
      submitLabel="Done"
      isBusy={isBusy}
      offReason={offReason}
      onSubmit={() => void save()}
      error={
        refusal && (
          <ErrorStrip title="It is still open; what you wrote is still here." traceId={refusal.traceId}>
            {refusal.text}
          </ErrorStrip>
        )
      }
    >
      <Radio.Group
        label="What was done"
        value={resolution ?? ''}
        onChange={(chosen) => setResolution(REJECTION_RESOLUTIONS.find((each) => each === chosen))}
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
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDrawer>
  );
}

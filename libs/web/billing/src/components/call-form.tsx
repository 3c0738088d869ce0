import { CALL_OUTCOMES, followUpCaseDetail } from '@caseboard/contracts';
import type { FollowUpCase } from '@caseboard/contracts';
import { api, useConnection, useRowForm, useToday } from '@caseboard/web/kernel';
import { ErrorStrip, FormDrawer, notifyDone } from '@caseboard/web/ui';
import { Radio, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { callOf, CONTACT_WORDS, EMPTY_CALL, OUTCOME_WORDS } from '../call-form.rules.ts';
import type { CallDraft, CallOutcome } from '../call-form.rules.ts';

/** Props of `CallForm`. */
export type CallFormProps = {
  opened: Pick<FollowUpCase, 'id' | 'number' | 'payerName'>;
  onDone: () => void;
};

/** Writes down a contact with the payer; a promised day puts the case to sleep until then. */
export function CallForm({ opened, onDone }: CallFormProps) {
  const { today } = useToday();
  const isOffline = useConnection().state === 'offline';
  const form = useRowForm<CallDraft>({ form: EMPTY_CALL, version: 0, check: () => ({}) });
  const { values: draft, set } = form;
  const answer = callOf(draft, today);
  const save = async () => {
    if (!('call' in answer)) return;
    const path = `/follow-up-cases/${opened.id}/calls`;
    if (!(await form.submit(() => api.post(path, followUpCaseDetail, { body: answer.call })))) return;
    notifyDone(`The contact for ${opened.number} is logged`);
    onDone();
  };
  return (
    <FormDrawer
      isOpen
      onClose={onDone}
      title={`Contact with ${opened.payerName}`}
      submitLabel="Log it"
      isBusy={form.isBusy}
      offReason={isOffline ? 'Needs a connection' : 'missing' in answer ? answer.missing : undefined}
      onSubmit={() => void save()}
      error={
        form.refusal && (
          <ErrorStrip title="It was not logged; what you wrote is still here." traceId={form.refusal.traceId}>
            {form.refusal.text}
          </ErrorStrip>
        )
      }
    >
      <SegmentedControl
        aria-label="How"
        value={draft.by}
        onChange={(by) => set('by', by as CallDraft['by'])}
        data={Object.entries(CONTACT_WORDS).map(([value, label]) => ({ value, label }))}
      />
      <Radio.Group
        label="What came of it"
        value={draft.outcome}
        onChange={(chosen) => set('outcome', chosen as CallOutcome)}
      >
        {CALL_OUTCOMES.map((each) => (
          <Radio key={each} value={each} label={OUTCOME_WORDS[each]} mt={4} />
        ))}
      </Radio.Group>
      {draft.outcome === 'promised' && (
        <TextInput
          type="date"
          label="Promised for"
          description="The case sleeps until the day after, and wakes if nothing came"
          min={today}
          value={draft.promisedOn}
          onChange={(event) => set('promisedOn', event.currentTarget.value)}
        />
      )}
      <TextInput
        label="Spoke with"
        value={draft.spokeWith}
        maxLength={120}
        onChange={(event) => set('spokeWith', event.currentTarget.value)}
      />
      <TextInput
        label="Reference"
        value={draft.reference}
        maxLength={80}
        onChange={(event) => set('reference', event.currentTarget.value)}
      />
      <Textarea
        label="Note"
        autosize
        minRows={2}
        value={draft.note}
        maxLength={1000}
        onChange={(event) => set('note', event.currentTarget.value)}
      />
    </FormDrawer>
  );
}

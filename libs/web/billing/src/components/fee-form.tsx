import { fee as feeShape } from '@caseboard/contracts';
import type { Fee } from '@caseboard/contracts';
import { api, useConnection, useToday, wordsOf } from '@caseboard/web/kernel';
import { ErrorStrip, FormDrawer, notifyDone } from '@caseboard/web/ui';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { checkFee, feeOf } from '../fee-form.rules.ts';
import type { FeeDraft } from '../fee-form.rules.ts';

/** Props of `FeeForm`; without a fee it makes one. */
export type FeeFormProps = { fee: Fee | undefined; onDone: () => void };

/** The price of a code from a day on; drafts that wait for it are priced at once. */
export function FeeForm({ fee, onDone }: FeeFormProps) {
  const { today } = useToday();
  const isOffline = useConnection().state === 'offline';
  const [draft, setDraft] = useState<FeeDraft>({
    code: fee?.code ?? '',
    revenueCode: fee?.revenueCode ?? '',
    dollars: fee === undefined ? '' : (fee.cents / 100).toFixed(2),
    effectiveFrom: fee?.effectiveFrom ?? today,
  });
  const [wrong, setWrong] = useState<Partial<Record<string, string>>>({});
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<{ text: string; traceId?: string }>();
  const change = (patch: Partial<FeeDraft>) => setDraft({ ...draft, ...patch });
  const save = async () => {
    const found = checkFee(draft);
    setWrong(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    setRefusal(undefined);
    try {
      const body = feeOf(draft);
      if (fee) await api.patch(`/fees/${fee.id}`, feeShape, { version: fee.version, body });
      else await api.post('/fees', feeShape, { body });
      notifyDone(`The fee of ${body.code} is saved`);
      onDone();
    } catch (error) {
      setRefusal(wordsOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <FormDrawer
      isOpen
      onClose={onDone}
      title={fee ? `Fee of ${fee.code}` : 'Add fee'}
      submitLabel={fee ? 'Save' : 'Add fee'}
      isBusy={isBusy}
      offReason={isOffline ? 'Needs a connection' : undefined}
      onSubmit={() => void save()}
      error={
        refusal && (
          <ErrorStrip title="The fee was not saved." traceId={refusal.traceId}>
            {refusal.text}
          </ErrorStrip>
        )
      }
    >
      <TextInput
        label="CPT or HCPCS code"
        value={draft.code}
        error={wrong.code}
        onChange={(event) => change({ code: event.currentTarget.value })}
      />
      <TextInput
        label="Revenue code"
        description="For claims of the facility"
        value={draft.revenueCode}
        error={wrong.revenueCode}
        onChange={(event) => change({ revenueCode: event.currentTarget.value })}
      />
      <TextInput
        label="Price of one unit"
        inputMode="decimal"
        leftSection="$"
        value={draft.dollars}
        error={wrong.cents}
        onChange={(event) => change({ dollars: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label="From"
        value={draft.effectiveFrom}
        error={wrong.effectiveFrom}
        onChange={(event) => change({ effectiveFrom: event.currentTarget.value })}
      />
    </FormDrawer>
  );
}

import { claim as claimSchema, LINEAGE_DECISIONS } from '@caseboard/contracts';
import type { Claim, LineageAsk } from '@caseboard/contracts';
import { api, useConnection, useGo, useMay, useRowForm } from '@caseboard/web/kernel';
import { AppLink, ErrorStrip, FormDrawer, notifyDone } from '@caseboard/web/ui';
import { Button, Radio, Textarea } from '@mantine/core';
import { useState } from 'react';

type Decision = LineageAsk['decision'];
type LineageDraft = { decision: Decision | undefined; note: string };

/** What is next for a sent claim whose codes changed. */
export const DECIDE_NEXT = 'Next: decide what becomes of it; its codes changed after it was sent.';

const CHOICES: Record<Decision, readonly [label: string, means: string]> = {
  replace: [
    'Replace it',
    'A new claim with the codes as they are now takes its place at the payer (frequency 7). You send it when it is ready.',
  ],
  void: [
    'Void it',
    'The payer is told to take it back as if it had never been sent (frequency 8). You send the void when it is ready.',
  ],
  'no-change': ['Leave it', 'The change does not matter for this claim. It stays as it was sent.'],
};

const DONE: Record<Decision, string> = {
  replace: 'will be replaced; the new claim is in the list',
  void: 'will be voided; the void is in the list',
  'no-change': 'stays as it was sent',
};

/** Offers the decision about a claim while it is open, to those who may send claims. */
export function LineageDecision({ claim }: { claim: Claim }) {
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  if (!claim.pendingDecision || !may('billing.claim.send')) return null;
  return (
    <>
      <Button variant="filled" onClick={() => setOpen(true)}>
        Decide
      </Button>
      {isOpen && <LineageForm claim={claim} onDone={() => setOpen(false)} />}
    </>
  );
}

/** Says what becomes of a sent claim whose codes changed, and why. */
function LineageForm({ claim, onDone }: { claim: Pick<Claim, 'id' | 'number'>; onDone: () => void }) {
  const isOffline = useConnection().state === 'offline';
  const form = useRowForm<LineageDraft>({ form: { decision: undefined, note: '' }, version: 0, check: () => ({}) });
  const { decision, note } = form.values;
  const save = async () => {
    if (decision === undefined) return;
    const said = note.trim();
    const body: LineageAsk = { decision, ...(said === '' ? {} : { note: said }) };
    if (!(await form.submit(() => api.post(`/claims/${claim.id}/lineage`, claimSchema, { body })))) return;
    notifyDone(`${claim.number} ${DONE[decision]}`);
    onDone();
  };
  return (
    <FormDrawer
      isOpen
      onClose={onDone}
      title={`Decide about ${claim.number}`}
      submitLabel="Decide"
      isBusy={form.isBusy}
      offReason={isOffline ? 'Needs a connection' : decision === undefined ? 'Choose one of the three' : undefined}
      onSubmit={() => void save()}
      error={
        form.refusal && (
          <ErrorStrip title="Nothing was decided; what you wrote is still here." traceId={form.refusal.traceId}>
            {form.refusal.text}
          </ErrorStrip>
        )
      }
    >
      <Radio.Group
        label="Its codes changed after it was sent"
        value={decision ?? ''}
        onChange={(chosen) =>
          form.set(
            'decision',
            LINEAGE_DECISIONS.find((each) => each === chosen),
          )
        }
      >
        {LINEAGE_DECISIONS.map((each) => (
          <Radio key={each} value={each} label={CHOICES[each][0]} description={CHOICES[each][1]} mt={8} />
        ))}
      </Radio.Group>
      <Textarea
        label="Why"
        autosize
        minRows={2}
        maxLength={300}
        value={note}
        onChange={(event) => form.set('note', event.currentTarget.value)}
      />
    </FormDrawer>
  );
}

/** The claims before and after this one. */
export function LineageLinks({ claim }: { claim: Claim }) {
  const go = useGo();
  const { frequency, replacesId, replacedById } = claim;
  if (replacesId === null && replacedById === null) return null;
  return (
    <nav className="cb-case-line" aria-label={`Claims before and after ${claim.number}`}>
      {replacesId !== null && (
        <AppLink href={`/claims?open=${replacesId}`} onNavigate={go}>
          {frequency === '8' ? 'The claim it voids' : 'The claim it replaces'}
        </AppLink>
      )}
      {replacedById !== null && (
        <AppLink href={`/claims?open=${replacedById}`} onNavigate={go}>
          The claim that follows it
        </AppLink>
      )}
    </nav>
  );
}

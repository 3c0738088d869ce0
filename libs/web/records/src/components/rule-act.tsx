import type { PayerRule } from '@caseboard/contracts';
import { ApiError, plainDateWords, useMoments, wordsOf } from '@caseboard/web/kernel';
import { ConfirmDialog, ErrorStrip, notifyDone, useDrawerLife } from '@caseboard/web/ui';
import { useState } from 'react';
import { ruleWords } from '../payer-rule-words.rules.ts';
import { endRule, removeRule } from '../use-payers.ts';

/** Props of `RuleAct`. */
export interface RuleActProps {
  /** The rule as it is now. */
  rule: PayerRule;
  what: 'end' | 'remove';
  onGone: () => void;
}

/** Asks before a rule ends or goes: deadlines that came from it are counted again. */
export function RuleAct({ rule, what, onGone }: RuleActProps) {
  const { isOpen, close } = useDrawerLife(onGone);
  const today = useMoments().today();
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ReturnType<typeof wordsOf>>();
  const run = async () => {
    setBusy(true);
    await (what === 'end' ? endRule(rule, today) : removeRule(rule)).then(
      () => {
        notifyDone(what === 'end' ? 'The rule ends today' : 'The rule is removed');
        close();
      },
      (error: unknown) => setRefusal(refusalWords(error)),
    );
    setBusy(false);
  };
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={what === 'end' ? 'End this rule today' : 'Remove this rule'}
      confirmLabel={what === 'end' ? 'End today' : 'Remove'}
      isDangerous={what === 'remove'}
      isBusy={isBusy}
      onConfirm={() => void run()}
      onCancel={close}
    >
      {refusal && (
        <ErrorStrip title="Not done." traceId={refusal.traceId}>
          {refusal.text}
        </ErrorStrip>
      )}
      <p>{ruleWords(rule)}.</p>
      <p>
        {what === 'end'
          ? `Its last day will be ${plainDateWords(today)}. It stays on record.`
          : 'It goes from the record, as if it had never held. To keep it for earlier days, end it instead.'}{' '}
        Deadlines that came from it are counted again.
      </p>
    </ConfirmDialog>
  );
}

function refusalWords(error: unknown): ReturnType<typeof wordsOf> {
  const isStale = error instanceof ApiError && error.code === 'request/stale';
  return isStale
    ? { text: 'Somebody changed this rule a moment ago. Look at it again, then press once more.' }
    : wordsOf(error);
}

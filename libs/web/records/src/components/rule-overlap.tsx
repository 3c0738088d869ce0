import type { PayerRule } from '@caseboard/contracts';
import { plainDateWords, wordsOf } from '@caseboard/web/kernel';
import { ErrorStrip } from '@caseboard/web/ui';
import { useState } from 'react';
import { dayBefore } from '../payer-forms.rules.ts';
import { ruleWords } from '../payer-rule-words.rules.ts';
import { endRule } from '../use-payers.ts';

/** Props of `RuleOverlap`. */
export interface RuleOverlapProps {
  inTheWay: PayerRule;
  /** The first day of the rule that does not fit. */
  from: string;
  /** The other rule has ended; what was typed can be sent again. */
  onEnded: () => void;
}

/** Says which rule is in the way and offers to end it the day before, where that makes room. */
export function RuleOverlap({ inTheWay, from, onEnded }: RuleOverlapProps) {
  const [refusal, setRefusal] = useState<string>();
  const canEnd = inTheWay.effectiveFrom < from;
  const end = () => {
    endRule(inTheWay, dayBefore(from)).then(onEnded, (error: unknown) => setRefusal(wordsOf(error).text));
  };
  return (
    <ErrorStrip title="Not saved.">
      Two rules would cover the same days. In the way: {ruleWords(inTheWay)}. What you typed is kept.{' '}
      {canEnd ? (
        <button type="button" className="cb-text-button" onClick={end}>
          End that one on {plainDateWords(dayBefore(from))} and save
        </button>
      ) : (
        'Let this one end before that one begins, or change that one.'
      )}
      {refusal && ` ${refusal}`}
    </ErrorStrip>
  );
}

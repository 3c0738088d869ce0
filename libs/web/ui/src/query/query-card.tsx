import { Button, Textarea } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { QueryEvidenceList, type QueryEvidence } from './query-evidence.tsx';

/** An answer to choose. `needsWords` opens a field: "Other, in my words". */
export type QueryChoice = { id: string; label: string; needsWords?: boolean };

/** What the physician chose and wrote so far. */
export type QueryDraft = { optionId: string | null; words: string };

/** Props of `QueryCard`. */
export type QueryCardProps = {
  ask: string;
  /** Above the ask: what stopped it, or a refusal. */
  notice?: ReactNode;
  evidence: readonly QueryEvidence[];
  /** None means an open question. */
  options: readonly QueryChoice[];
  draft: QueryDraft;
  onDraft: (draft: QueryDraft) => void;
  /** `Asked by Carla Mendes, today 9:58 AM.` and the way to the chart. */
  askedBy: ReactNode;
  /** The two ways to respond without an answer. */
  outs?: ReactNode;
  /** The name under the signature. */
  signer: string;
  onSign: () => void;
  isBusy?: boolean;
  /** Why it cannot be signed now; what was chosen stays. */
  offReason?: string | undefined;
};

/** A query to a physician: ask, evidence, big options, one button in the thumb's reach. Nothing is preselected. */
export function QueryCard(props: QueryCardProps) {
  const { ask, options, draft, onDraft, signer, isBusy = false, offReason } = props;
  const name = useId();
  const chosen = options.find(({ id }) => id === draft.optionId);
  const needsWords = options.length === 0 || chosen?.needsWords === true;
  const isWhole = (options.length === 0 || chosen !== undefined) && (!needsWords || draft.words.trim() !== '');
  return (
    <div className="cb-query">
      <div className="cb-query-body" role="region" aria-label="Question" tabIndex={0}>
        {props.notice}
        <h1 id={name}>{ask}</h1>
        <QueryEvidenceList evidence={props.evidence} />
        {options.length > 0 && (
          <div role="radiogroup" aria-labelledby={name} className="cb-query-options">
            {options.map(({ id, label }) => (
              <label key={id} className="cb-query-option" data-chosen={id === draft.optionId || undefined}>
                <input
                  type="radio"
                  name={name}
                  checked={id === draft.optionId}
                  onChange={() => onDraft({ ...draft, optionId: id })}
                />
                {label}
              </label>
            ))}
          </div>
        )}
        {(needsWords || chosen !== undefined) && (
          <Textarea
            label={needsWords ? 'Your answer' : 'Add words, if you like'}
            autosize
            minRows={needsWords ? 3 : 1}
            maxLength={4000}
            value={draft.words}
            onChange={(event) => onDraft({ ...draft, words: event.currentTarget.value })}
          />
        )}
        {props.outs}
        <p className="cb-small cb-dim">{props.askedBy}</p>
      </div>
      <div className="cb-query-sign">
        <Button
          size="xl"
          fullWidth
          variant="filled"
          disabled={!isWhole || offReason !== undefined}
          loading={isBusy}
          aria-keyshortcuts="Control+Enter"
          onClick={props.onSign}
        >
          Sign and send
        </Button>
        <p>{offReason ?? `Signed as ${signer}. You can add to it later, not change it.`}</p>
      </div>
    </div>
  );
}

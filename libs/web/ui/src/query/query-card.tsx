import { Button, Textarea } from '@mantine/core';
import { useId, useState, type ReactNode } from 'react';

/** A quote from the chart with its author and date. */
export type QueryEvidence = { id: string; quote: string; source: string };

/** An answer to choose. `isFreeText` opens a field: "Other, in my words". */
export type QueryOption = { id: string; label: string; isFreeText?: boolean };

/** Props of `QueryCard`. */
export type QueryCardProps = {
  ask: string;
  evidence: readonly QueryEvidence[];
  /** With "Other" and "Unable to determine" among them; none means an open question. */
  options: readonly QueryOption[];
  /** `Asked by Carla Mendes, coding, today 9:58 AM.` */
  askedBy: ReactNode;
  /** The name under the signature. */
  signer: string;
  onSign: (answer: { optionId?: string; body?: string }) => void;
  onNotMyPatient: () => void;
  onNeedMore: () => void;
  isBusy?: boolean;
  /** Why it cannot be signed now; what was chosen stays. */
  offReason?: string | undefined;
};

/** A query to a physician on a phone: ask, evidence, big options, one button in the thumb's reach. Nothing is preselected. */
export function QueryCard(props: QueryCardProps) {
  const { ask, evidence, options, askedBy, signer, onSign, isBusy = false, offReason } = props;
  const name = useId();
  const [chosen, setChosen] = useState<QueryOption | null>(null);
  const [words, setWords] = useState('');
  const needsWords = options.length === 0 || chosen?.isFreeText === true;
  const canSign =
    (options.length === 0 || chosen !== null) && (!needsWords || words.trim() !== '') && offReason === undefined;
  const sign = () =>
    onSign({ ...(chosen === null ? {} : { optionId: chosen.id }), ...(needsWords ? { body: words.trim() } : {}) });
  return (
    <div className="cb-query">
      <div className="cb-query-body">
        <h1 id={name}>{ask}</h1>
        {evidence.map((item) => (
          <blockquote key={item.id}>
            “{item.quote}”<cite>{item.source}</cite>
          </blockquote>
        ))}
        <div role="radiogroup" aria-labelledby={name} className="cb-query-options">
          {options.map((option) => (
            <label key={option.id} className="cb-query-option" data-chosen={chosen?.id === option.id || undefined}>
              <input type="radio" name={name} checked={chosen?.id === option.id} onChange={() => setChosen(option)} />
              {option.label}
            </label>
          ))}
        </div>
        {needsWords && (
          <Textarea
            label="Your answer"
            autosize
            minRows={3}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        )}
        <div className="cb-query-outs">
          <Button size="lg" onClick={props.onNotMyPatient}>
            Not my patient
          </Button>
          <Button size="lg" onClick={props.onNeedMore}>
            I need more information
          </Button>
        </div>
        <p className="cb-small cb-dim">{askedBy}</p>
      </div>
      <div className="cb-query-sign">
        <Button size="xl" fullWidth variant="filled" disabled={!canSign} loading={isBusy} onClick={sign}>
          Sign and send
        </Button>
        <p>{offReason ?? `Signed as ${signer}. You can add to it later, not change it.`}</p>
      </div>
    </div>
  );
}

import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';

/** Props of `QueryResponse`. */
export type QueryResponseProps = {
  isBusy: boolean;
  /** Why nothing can be sent now. */
  offReason: string | undefined;
  onRespond: (response: 'need-info' | 'not-my-patient', words: string) => void;
};

const ASKS = {
  'need-info': { words: 'What is missing?', send: 'Ask for it' },
  'not-my-patient': { words: 'Whose patient is it, if you know?', send: 'Not my patient' },
} as const;

/** The two responses that are no answer, equals beside each other; words with them are welcome, not needed. */
export function QueryResponse({ isBusy, offReason, onRespond }: QueryResponseProps) {
  const [asked, setAsked] = useState<keyof typeof ASKS>();
  const [words, setWords] = useState('');
  if (asked === undefined)
    return (
      <div className="cb-query-outs">
        <Button size="lg" onClick={() => setAsked('not-my-patient')}>
          Not my patient
        </Button>
        <Button size="lg" onClick={() => setAsked('need-info')}>
          Need more information
        </Button>
      </div>
    );
  return (
    <div className="cb-query-response">
      <Textarea
        label={ASKS[asked].words}
        autosize
        autoFocus
        minRows={2}
        maxLength={1000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <div className="cb-query-outs">
        <Button size="lg" onClick={() => setAsked(undefined)}>
          Back to the answers
        </Button>
        <Button
          size="lg"
          variant="outline"
          loading={isBusy}
          disabled={offReason !== undefined}
          title={offReason}
          onClick={() => onRespond(asked, words)}
        >
          {ASKS[asked].send}
        </Button>
      </div>
    </div>
  );
}

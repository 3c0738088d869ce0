import { plainDateWords } from '@caseboard/web/kernel';
import { CloseButton, ErrorStrip, Kbd, SideDrawer, useKeymap } from '@caseboard/web/ui';
import { Button } from '@mantine/core';
import { isBegun } from '../query-draft.rules.ts';
import type { QueryComposer as Composer } from '../use-query-composer.ts';
import { ComposerFields } from './composer-fields.tsx';
import { ComposerPreview } from './composer-preview.tsx';

/** Props of `QueryComposer`. */
export type QueryComposerProps = {
  caseId: string;
  patient: string;
  composer: Composer;
  onClose: () => void;
};

/** A question to a physician: what it rests on, the question with its answers, and what the physician will see. */
export function QueryComposer({ caseId, patient, composer, onClose }: QueryComposerProps) {
  const { draft, change, isBusy, errors, refusal } = composer;
  const send = () => void composer.send().then((isSent) => isSent && onClose());
  useKeymap([{ keys: 'mod+Enter', run: send, evenWhileTyping: true, inDialog: true }]);
  const faults = Object.keys(errors).length;
  return (
    <SideDrawer isOpen onClose={onClose} label={`Question about ${patient}`} width={1080}>
      <form
        className="cb-case-frame"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <div className="cb-form-head">
          <h2>Question about {patient}</h2>
          <CloseButton onClick={onClose} label="Close, keep the draft" />
        </div>
        {refusal && (
          <ErrorStrip boxed={false} title="Not sent." traceId={refusal.traceId}>
            {refusal.text} Your text is kept.
          </ErrorStrip>
        )}
        <div className="cb-ask">
          <section className="cb-ask-evidence" aria-label="Evidence" tabIndex={0}>
            <h3>Evidence</h3>
            {draft.indicators.length === 0 && (
              <p className="cb-small cb-dim">
                Nothing is quoted. Close this, mark words in a document and press Q; the draft is kept.
              </p>
            )}
            <ul>
              {draft.indicators.map((indicator, index) => (
                <li key={`${indicator.documentId}-${indicator.quote}`}>
                  <span>
                    {indicator.quote}
                    <small>
                      {indicator.title}
                      {indicator.on !== null && `, ${plainDateWords(indicator.on)}`}
                    </small>
                  </span>
                  <CloseButton
                    label={`Leave out quote ${index + 1}`}
                    onClick={() => change({ indicators: draft.indicators.filter((each) => each !== indicator) })}
                  />
                </li>
              ))}
            </ul>
          </section>
          <section aria-label="Question">
            <ComposerFields caseId={caseId} composer={composer} />
          </section>
          <ComposerPreview draft={draft} patient={patient} />
        </div>
        <div className="cb-case-foot">
          <Button
            type="submit"
            variant="filled"
            loading={isBusy}
            aria-keyshortcuts="Control+Enter"
            rightSection={<Kbd>Ctrl ↵</Kbd>}
          >
            Send query
          </Button>
          <Button onClick={onClose}>Keep as draft</Button>
          <Button variant="subtle" color="gray" disabled={!isBegun(draft)} onClick={composer.discard}>
            Discard
          </Button>
          {faults > 0 && (
            <span className="cb-small cb-bad" role="status">
              {faults === 1 ? '1 error stops sending' : `${faults} errors stop sending`}
            </span>
          )}
          <span className="cb-push cb-small cb-dim">Text is fixed once sent. Not for emergencies.</span>
        </div>
      </form>
    </SideDrawer>
  );
}

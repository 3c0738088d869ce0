import { plainDateWords } from '@caseboard/web/kernel';
import { QueryEvidenceList } from '@caseboard/web/ui';
import { ALWAYS_OFFERED, optionsOf } from '../query-draft.rules.ts';
import type { QueryDraft } from '../query-draft.rules.ts';

/** What the physician will see, as it is now. */
export function ComposerPreview({ draft, patient }: { draft: QueryDraft; patient: string }) {
  const options = optionsOf(draft);
  return (
    <section className="cb-ask-preview" aria-label="What the physician will see" tabIndex={0}>
      <span className="cb-small cb-dim">What the physician will see</span>
      <div className="cb-ask-card">
        <b>{patient}</b>
        <span>{draft.body.trim() === '' ? 'The question stands here.' : draft.body}</span>
        <QueryEvidenceList
          evidence={draft.indicators.map(({ title, on, quote }, index) => ({
            id: String(index),
            quote,
            source: on === null ? title : `${title}, ${plainDateWords(on)}`,
          }))}
        />
        <ul>
          {options.length > 0 && [...options, ...ALWAYS_OFFERED].map((text, index) => <li key={index}>{text}</li>)}
          {options.length === 0 && <li>An answer in words</li>}
        </ul>
      </div>
    </section>
  );
}

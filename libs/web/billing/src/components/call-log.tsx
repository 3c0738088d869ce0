import type { FollowUpCaseDetail } from '@caseboard/contracts';
import { plainDateWords, useColleagues, useMoments } from '@caseboard/web/kernel';
import { EmptyState, Tag } from '@caseboard/web/ui';
import { CONTACT_WORDS, OUTCOME_WORDS } from '../call-form.rules.ts';

/** Every contact with the payer, newest first. */
export function CallLog({ calls }: Pick<FollowUpCaseDetail, 'calls'>) {
  const moments = useMoments();
  const { nameOfActor } = useColleagues();
  if (calls.length === 0)
    return <EmptyState title="Nobody asked the payer yet">Log the first contact with L.</EmptyState>;
  return (
    <ol className="cb-calls">
      {[...calls]
        .sort((a, b) => (a.at < b.at ? 1 : -1))
        .map((call) => (
          <li key={call.id}>
            <div className="cb-line">
              <b>{CONTACT_WORDS[call.by]}</b>
              <Tag tone={call.outcome === 'promised' ? 'wait' : undefined}>{OUTCOME_WORDS[call.outcome]}</Tag>
              {call.promisedOn !== null && <span>for {plainDateWords(call.promisedOn)}</span>}
              <time className="cb-push cb-dim cb-small" dateTime={call.at}>
                {moments.words(call.at)}
              </time>
            </div>
            {call.note !== null && <p>{call.note}</p>}
            <p className="cb-small cb-dim">
              {[
                nameOfActor(`user:${call.byId}`),
                call.spokeWith === null ? null : `spoke with ${call.spokeWith}`,
                call.reference === null ? null : `reference ${call.reference}`,
              ]
                .filter(Boolean)
                .join(', ')}
            </p>
          </li>
        ))}
    </ol>
  );
}

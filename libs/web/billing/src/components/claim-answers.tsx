import type { Acknowledgement } from '@caseboard/contracts';
import { useMoments } from '@caseboard/web/kernel';
import { CodeChip, Tag } from '@caseboard/web/ui';

const OUTCOMES: Record<Acknowledgement['outcome'], readonly [string, 'good' | 'bad' | 'wait' | 'warn' | undefined]> = {
  accepted: ['accepted', 'good'],
  forwarded: ['forwarded', 'good'],
  rejected: ['rejected', 'bad'],
  pending: ['pending', 'wait'],
  'info-requested': ['asks for information', 'warn'],
  finalized: ['finalized', undefined],
  'not-found': ['not found', 'warn'],
};

/** Every answer to a sent claim before it was decided, with its codes in our own words. */
export function ClaimAnswers({ answers }: { answers: readonly Acknowledgement[] }) {
  const moments = useMoments();
  return (
    <table className="cb-table">
      <thead>
        <tr>
          <th scope="col">Answer</th>
          <th scope="col">From</th>
          <th scope="col">What it says</th>
        </tr>
      </thead>
      <tbody>
        {answers.map((answer) => {
          const [word, tone] = OUTCOMES[answer.outcome];
          return (
            <tr key={answer.id}>
              <td>
                {answer.kind.toUpperCase()} <Tag tone={tone}>{word}</Tag>
                <small>{moments.words(answer.receivedAt)}</small>
              </td>
              <td>
                {answer.from}
                {answer.payerClaimNumber !== null && <small>their number {answer.payerClaimNumber}</small>}
              </td>
              <td>
                {answer.statuses.map(({ category, status, entity, words }, at) => (
                  <div key={`${category}-${status}-${at}`}>
                    <CodeChip quiet>{[category, status, entity].filter(Boolean).join(' · ')}</CodeChip> {words}
                  </div>
                ))}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

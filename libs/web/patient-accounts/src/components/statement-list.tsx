import type { Statement } from '@caseboard/contracts';
import { plainDateWords, useMoments } from '@caseboard/web/kernel';
import { Money } from '@caseboard/web/ui';

/** Statements that were printed, each as paper and as a page. */
export function StatementList({ statements }: { statements: readonly Statement[] }) {
  const moments = useMoments();
  if (statements.length === 0) return <p className="cb-dim">None was printed yet.</p>;
  return (
    <ul className="cb-paid-list" aria-label="Statements">
      {statements.map(({ id, number, printedAt, dueOn, balanceCents }) => (
        <li key={id}>
          <span>
            <b>{number}</b>
            <br />
            <small>
              printed {moments.words(printedAt)}, due {plainDateWords(dueOn)}
            </small>
          </span>
          <span className="cb-paid-acts">
            <Money cents={balanceCents} />
            <a href={statementHref(id, 'pdf')} target="_blank" rel="noreferrer" aria-label={`${number} as PDF`}>
              PDF
            </a>
            <a href={statementHref(id, 'html')} target="_blank" rel="noreferrer" aria-label={`${number} as a page`}>
              Page
            </a>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Where a printed statement opens. */
export const statementHref = (id: string, as: 'pdf' | 'html'): string => `/api/v1/statements/${id}/${as}`;

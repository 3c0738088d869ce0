import type { DenialCaseDetail } from '@caseboard/contracts';
import { CodeChip, Money } from '@caseboard/web/ui';
import { codeOf } from '../card.rules.ts';
import { categoryWords } from '../case-words.rules.ts';

/** The denials of a case one by one, with the remarks the payer gave. */
export function DeniedLines({ denials, rarcs }: Pick<DenialCaseDetail, 'denials' | 'rarcs'>) {
  return (
    <>
      <table className="cb-table">
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Code</th>
            <th scope="col">Reason</th>
            <th scope="col" className="cb-num">
              Denied
            </th>
          </tr>
        </thead>
        <tbody>
          {[...denials]
            .sort((a, b) => (a.lineNumber ?? 0) - (b.lineNumber ?? 0))
            .map((denial) => (
              <tr key={denial.id}>
                <td>
                  {denial.lineNumber ?? 'Claim'}
                  {denial.procedure !== null && <small>{denial.procedure}</small>}
                </td>
                <td>
                  <CodeChip>{codeOf(denial)}</CodeChip>
                </td>
                <td>
                  {denial.words}
                  <small>{categoryWords(denial.category)}</small>
                </td>
                <td className="cb-num">
                  <Money cents={denial.amountCents} tone="lost" />
                </td>
              </tr>
            ))}
        </tbody>
      </table>
      {rarcs.map(({ code, words }) => (
        <p key={code} className="cb-small cb-soft">
          <CodeChip quiet>{code}</CodeChip> {words}
        </p>
      ))}
    </>
  );
}

import { CodeChip } from '../marks/code-chip.tsx';
import { Money } from '../marks/money.tsx';

/** An adjustment the payer made to a line: `CO-197`, the amount it took, our own short words, its remarks. */
export type LineAdjustment = {
  code: string;
  cents: number;
  words: string;
  remarks?: readonly string[];
  isDenial?: boolean;
};

/** A service line as the remittance reports it. */
export type AdjustedLine = {
  id: string;
  line: string;
  /** CPT or HCPCS number with modifiers: `29881 RT`. */
  code: string;
  /** The hospital's own charge text. */
  chargeText?: string;
  chargeCents: number;
  paidCents: number;
  adjustments: readonly LineAdjustment[];
};

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

/** Props of `AdjustmentTable`; `claimAdjustments` are those the payer made to the claim as a whole. */
export type AdjustmentTableProps = {
  lines: readonly AdjustedLine[];
  claimAdjustments?: readonly LineAdjustment[];
};

/**
 * What was charged, paid and adjusted per line and for the whole claim, each adjustment with its code and words,
 * and the claim's sums: paid is what the lines were paid less what was taken from the claim (X12 835, 1.10.2.1).
 */
export function AdjustmentTable({ lines, claimAdjustments = [] }: AdjustmentTableProps) {
  const fromClaim = sum(claimAdjustments.map((each) => each.cents));
  return (
    <div className="cb-scroll-x">
      <table className="cb-table cb-adjustments">
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Code</th>
            <th scope="col" className="cb-num">
              Charge
            </th>
            <th scope="col" className="cb-num">
              Paid
            </th>
            <th scope="col">Adjustments</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td>{line.line}</td>
              <td>
                <code>{line.code}</code>
                {line.chargeText !== undefined && <small>{line.chargeText}</small>}
              </td>
              <td className="cb-num">
                <Money cents={line.chargeCents} />
              </td>
              <td className="cb-num">
                <Money cents={line.paidCents} dimZero />
              </td>
              <td>
                <Adjustments adjustments={line.adjustments} />
              </td>
            </tr>
          ))}
          {claimAdjustments.length > 0 && (
            <tr>
              <td colSpan={3}>Whole claim</td>
              <td className="cb-num">
                <Money cents={-fromClaim} />
              </td>
              <td>
                <Adjustments adjustments={claimAdjustments} />
              </td>
            </tr>
          )}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={2}>Claim</td>
            <td className="cb-num">
              <Money cents={sum(lines.map((line) => line.chargeCents))} />
            </td>
            <td className="cb-num">
              <Money cents={sum(lines.map((line) => line.paidCents)) - fromClaim} />
            </td>
            <td className="cb-num">
              <Money cents={sum(lines.flatMap((line) => line.adjustments.map((each) => each.cents))) + fromClaim} />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Adjustments({ adjustments }: { adjustments: readonly LineAdjustment[] }) {
  if (adjustments.length === 0) return <span className="cb-dim">none</span>;
  return (
    <ul className="cb-adjustment-list">
      {adjustments.map((each, at) => (
        <li key={`${each.code}-${at}`}>
          <CodeChip quiet={!each.isDenial}>{each.code}</CodeChip>
          <span className="cb-adjustment-words">
            {each.words}
            {each.remarks?.map((remark) => (
              <code key={remark}> {remark}</code>
            ))}
          </span>
          <Money cents={each.cents} tone={each.isDenial ? 'lost' : undefined} />
        </li>
      ))}
    </ul>
  );
}

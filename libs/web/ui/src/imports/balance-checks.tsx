import { IconAlertOctagon, IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { formatMoney } from '../marks/money.rules.ts';

/** One equation of a remittance: whole, claim or line. */
export type BalanceCheck = {
  id: string;
  /** `Claim CLM-003977`. */
  name: string;
  /** The rule in the standard's fields: `CLP03 − Σ CAS = CLP04`. */
  formula: string;
  /** The rule with this file's numbers. */
  equation: string;
  /** What the file says instead, in cents; left out when it agrees. */
  fileSaysCents?: number | undefined;
  /** What the file says minus what the rule gives; 0 is balanced. */
  differenceCents: number;
};

/** Props of `BalanceChecks`. */
export type BalanceChecksProps = { checks: readonly BalanceCheck[]; title?: string };

/** The balance checks with their arithmetic, and how many fail. */
export function BalanceChecks({ checks, title = 'Three checks' }: BalanceChecksProps) {
  const failing = checks.filter((check) => check.differenceCents !== 0).length;
  return (
    <section className="cb-panel">
      <header>
        <b>{title}</b>
        <span className={`cb-push cb-small cb-line ${failing > 0 ? 'cb-bad' : 'cb-good'}`}>
          {failing > 0 ? <IconAlertOctagon size={13} aria-hidden="true" /> : <IconCheck size={13} aria-hidden="true" />}
          {failing > 0 ? `${failing} of ${checks.length} fail` : 'all balanced'}
        </span>
      </header>
      <ul>
        {checks.map((check) => (
          <Check key={check.id} check={check} />
        ))}
      </ul>
    </section>
  );
}

function Check({ check }: { check: BalanceCheck }) {
  const isBalanced = check.differenceCents === 0;
  const difference = `${check.differenceCents < 0 ? 'short' : 'over'} ${formatMoney(Math.abs(check.differenceCents))}`;
  return (
    <li className="cb-balance">
      <span className={isBalanced ? 'cb-good' : 'cb-bad'}>
        {isBalanced ? <IconCheck size={16} aria-hidden="true" /> : <IconAlertOctagon size={16} aria-hidden="true" />}
      </span>
      <span>
        <b className="cb-medium">{check.name}</b> <span className="cb-dim">{check.formula}</span>
      </span>
      <Sum left={check.equation} right={isBalanced ? <span className="cb-good">balanced</span> : undefined} />
      {!isBalanced && (
        <Sum
          left={check.fileSaysCents === undefined ? '' : `file says ${formatMoney(check.fileSaysCents)}`}
          right={<b className="cb-bad">{difference}</b>}
        />
      )}
    </li>
  );
}

function Sum({ left, right }: { left: string; right: ReactNode }) {
  return (
    <span className="cb-balance-sum">
      <span>{left}</span>
      {right}
    </span>
  );
}

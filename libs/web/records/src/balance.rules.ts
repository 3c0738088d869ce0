import type { ImportFault, ImportJob } from '@caseboard/contracts';
import { formatMoney, type BalanceCheck } from '@caseboard/web/ui';
import { faultsOf } from './import-faults.rules.ts';
import { causeOf, stateOf } from './import-words.rules.ts';

type Balance = NonNullable<ImportFault['balance']>;
type Level = Balance['level'];

/** The equations a level has in the standard (TR3 X221, 1.10.2.1), the usual one first. */
const FORMULAS: Record<Level, readonly [string, ...string[]]> = {
  transaction: ['BPR02 = Σ CLP04 − Σ PLB'],
  claim: ['CLP03 − Σ CAS = CLP04', 'Σ SVC02 = CLP03', 'Σ SVC03 − Σ CAS = CLP04'],
  line: ['SVC02 − Σ CAS = SVC03'],
};

const WHOLE: Record<Level, string> = { transaction: 'Whole remittance', claim: 'Every claim', line: 'Every line' };

/**
 * The three checks of a remittance. A level that fails shows its first failing equation; the words of the fault
 * say which of a claim's three it is. Undefined when the file was not read far enough to be checked.
 */
export function checksOf(job: ImportJob): BalanceCheck[] | undefined {
  if (job.kind !== '835' || stateOf(job) === 'repeat') return undefined;
  const failing = faultsOf(job).filter(({ severity, balance }) => severity === 'error' && balance !== undefined);
  const isSummed = job.state === 'applying' || job.state === 'done' || causeOf(job)?.balance !== undefined;
  if (!isSummed) return undefined;
  return (['transaction', 'claim', 'line'] as const).map((level) =>
    checkOf(
      level,
      failing.filter(({ balance }) => balance?.level === level),
    ),
  );
}

function checkOf(level: Level, failing: readonly ImportFault[]): BalanceCheck {
  const [first] = failing;
  if (!first?.balance)
    return { id: level, name: WHOLE[level], formula: FORMULAS[level][0], equation: 'adds up', differenceCents: 0 };
  const { expectedCents, foundCents, differenceCents } = first.balance;
  const more = failing.length > 1 ? `, and ${failing.length - 1} more` : '';
  return {
    id: level,
    name: `${nameOf(first.balance)}${more}`,
    formula: FORMULAS[level].find((formula) => first.message.includes(formula)) ?? FORMULAS[level][0],
    equation: `adds up to ${formatMoney(expectedCents)}`,
    fileSaysCents: foundCents,
    differenceCents,
  };
}

function nameOf({ level, ids }: Balance): string {
  if (level === 'transaction') return ids[0] ? `Payment ${ids[0]}` : WHOLE.transaction;
  return level === 'claim' ? `Claim ${ids[0] ?? '?'}` : `Line ${ids[1] ?? '?'} of ${ids[0] ?? '?'}`;
}

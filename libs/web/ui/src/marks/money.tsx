import { formatMoney, type MoneyStyle } from './money.rules.ts';

/** Props of `Money`. */
export type MoneyProps = {
  /** Integer cents. */
  cents: number;
  as?: MoneyStyle;
  /** `in` for money that arrived, `lost` for money denied or short, `credit` for what we owe. */
  tone?: 'in' | 'lost' | 'credit' | undefined;
  /** Greys a zero so that the eye skips it. */
  dimZero?: boolean;
  strong?: boolean;
};

/** An amount in tabular figures. */
export function Money({ cents, as = 'plain', tone, dimZero = false, strong = false }: MoneyProps) {
  return (
    <span
      className="cb-money"
      data-tone={tone}
      data-zero={dimZero && cents === 0 ? true : undefined}
      data-strong={strong || undefined}
    >
      {formatMoney(cents, as)}
    </span>
  );
}

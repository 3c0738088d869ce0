import type { Payer } from '@caseboard/contracts';
import { PayerDrawer } from './payer-drawer.tsx';
import { PayerRuleDrawer } from './payer-rule-drawer.tsx';
import { RuleAct } from './rule-act.tsx';

/** What the person is doing to a payer or a rule; `key` is one opening. */
export interface PayerDoing {
  key: number;
  what: 'add-payer' | 'change-payer' | 'add-rule' | 'change-rule' | 'end-rule' | 'remove-rule';
  payerId?: string;
  ruleId?: string;
}

/** Props of `PayerDialogs`. */
export interface PayerDialogsProps {
  doing: PayerDoing | undefined;
  payers: ReadonlyMap<string, Payer>;
  onMade: (payerId: string) => void;
  onGone: () => void;
}

/** The drawer or question that is open, over the row as it is now. */
export function PayerDialogs({ doing, payers, onMade, onGone }: PayerDialogsProps) {
  if (!doing) return null;
  const { key, what } = doing;
  const payer = doing.payerId === undefined ? undefined : payers.get(doing.payerId);
  const rule = payer?.rules.find(({ id }) => id === doing.ruleId);
  if (what === 'add-payer') return <PayerDrawer key={key} payer={undefined} onSaved={onMade} onGone={onGone} />;
  if (!payer) return null;
  if (what === 'change-payer') return <PayerDrawer key={key} payer={payer} onSaved={() => undefined} onGone={onGone} />;
  if (what === 'add-rule') return <PayerRuleDrawer key={key} payer={payer} rule={undefined} onGone={onGone} />;
  if (!rule) return null;
  if (what === 'change-rule') return <PayerRuleDrawer key={key} payer={payer} rule={rule} onGone={onGone} />;
  return <RuleAct key={key} rule={rule} what={what === 'end-rule' ? 'end' : 'remove'} onGone={onGone} />;
}

import { PAYER_RULE_KINDS, type Payer, type PayerRule } from '@caseboard/contracts';
import { plainDateWords, useConnection, useMoments, useRowForm } from '@caseboard/web/kernel';
import { FormDrawer, FormProblem, notifyDone, useDrawerLife } from '@caseboard/web/ui';
import { Select, TextInput } from '@mantine/core';
import { checkRule, emptyRule, formOfRule } from '../payer-forms.rules.ts';
import type { RuleForm } from '../payer-forms.rules.ts';
import { RULE_KIND_WORDS } from '../payer-rule-words.rules.ts';
import { ruleInTheWay, saveRule, staleRule } from '../use-payers.ts';
import { RuleOverlap } from './rule-overlap.tsx';

const LABELS = {
  kind: 'Kind',
  days: 'Days',
  counts: 'Counted in',
  effectiveFrom: 'First day',
  effectiveTo: 'Last day',
  source: 'Source',
};
const KINDS = PAYER_RULE_KINDS.map((kind) => ({ value: kind, label: RULE_KIND_WORDS[kind].name }));
const COUNTS = [
  { value: 'calendar', label: 'calendar days' },
  { value: 'business', label: 'business days' },
];

/** Props of `PayerRuleDrawer`. */
export interface PayerRuleDrawerProps {
  payer: Payer;
  rule: PayerRule | undefined;
  onGone: () => void;
}

/** Makes a dated rule of a payer, or changes or ends one. */
export function PayerRuleDrawer({ payer, rule, onGone }: PayerRuleDrawerProps) {
  const { isOpen, close } = useDrawerLife(onGone);
  const { today } = useMoments();
  const isOffline = useConnection().state === 'offline';
  const form = useRowForm<RuleForm>({
    form: rule ? formOfRule(rule) : emptyRule(today()),
    version: rule?.version ?? 0,
    check: checkRule,
    readStale: staleRule,
  });
  const { values, errors, set } = form;
  const inTheWay = ruleInTheWay(form.refusal?.error);
  const save = async () => {
    if (!(await form.submit((...asked) => saveRule(payer.id, rule, ...asked)))) return;
    notifyDone(`The ${RULE_KIND_WORDS[values.kind].name.toLowerCase()} rule of ${payer.name} is saved`);
    close();
  };
  return (
    <FormDrawer
      isOpen={isOpen}
      onClose={close}
      title={`${rule ? 'Change rule' : 'Add rule'} of ${payer.name}`}
      submitLabel={rule ? 'Save' : 'Add rule'}
      onSubmit={() => void save()}
      isBusy={form.isBusy}
      offReason={isOffline ? 'Needs a connection' : undefined}
      error={
        inTheWay ? (
          <RuleOverlap inTheWay={inTheWay} from={values.effectiveFrom} onEnded={() => void save()} />
        ) : (
          <FormProblem form={form} labels={LABELS} show={(field, value) => wordsOfField(field, value)} />
        )
      }
    >
      <Select
        label="Kind"
        description={`Days are counted from ${RULE_KIND_WORDS[values.kind].from}.`}
        data={KINDS}
        value={values.kind}
        error={errors.kind}
        allowDeselect={false}
        onChange={(kind) => kind && set('kind', kind as RuleForm['kind'])}
      />
      <div className="cb-field-pair">
        <TextInput
          label="Days"
          inputMode="numeric"
          value={values.days}
          error={errors.days}
          onChange={(event) => set('days', event.currentTarget.value)}
        />
        <Select
          label="Counted in"
          data={COUNTS}
          value={values.counts}
          error={errors.counts}
          allowDeselect={false}
          onChange={(counts) => counts && set('counts', counts as RuleForm['counts'])}
        />
      </div>
      <div className="cb-field-pair">
        <TextInput
          type="date"
          label="First day"
          value={values.effectiveFrom}
          error={errors.effectiveFrom}
          onChange={(event) => set('effectiveFrom', event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label="Last day"
          value={values.effectiveTo}
          error={errors.effectiveTo}
          onChange={(event) => set('effectiveTo', event.currentTarget.value)}
        />
      </div>
      <p className="cb-small cb-dim">Both days are included. Without a last day the rule holds until further notice.</p>
      <TextInput
        label="Source"
        description="The contract or manual with its section: it stands beside every deadline the rule makes."
        value={values.source}
        error={errors.source}
        onChange={(event) => set('source', event.currentTarget.value)}
      />
    </FormDrawer>
  );
}

function wordsOfField(field: keyof RuleForm, value: string): string {
  if (field === 'kind') return RULE_KIND_WORDS[value as RuleForm['kind']].name;
  const isDate = field === 'effectiveFrom' || field === 'effectiveTo';
  return isDate && value !== '' ? plainDateWords(value) : value;
}

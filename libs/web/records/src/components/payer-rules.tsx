import type { Payer, PayerRule } from '@caseboard/contracts';
import { useMoments } from '@caseboard/web/kernel';
import { AdminTable, EmptyState, Tag, type AdminColumn } from '@caseboard/web/ui';
import { ActionIcon, Menu } from '@mantine/core';
import { IconCalendarOff, IconDots } from '@tabler/icons-react';
import { daysWords, inOrder, RULE_KIND_WORDS, ruleState, ruleWords, spanWords } from '../payer-rule-words.rules.ts';

const STATES = {
  'in-force': { word: 'in force', tone: 'good' },
  planned: { word: 'planned', tone: 'wait' },
  ended: { word: 'ended', tone: undefined },
} as const;

/** Props of `PayerRules`. */
export interface PayerRulesProps {
  payer: Payer;
  /** Left out for who may only look. */
  acts?:
    | { change: (rule: PayerRule) => void; end: (rule: PayerRule) => void; remove: (rule: PayerRule) => void }
    | undefined;
}

/** The dated rules of a payer: what each gives, when, and where it is written. */
export function PayerRules({ payer, acts }: PayerRulesProps) {
  const today = useMoments().today();
  const columns: AdminColumn<PayerRule>[] = [
    { id: 'rule', header: 'Rule', cell: (rule) => `${RULE_KIND_WORDS[rule.kind].name}, ${daysWords(rule)}` },
    {
      id: 'when',
      header: 'When and where from',
      cell: (rule) => {
        const { word, tone } = STATES[ruleState(rule, today)];
        return (
          <>
            <Tag tone={tone}>{word}</Tag>
            <small>{spanWords(rule)}</small>
            <small>{rule.source}</small>
          </>
        );
      },
    },
  ];
  return (
    <AdminTable
      label={`Rules of ${payer.name}`}
      columns={columns}
      rows={inOrder(payer.rules)}
      getRowId={({ id }) => id}
      onOpen={acts?.change}
      {...(acts
        ? {
            rowActions: (rule: PayerRule) => (
              <RuleMenu rule={rule} canEnd={ruleState(rule, today) === 'in-force'} acts={acts} />
            ),
          }
        : {})}
      empty={
        <EmptyState icon={IconCalendarOff} title="No rule yet">
          Without rules the usual limits of its kind of payer set the deadlines.
        </EmptyState>
      }
    />
  );
}

function RuleMenu({
  rule,
  canEnd,
  acts,
}: {
  rule: PayerRule;
  canEnd: boolean;
  acts: NonNullable<PayerRulesProps['acts']>;
}) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={`Acts for ${ruleWords(rule)}`}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => acts.change(rule)}>Change</Menu.Item>
        {canEnd && <Menu.Item onClick={() => acts.end(rule)}>End today</Menu.Item>}
        <Menu.Item onClick={() => acts.remove(rule)}>Remove</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

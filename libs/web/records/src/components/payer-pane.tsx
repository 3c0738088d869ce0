import type { Payer } from '@caseboard/contracts';
import { CaseSection, PaneHeader } from '@caseboard/web/ui';
import { Button } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { PayerRules, type PayerRulesProps } from './payer-rules.tsx';

/** Props of `PayerPane`. */
export interface PayerPaneProps {
  payer: Payer;
  onClose: () => void;
  /** Left out for who may only look. */
  acts?: (NonNullable<PayerRulesProps['acts']> & { rename: () => void; add: () => void }) | undefined;
}

/** One payer with its dated rules. */
export function PayerPane({ payer, onClose, acts }: PayerPaneProps) {
  return (
    <>
      <PaneHeader title={payer.name} onClose={onClose}>
        {payer.payerCode === null
          ? 'It has no payer id yet, so files find it by its name.'
          : `In files it calls itself ${payer.payerCode}.`}
      </PaneHeader>
      {acts && (
        <div className="cb-line">
          <Button leftSection={<IconPlus size={14} />} onClick={acts.add}>
            Add rule
          </Button>
          <Button leftSection={<IconPencil size={14} />} onClick={acts.rename}>
            Name and payer id
          </Button>
        </div>
      )}
      <CaseSection title="Dated rules" aside="they set the deadlines of cases">
        <PayerRules payer={payer} acts={acts} />
      </CaseSection>
    </>
  );
}

import type { Payer } from '@caseboard/contracts';
import { useMoments } from '@caseboard/web/kernel';
import { AdminTable, type AdminColumn } from '@caseboard/web/ui';
import { inForceLine } from '../payer-rule-words.rules.ts';

/** Payers with their id and what is in force today; a row opens its rules. */
export function PayerTable({
  payers,
  chosenId,
  onOpen,
}: {
  payers: readonly Payer[];
  chosenId: string | undefined;
  onOpen: (payer: Payer) => void;
}) {
  const today = useMoments().today();
  const columns: AdminColumn<Payer>[] = [
    { id: 'name', header: 'Payer', cell: ({ name }) => name },
    {
      id: 'code',
      header: 'Payer id',
      cell: ({ payerCode }) => (payerCode ? <code>{payerCode}</code> : <span className="cb-dim">none</span>),
    },
    { id: 'rules', header: 'In force, days', cell: ({ rules }) => inForceLine(rules, today) },
    { id: 'count', header: 'Rules', align: 'end', cell: ({ rules }) => rules.length },
  ];
  return (
    <AdminTable
      label="Payers"
      columns={columns}
      rows={payers}
      getRowId={({ id }) => id}
      chosenId={chosenId}
      onOpen={onOpen}
    />
  );
}

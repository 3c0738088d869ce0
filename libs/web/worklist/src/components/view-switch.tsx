import { SegmentedControl } from '@mantine/core';
import { BoardIcon } from '@caseboard/web/ui';
import { IconTable } from '@tabler/icons-react';

/** Board or table: the same query in two layouts. */
export function ViewSwitch({ view, onChange }: { view: 'board' | 'table'; onChange: (view: string) => void }) {
  return (
    <SegmentedControl
      aria-label="Layout"
      value={view}
      onChange={onChange}
      data={[
        { value: 'board', label: <Choice icon={<BoardIcon size={14} />}>Board</Choice> },
        { value: 'table', label: <Choice icon={<IconTable size={14} aria-hidden="true" />}>Table</Choice> },
      ]}
    />
  );
}

const Choice = ({ icon, children }: { icon: React.ReactNode; children: string }) => (
  <span className="cb-line">
    {icon}
    {children}
  </span>
);

import { IMPORT_KINDS } from '@caseboard/contracts';
import { Button, Menu } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { kindWord } from '../import-words.rules.ts';

const wordOf = (kind: (typeof IMPORT_KINDS)[number]) => (kind === 'unknown' ? 'Not recognized' : kindWord(kind));

/** Which kind of file the list shows. */
export function KindMenu({
  kind,
  onChange,
}: {
  kind: string | undefined;
  onChange: (kind: string | undefined) => void;
}) {
  const chosen = IMPORT_KINDS.find((each) => each === kind);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button rightSection={<IconChevronDown size={14} />}>Kind: {chosen ? wordOf(chosen) : 'any'}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {[undefined, ...IMPORT_KINDS].map((each) => (
          <Menu.Item
            key={each ?? 'any'}
            onClick={() => onChange(each)}
            rightSection={each === chosen ? <IconCheck size={14} aria-label="chosen" /> : undefined}
          >
            {each ? wordOf(each) : 'Any'}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

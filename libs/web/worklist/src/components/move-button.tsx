import { Button, Popover } from '@mantine/core';
import { Kbd, MoveMenu, useKeymap, type MoveTarget, type Person } from '@caseboard/web/ui';
import { useState } from 'react';

/** Props of `MoveButton`. */
export type MoveButtonProps = {
  number: string;
  targets: readonly MoveTarget[];
  people: readonly Person[];
  isFilled: boolean;
  startsOpen: boolean;
  /** A question is open over it: the key rests. */
  isAsking: boolean;
  onMove: (stage: string) => void;
  onAssign: ((personId: string) => void) | undefined;
};

/** The Move menu of an opened case (M). */
export function MoveButton({
  number,
  targets,
  people,
  isFilled,
  startsOpen,
  isAsking,
  onMove,
  onAssign,
}: MoveButtonProps) {
  const [isOpen, setOpen] = useState(startsOpen);
  useKeymap([{ keys: 'm', run: () => setOpen(true), inDialog: true, isOff: isAsking }]);
  const shut = () => setOpen(false);
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={256}>
      <Popover.Target>
        <Button
          variant={isFilled ? 'filled' : 'default'}
          onClick={() => setOpen(!isOpen)}
          aria-keyshortcuts="M"
          rightSection={<Kbd>M</Kbd>}
        >
          Move
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={4} aria-label={`Move ${number}`}>
        <MoveMenu
          number={number}
          targets={targets}
          people={people}
          onMove={(stage) => {
            shut();
            onMove(stage);
          }}
          onAssign={
            onAssign &&
            ((personId) => {
              shut();
              onAssign(personId);
            })
          }
          onClose={shut}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

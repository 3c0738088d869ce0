import { Button, Modal } from '@mantine/core';
import { Face, type Person } from '@caseboard/web/ui';
import { useState } from 'react';

/** Props of `AssignDialog`. */
export type AssignDialogProps = {
  /** `Assign DEN-001903`, or how many items. */
  title: string;
  people: readonly Person[];
  onAssign: (personId: string) => void;
  onClose: () => void;
};

/** Whom to give it to: type a part of the name, Enter takes the first, arrows walk the list. */
export function AssignDialog({ title, people, onAssign, onClose }: AssignDialogProps) {
  const [typed, setTyped] = useState('');
  const found = people.filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()));
  return (
    <Modal opened onClose={onClose} title={title} size={360} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form
        className="cb-assign"
        onSubmit={(event) => {
          event.preventDefault();
          const first = found[0];
          if (first) onAssign(first.id);
        }}
      >
        <div className="cb-move-search">
          <input
            data-autofocus
            aria-label="Name"
            placeholder="Name"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </div>
        <div role="list" aria-label="People">
          {found.map((person) => (
            <div role="listitem" key={person.id}>
              <Button
                variant="subtle"
                color="gray"
                fullWidth
                justify="start"
                leftSection={<Face person={person} size="sm" />}
                onClick={() => onAssign(person.id)}
              >
                {person.name}
              </Button>
            </div>
          ))}
          {found.length === 0 && <p className="cb-dim">Nobody by that name</p>}
        </div>
      </form>
    </Modal>
  );
}

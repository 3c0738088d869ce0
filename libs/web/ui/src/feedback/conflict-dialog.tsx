import { Button, Modal } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { Face } from '../people/face.tsx';
import type { Person } from '../people/person.rules.ts';

/** A field both changed. Only fields that differ are listed. */
export type ConflictField = { id: string; label: string; theirs: ReactNode; mine: ReactNode };

/** Whose value a field takes. */
export type ConflictPick = 'theirs' | 'mine';

/** Props of `ConflictDialog`. */
export type ConflictDialogProps = {
  isOpen: boolean;
  /** `DEN-001872`. */
  number: string;
  me: Person;
  other: Person;
  /** `Saved by Ben, 10:41:47 AM`. */
  savedWords: string;
  fields: readonly ConflictField[];
  onSave: (picks: Readonly<Record<string, ConflictPick>>) => void;
  /** Closes and keeps the draft. */
  onLater: () => void;
};

/** Two people changed the same thing (412): one choice per field, both sides in full, nothing lost. */
export function ConflictDialog({
  isOpen,
  number,
  me,
  other,
  savedWords,
  fields,
  onSave,
  onLater,
}: ConflictDialogProps) {
  const [picked, setPicked] = useState<Readonly<Record<string, ConflictPick>>>({});
  const pickOf = (id: string): ConflictPick => picked[id] ?? 'mine';
  const pickAll = (pick: ConflictPick) => setPicked(Object.fromEntries(fields.map((field) => [field.id, pick])));
  const save = () => onSave(Object.fromEntries(fields.map((field) => [field.id, pickOf(field.id)])));
  const first = other.name.split(' ')[0];
  return (
    <Modal
      opened={isOpen}
      onClose={onLater}
      size={780}
      title={`You and ${other.name} both changed ${number}`}
      closeButtonProps={{ 'aria-label': 'Later, keep my draft' }}
    >
      <p className="cb-soft">{other.name} saved first. Nothing of yours is lost. Pick for each field.</p>
      <div className="cb-conflict">
        <span className="cb-conflict-head">Field</span>
        <span className="cb-conflict-head">
          <Face person={other} size="sm" />
          {savedWords}
        </span>
        <span className="cb-conflict-head">
          <Face person={me} size="sm" />
          Yours, not saved
        </span>
        {fields.map((field) => (
          <div key={field.id} role="radiogroup" aria-label={field.label} className="cb-conflict-field">
            <span className="cb-soft">{field.label}</span>
            <Side
              isPicked={pickOf(field.id) === 'theirs'}
              onPick={() => setPicked({ ...picked, [field.id]: 'theirs' })}
            >
              {field.theirs}
            </Side>
            <Side isPicked={pickOf(field.id) === 'mine'} onPick={() => setPicked({ ...picked, [field.id]: 'mine' })}>
              {field.mine}
            </Side>
          </div>
        ))}
      </div>
      <div className="cb-dialog-acts">
        <Button variant="subtle" color="gray" onClick={() => pickAll('theirs')}>
          Keep all of {first}’s
        </Button>
        <Button variant="subtle" color="gray" mr="auto" onClick={() => pickAll('mine')}>
          Use all of mine
        </Button>
        <Button variant="outline" onClick={onLater}>
          Later, keep my draft
        </Button>
        <Button variant="filled" onClick={save}>
          Save as picked
        </Button>
      </div>
    </Modal>
  );
}

function Side({ isPicked, onPick, children }: { isPicked: boolean; onPick: () => void; children: ReactNode }) {
  return (
    <button type="button" role="radio" aria-checked={isPicked} className="cb-conflict-side" onClick={onPick}>
      {isPicked && <IconCheck size={14} aria-hidden="true" />}
      {children}
    </button>
  );
}

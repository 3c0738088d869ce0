import { Tooltip } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { initialsOf, spokenName, tintOf, type Person, type PresenceState } from './person.rules.ts';

/** Props of `Face`. */
export type FaceProps = {
  person: Person;
  /** Draws the ring: viewing plain, away dashed, editing orange with a pencil. Left out for an owner. */
  presence?: PresenceState | undefined;
  /** 18, 22 or 28 px. */
  size?: 'sm' | 'md' | 'lg';
};

/** A round initials face whose name is spoken and shown on hover and focus. */
export function Face({ person, presence, size = 'md' }: FaceProps) {
  const name = spokenName(person, presence);
  return (
    <Tooltip label={name}>
      <span
        className="cb-face"
        data-size={size}
        data-presence={presence}
        data-tint={tintOf(person.id)}
        role="img"
        aria-label={name}
      >
        {initialsOf(person.name)}
        {presence === 'editing' && (
          <span className="cb-face-pencil" aria-hidden="true">
            <IconPencil size={9} />
          </span>
        )}
      </span>
    </Tooltip>
  );
}

import { IconPlus } from '@tabler/icons-react';
import { Face } from './face.tsx';
import type { Person } from './person.rules.ts';

/** Props of `OwnerFace`. */
export type OwnerFaceProps = {
  owner: Person | null;
  /** Writes the name beside the face. */
  withName?: boolean;
  size?: 'sm' | 'md' | 'lg';
};

/** The owner at the end of a row or card: a plain face, or a dashed place when nobody owns it. */
export function OwnerFace({ owner, withName = false, size = 'md' }: OwnerFaceProps) {
  if (owner === null) {
    return (
      <span className="cb-who">
        <span className="cb-face" data-empty data-size={size} role="img" aria-label="No owner" title="No owner">
          <IconPlus size={11} aria-hidden="true" />
        </span>
        {withName && <span className="cb-dim">No owner</span>}
      </span>
    );
  }
  return (
    <span className="cb-who">
      <Face person={owner} size={size} />
      {withName && <span className="cb-cut">{owner.name}</span>}
    </span>
  );
}

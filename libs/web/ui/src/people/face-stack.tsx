import { Face } from './face.tsx';
import type { PresentPerson } from './person.rules.ts';

/** Props of `FaceStack`. */
export type FaceStackProps = {
  people: readonly PresentPerson[];
  /** Faces drawn before `+n`; four unless told. */
  most?: number;
  size?: 'sm' | 'md';
  /** What the group is called aloud. */
  label?: string;
};

const rank = { editing: 0, viewing: 1, away: 2 };

/** The people here now, those who edit first, at most four and then a count. */
export function FaceStack({ people, most = 4, size = 'md', label = 'Here now' }: FaceStackProps) {
  if (people.length === 0) return null;
  const ordered = [...people].sort((a, b) => rank[a.presence] - rank[b.presence]);
  const rest = ordered.slice(most);
  return (
    <span className="cb-faces" role="group" aria-label={label}>
      {ordered.slice(0, most).map((person) => (
        <Face key={person.id} person={person} presence={person.presence} size={size} />
      ))}
      {rest.length > 0 && (
        <span className="cb-faces-more" title={rest.map((person) => person.name).join(', ')}>
          +{rest.length}
          <span className="cb-heard"> more: {rest.map((person) => person.name).join(', ')}</span>
        </span>
      )}
    </span>
  );
}

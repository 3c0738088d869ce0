import type { Team } from '@caseboard/contracts';
import type { FieldErrors } from '@caseboard/web/kernel';

/** What the drawer for a team edits. */
export interface TeamForm {
  name: string;
}

export const formOfTeam = ({ name }: Team): TeamForm => ({ name });

export const checkTeam = ({ name }: TeamForm): FieldErrors =>
  name.trim() === '' ? { name: 'Write the name of the team.' } : {};

import { ROLES, type Role } from '@caseboard/contracts';
import { Checkbox } from '@mantine/core';
import { ROLE_WORDS } from '../role-words.rules.ts';

/** Props of `RoleChoice`. */
export interface RoleChoiceProps {
  roles: readonly Role[];
  error: string | undefined;
  onChange: (roles: Role[]) => void;
}

/** Every role with what it opens, so that nobody has to look it up. */
export function RoleChoice({ roles, error, onChange }: RoleChoiceProps) {
  return (
    <Checkbox.Group
      label="Roles"
      error={error}
      value={[...roles]}
      onChange={(chosen) => onChange(ROLES.filter((role) => chosen.includes(role)))}
    >
      <div className="cb-choices">
        {ROLES.map((role) => (
          <Checkbox
            key={role}
            value={role}
            label={ROLE_WORDS[role].name}
            description={ROLE_WORDS[role].opens}
            error={error !== undefined}
          />
        ))}
      </div>
    </Checkbox.Group>
  );
}

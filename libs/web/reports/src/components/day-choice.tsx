import { useAddress, useColleagues, useSession } from '@caseboard/web/kernel';
import { Select, TextInput } from '@mantine/core';

/** Props of `DayChoice`. */
export type DayChoiceProps = { on: string; userId: string; today: string };

/** Which day, and for a lead whose. */
export function DayChoice({ on, userId, today }: DayChoiceProps) {
  const { change } = useAddress();
  const { user, roles } = useSession();
  const { active } = useColleagues();
  return (
    <>
      {roles.includes('lead') && (
        <Select
          aria-label="Whose day"
          size="xs"
          searchable
          allowDeselect={false}
          data={active.map(({ id, name }) => ({ value: id, label: name }))}
          value={userId}
          onChange={(chosen) => change({ who: chosen === user.id || chosen === null ? undefined : chosen }, 'replace')}
        />
      )}
      <TextInput
        type="date"
        aria-label="Which day"
        size="xs"
        max={today}
        value={on}
        onChange={({ currentTarget: { value } }) =>
          change({ on: value === today || value === '' ? undefined : value }, 'replace')
        }
      />
    </>
  );
}

import { Button } from '@mantine/core';
import { Kbd } from '@caseboard/web/ui';

/** Props of `OwnerButtons`. */
export type OwnerButtonsProps = {
  ownerId: string | null;
  me: string;
  canTake: boolean;
  canAssign: boolean;
  onTake: () => void;
  onRelease: () => void;
  onAssign: () => void;
};

/** Take, release and assign, as far as this person may; what cannot be done now says why. */
export function OwnerButtons({ ownerId, me, canTake, canAssign, onTake, onRelease, onAssign }: OwnerButtonsProps) {
  const isMine = ownerId === me;
  const isOthers = ownerId !== null && !isMine;
  return (
    <>
      {canTake && !isMine && (
        <Button
          onClick={onTake}
          disabled={isOthers && !canAssign}
          title={isOthers && !canAssign ? 'Somebody else has it' : undefined}
          aria-keyshortcuts="C"
          rightSection={<Kbd>C</Kbd>}
        >
          Take
        </Button>
      )}
      {canTake && (isMine || (isOthers && canAssign)) && <Button onClick={onRelease}>Release</Button>}
      {canAssign && (
        <Button onClick={onAssign} aria-keyshortcuts="A" rightSection={<Kbd>A</Kbd>}>
          Assign
        </Button>
      )}
    </>
  );
}

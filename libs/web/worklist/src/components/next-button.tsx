import { Button } from '@mantine/core';
import { Kbd } from '@caseboard/web/ui';
import type { ReactNode } from 'react';

/** Props of `NextButton`. */
export type NextButtonProps = {
  queue: { key: string; name: string };
  /** A way to choose another queue, before the button. */
  choice?: ReactNode;
  onNext: () => void;
};

/** Takes the best free item of a queue: the one filled button of a list. */
export function NextButton({ queue, choice, onNext }: NextButtonProps) {
  return (
    <>
      {choice}
      <Button
        variant="filled"
        onClick={onNext}
        title={`Next item of ${queue.name}`}
        aria-keyshortcuts="N"
        rightSection={<Kbd>N</Kbd>}
      >
        Next item
      </Button>
    </>
  );
}

import { Button } from '@mantine/core';
import { Face } from '../people/face.tsx';
import type { Person } from '../people/person.rules.ts';
import { Banner } from './banner.tsx';

/** Props of `LeaseBanner`. */
export type LeaseBannerProps = {
  holder: Person;
  /** What is still possible: `You can read and write in the thread.` */
  children: string;
  onAsk?: (() => void) | undefined;
  /** Only for leads; asks for a reason. */
  onTakeOver?: (() => void) | undefined;
};

/** "Dev Raman is editing.": who holds the lease, what you may still do, and the ways to get it. */
export function LeaseBanner({ holder, children, onAsk, onTakeOver }: LeaseBannerProps) {
  const acts = (
    <span className="cb-line">
      {onAsk !== undefined && (
        <Button size="xs" variant="outline" onClick={onAsk}>
          Ask for it
        </Button>
      )}
      {onTakeOver !== undefined && (
        <Button size="xs" variant="outline" onClick={onTakeOver}>
          Take over, with reason
        </Button>
      )}
    </span>
  );
  return (
    <Banner tone="edit" icon={<Face person={holder} presence="editing" />} action={acts}>
      <b>{holder.name} is editing.</b> {children}
    </Banner>
  );
}

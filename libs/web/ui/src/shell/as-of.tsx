import { formatCount } from '../marks/money.rules.ts';

/** "As of seq 48,213, 10:42:07 AM CT": which state of the organisation's log a figure stands on. */
export function AsOf({ seq, time }: { seq: number; time: string }) {
  return (
    <span data-as-of={seq}>
      As of <b>seq {formatCount(seq)}</b>, {time}
    </span>
  );
}

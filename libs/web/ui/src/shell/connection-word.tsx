import type { ConnectionState } from './nav.types.ts';

/** Props of `ConnectionWord`. */
export type ConnectionWordProps = {
  state: ConnectionState;
  /** Round trip in milliseconds, shown in the footer only. */
  latencyMs?: number | undefined;
  /** Age of what is on screen, for instance `2 min old`. */
  age?: string | undefined;
};

const words = { live: 'Live', 'catching-up': 'Catching up', offline: 'Offline' };

/** A dot and the word; the dot is hollow while what you see may be old. */
export function ConnectionWord({ state, latencyMs, age }: ConnectionWordProps) {
  const extra =
    state === 'live' ? (latencyMs === undefined ? '' : `, ${latencyMs} ms`) : age === undefined ? '' : `, ${age}`;
  return (
    <span className="cb-conn" data-state={state} role="status">
      <span className="cb-conn-dot" aria-hidden="true" />
      {words[state]}
      {extra}
    </span>
  );
}

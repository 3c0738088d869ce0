import { Children, Fragment, isValidElement, type ReactNode } from 'react';

/** Props of `FooterBar`. */
export type FooterBarProps = {
  /** Left: counts and what filters hide. */
  start?: ReactNode;
  /** Right: as-of, connection, density, keys; hairlines are drawn between the parts. */
  end?: ReactNode;
};

/** The parts one by one, also those a fragment holds together. */
const partsOf = (parts: ReactNode): ReactNode[] =>
  Children.toArray(parts).flatMap((part) =>
    isValidElement<{ children?: ReactNode }>(part) && part.type === Fragment ? partsOf(part.props.children) : [part],
  );

const parted = (parts: ReactNode) =>
  partsOf(parts).map((part, at) => (
    <span key={at} className="cb-foot-part">
      {part}
    </span>
  ));

/** The quiet line at the bottom of every page. */
export function FooterBar({ start, end }: FooterBarProps) {
  return (
    <footer className="cb-foot">
      <span className="cb-foot-side">{parted(start)}</span>
      <span className="cb-foot-side">{parted(end)}</span>
    </footer>
  );
}

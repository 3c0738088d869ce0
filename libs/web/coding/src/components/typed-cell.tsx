import { useState } from 'react';

/** Props of `TypedCell`. */
export type TypedCellProps = {
  label: string;
  value: string;
  /** Hears what was typed when the cell is left or Enter is pressed; false when it is not what the cell takes. */
  onEnter: (typed: string) => boolean;
  isOff: boolean;
  type?: 'text' | 'date';
};

/** A cell written in place: what cannot be taken stays, marked, until it is mended or Escape brings back what was. */
export function TypedCell({ label, value, onEnter, isOff, type = 'text' }: TypedCellProps) {
  const [typed, setTyped] = useState<string>();
  const [isWrong, setWrong] = useState(false);
  const enter = () => {
    if (typed === undefined) return;
    const isTaken = typed === value || onEnter(typed);
    setWrong(!isTaken);
    if (isTaken) setTyped(undefined);
  };
  return (
    <input
      className="cb-code-cell"
      type={type}
      aria-label={label}
      aria-invalid={isWrong || undefined}
      disabled={isOff}
      value={typed ?? value}
      onChange={(event) => {
        setWrong(false);
        setTyped(event.currentTarget.value);
      }}
      onBlur={enter}
      onKeyDown={(event) => {
        if (event.key === 'Enter') enter();
        if (event.key !== 'Escape' || typed === undefined) return;
        setTyped(undefined);
        setWrong(false);
      }}
    />
  );
}

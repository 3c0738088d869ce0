import { useEffect, useRef } from 'react';

/** Props of `GridCheck`. */
export type GridCheckProps = {
  label: string;
  isChecked: boolean;
  isMixed?: boolean;
  isTabStop?: boolean;
  /** Left out in rows: there the grid hears the click itself, with its Shift key. */
  onToggle?: () => void;
};

/** The 16 px checkbox of the grid with a hit area of 24 px. */
export function GridCheck({ label, isChecked, isMixed = false, isTabStop = false, onToggle }: GridCheckProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = isMixed;
  }, [isMixed]);
  return (
    <label className="cb-check">
      <input
        ref={box}
        type="checkbox"
        aria-label={label}
        checked={isChecked}
        tabIndex={isTabStop ? 0 : -1}
        onChange={onToggle}
        readOnly={onToggle === undefined}
      />
    </label>
  );
}

import { Combo } from '../keys/shortcut-sheet.tsx';
import type { Command } from './palette.rules.ts';

/** Props of `PaletteLine`. */
export type PaletteLineProps = {
  id: string;
  command: Command;
  isActive: boolean;
  onPoint: () => void;
  onRun: () => void;
};

/** One line: icon, number, name, and at the right what tells it apart or its key. */
export function PaletteLine({ id, command, isActive, onPoint, onRun }: PaletteLineProps) {
  const { icon: Icon, number, label, detail, keys } = command;
  return (
    <li
      id={id}
      role="option"
      className="cb-command-line"
      aria-selected={isActive}
      onPointerMove={onPoint}
      onClick={onRun}
    >
      {Icon !== undefined && <Icon size={16} />}
      {number !== undefined && <span className="cb-code cb-command-number">{number}</span>}
      <span className="cb-cut">{label}</span>
      {detail !== undefined && <span className="cb-command-detail cb-cut">{detail}</span>}
      {keys !== undefined && (
        <span className="cb-push">
          <Combo keys={keys} />
        </span>
      )}
    </li>
  );
}

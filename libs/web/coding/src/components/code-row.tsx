import type { CodingFinding } from '@caseboard/contracts';
import { CloseButton } from '@caseboard/web/ui';
import type { KeyboardEvent, ReactNode } from 'react';
import { codeWords } from '../code-draft.rules.ts';
import type { DraftCode } from '../code-draft.rules.ts';

/** What can be done to a code of the list. */
export interface CodeRowActs {
  move(key: string, by: -1 | 1): void;
  remove(code: DraftCode): void;
  change(key: string, patch: Partial<Omit<DraftCode, 'key'>>): void;
}

/** Props of `CodeRow`. */
export type CodeRowProps = {
  code: DraftCode;
  number: number;
  /** Its place in the whole list, as findings name it. */
  ordinal: number;
  /** Findings about this code. */
  findings: readonly CodingFinding[];
  acts: CodeRowActs;
  isOff: boolean;
  /** Cells after the words. */
  children?: ReactNode;
  mark?: ReactNode;
};

/** A code of the list: arrows walk, Alt with arrows moves it, Delete takes it out. */
export function CodeRow({ code, number, ordinal, findings, acts, isOff, children, mark }: CodeRowProps) {
  const keys: Record<string, () => void> = {
    'alt ArrowUp': () => acts.move(code.key, -1),
    'alt ArrowDown': () => acts.move(code.key, 1),
  };
  const onRow = (event: KeyboardEvent<HTMLElement>) => {
    const run = event.altKey && !isOff ? keys[`alt ${event.key}`] : undefined;
    if (!run) return;
    event.preventDefault();
    const field = event.target as HTMLElement;
    run();
    requestAnimationFrame(() => field.focus());
  };
  const onCode = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') walk(event);
    if (event.key !== 'Delete' && event.key !== 'Backspace') return;
    event.preventDefault();
    if (isOff) return;
    if (!stepFrom(event.currentTarget, 1)) stepFrom(event.currentTarget, -1);
    acts.remove(code);
  };
  const words = codeWords(code);
  const fault = findings.some(({ severity }) => severity === 'critical' || severity === 'error')
    ? 'error'
    : findings.some(({ severity }) => severity === 'warning')
      ? 'warning'
      : undefined;
  return (
    <tr onKeyDown={onRow} data-fault={fault} title={findings[0]?.text}>
      <td>{number}</td>
      <td>
        <button
          type="button"
          className="cb-code-row"
          data-ordinal={ordinal}
          aria-label={`${number}, ${words}, ${code.words}${findings.map(({ text }) => `. ${text}`).join('')}`}
          aria-keyshortcuts={isOff ? undefined : 'Alt+ArrowUp Alt+ArrowDown Delete'}
          onKeyDown={onCode}
        >
          <code>{words}</code>
        </button>
      </td>
      <td>
        {code.words} {mark}
      </td>
      {children}
      <td>{!isOff && <CloseButton label={`Take out ${words}`} onClick={() => acts.remove(code)} />}</td>
    </tr>
  );
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  event.preventDefault();
  stepFrom(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1);
}

/** Brings the focus to the row before or after; that row, or undefined at an end. */
function stepFrom(from: HTMLElement, by: -1 | 1): HTMLElement | undefined {
  const all = [...(from.closest('.cb-codes-scroll')?.querySelectorAll<HTMLElement>('.cb-code-row') ?? [])];
  const next = all[all.indexOf(from) + by];
  next?.focus();
  return next;
}

import { Button, Modal } from '@mantine/core';
import { codeWords, linesOf } from '../code-draft.rules.ts';
import type { DraftCode } from '../code-draft.rules.ts';

/** Props of `CodesConflict`. */
export type CodesConflictProps = {
  number: string;
  mine: readonly DraftCode[];
  theirs: readonly DraftCode[];
  onChoose: (side: 'mine' | 'theirs') => void;
};

/** Two people changed the codes of one chart (412): both lists in full, one choice, nothing lost before it. */
export function CodesConflict({ number, mine, theirs, onChoose }: CodesConflictProps) {
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      size={720}
      title={`You and somebody else both changed ${number}`}
    >
      <p className="cb-soft">They saved first. Nothing of yours is lost. What differs is marked.</p>
      <div className="cb-conflict-codes">
        <Side title="On record" codes={theirs} other={mine} />
        <Side title="Yours, not saved" codes={mine} other={theirs} />
      </div>
      <div className="cb-dialog-acts">
        <Button variant="outline" onClick={() => onChoose('theirs')}>
          Keep what is on record
        </Button>
        <Button variant="filled" data-autofocus onClick={() => onChoose('mine')}>
          Save mine over it
        </Button>
      </div>
    </Modal>
  );
}

function Side({ title, codes, other }: { title: string; codes: readonly DraftCode[]; other: readonly DraftCode[] }) {
  const lines = linesOf(codes);
  const others = new Set(linesOf(other).map(wholeWords));
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ol>
        {lines.map((line, index) => (
          <li key={index} data-differs={!others.has(wholeWords(line)) || undefined}>
            <code>{codeWords(line)}</code> {lineWords(line)}
          </li>
        ))}
        {lines.length === 0 && <li className="cb-dim">No codes</li>}
      </ol>
    </section>
  );
}

type Line = ReturnType<typeof linesOf>[number];

const lineWords = ({ poa, modifiers, units, pointers, servedOn }: Line): string =>
  [
    poa && `POA ${poa}`,
    modifiers.join(' '),
    units > 1 && `${units} units`,
    pointers.length > 0 && `for ${pointers.join(' ')}`,
    servedOn,
  ]
    .filter(Boolean)
    .join(', ');

const wholeWords = (line: Line): string => `${codeWords(line)} ${lineWords(line)}`;

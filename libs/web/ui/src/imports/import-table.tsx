import { IconAlertOctagon, IconCheck, IconClock, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { formatCount } from '../marks/money.rules.ts';
import { Tag } from '../marks/tag.tsx';

/** Where an import stands; `repeat` is a file that was posted before. */
export type ImportState = 'queued' | 'checking' | 'applying' | 'done' | 'repeat' | 'rejected' | 'failed';

/** One file as the list shows it. Counts are left out where the kind has none. */
export type ImportLine = {
  id: string;
  fileName: string;
  /** Who, when, trace. */
  about: string;
  /** `835`, `837I`, `FHIR`. */
  kind: string;
  state: ImportState;
  /** `Posting, 1,240 of 2,000`, `Rejected, nothing posted`. */
  stateWords: string;
  detail?: ReactNode;
  /** 0 to 100 while it runs. */
  progress?: number | undefined;
  claims?: number | string | undefined;
  denials?: number | undefined;
  errors?: number | undefined;
};

/** Props of `ImportTable`. */
export type ImportTableProps = {
  lines: readonly ImportLine[];
  chosenId?: string | null;
  onChoose: (id: string) => void;
  label?: string;
};

const icons: Record<ImportState, ReactNode> = {
  queued: <IconClock size={15} aria-hidden="true" />,
  checking: <IconRefresh size={15} aria-hidden="true" />,
  applying: <IconRefresh size={15} aria-hidden="true" />,
  done: <IconCheck size={15} aria-hidden="true" />,
  repeat: <IconCheck size={15} aria-hidden="true" />,
  rejected: <IconAlertOctagon size={15} aria-hidden="true" />,
  failed: <IconAlertOctagon size={15} aria-hidden="true" />,
};

/** The files of the day with their progress and results; a row opens its report. */
export function ImportTable({ lines, chosenId = null, onChoose, label = 'Imports' }: ImportTableProps) {
  return (
    <div className="cb-imports" role="table" aria-label={label}>
      <div className="cb-import cb-import-head" role="row">
        <span role="columnheader">
          <span className="cb-heard">Result</span>
        </span>
        {['File', 'Kind', 'State'].map((word) => (
          <span key={word} role="columnheader">
            {word}
          </span>
        ))}
        {['Claims', 'Denials', 'Errors'].map((word) => (
          <span key={word} role="columnheader" className="cb-num">
            {word}
          </span>
        ))}
      </div>
      {lines.map((line) => (
        <ImportRow key={line.id} line={line} isChosen={line.id === chosenId} onChoose={onChoose} />
      ))}
    </div>
  );
}

/** Props of `ImportRow`. */
export type ImportRowProps = { line: ImportLine; isChosen?: boolean; onChoose: (id: string) => void };

/** One file: icon, name, kind, state with progress, counts. */
function ImportRow({ line, isChosen = false, onChoose }: ImportRowProps) {
  return (
    <div
      className="cb-import"
      role="row"
      data-state={line.state}
      data-chosen={isChosen || undefined}
      data-import-id={line.id}
      onClick={() => onChoose(line.id)}
    >
      <span role="cell" className="cb-import-icon">
        {icons[line.state]}
      </span>
      <span role="cell" className="cb-import-file">
        <button type="button" className="cb-cut" aria-pressed={isChosen} onClick={() => onChoose(line.id)}>
          {line.fileName}
        </button>
        <small className="cb-cut">{line.about}</small>
      </span>
      <span role="cell">
        <Tag>{line.kind}</Tag>
      </span>
      <span role="cell" className="cb-import-state">
        <span className="cb-cut">{line.stateWords}</span>
        {line.progress === undefined ? (
          <small className="cb-cut">{line.detail}</small>
        ) : (
          <ProgressLine percent={line.progress} label={line.fileName} />
        )}
      </span>
      <Count value={line.claims} />
      <Count value={line.denials} />
      <Count value={line.errors} tone={line.state === 'rejected' || line.state === 'failed' ? 'cb-bad' : 'cb-warn'} />
    </div>
  );
}

function Count({ value, tone }: { value: number | string | undefined; tone?: string }) {
  const isQuiet = value === undefined || value === 0 || typeof value === 'string';
  const words = value === undefined ? '\u2013' : typeof value === 'number' ? formatCount(value) : value;
  const look = isQuiet ? 'cb-dim' : tone === undefined ? '' : `${tone} cb-strong`;
  return (
    <span role="cell" className={`cb-num ${look}`}>
      {words}
    </span>
  );
}

/** A thin bar of work done, 0 to 100. */
export function ProgressLine({ percent, label }: { percent: number; label: string }) {
  return (
    <span
      className="cb-progress"
      role="progressbar"
      aria-label={label}
      aria-valuenow={Math.round(percent)}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <span style={{ width: `${percent}%` }} />
    </span>
  );
}

import { IconAlertOctagon, IconAlertTriangle } from '@tabler/icons-react';
import { formatCount } from '../marks/money.rules.ts';

/** One fault of a file: what is wrong and where. No patient data. */
export type Fault = {
  id: string;
  severity: 'error' | 'warning';
  message: string;
  /** Row, segment and element as the file counts them. */
  line?: number | undefined;
  place?: string | undefined;
  /** What happens with it: `row left out`. */
  effect?: string | undefined;
};

/** Props of `FaultList`. */
export type FaultListProps = {
  faults: readonly Fault[];
  title?: string;
  aside?: string;
  onDownload?: (() => void) | undefined;
};

/** The faults of a file, errors first, each with its place and what happens with it; a column nobody fills is left out. */
export function FaultList({ faults, title = 'Row errors', aside, onDownload }: FaultListProps) {
  const hasRows = faults.some(({ line }) => line !== undefined);
  const hasEffects = faults.some(({ effect }) => effect !== undefined);
  const ordered = [...faults].sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
  return (
    <section className="cb-section">
      <header>
        <h2>{title}</h2>
        {aside !== undefined && <span className="cb-dim cb-small cb-cut">{aside}</span>}
        {onDownload !== undefined && (
          <button type="button" className="cb-text-button cb-small cb-push" onClick={onDownload}>
            Download CSV
          </button>
        )}
      </header>
      <table className="cb-table cb-small">
        <thead>
          <tr>
            {hasRows && <th scope="col">Row</th>}
            <th scope="col">Where</th>
            <th scope="col">What is wrong</th>
            {hasEffects && (
              <th scope="col" className="cb-num">
                What happens
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {ordered.map((fault) => (
            <tr key={fault.id}>
              {hasRows && <td>{fault.line === undefined ? '\u2013' : formatCount(fault.line)}</td>}
              <td className="cb-fault-place">
                <code>{fault.place}</code>
              </td>
              <td>
                <Severity severity={fault.severity} />
                {fault.message}
              </td>
              {hasEffects && <td className="cb-num">{fault.effect}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Severity({ severity }: { severity: Fault['severity'] }) {
  const Icon = severity === 'error' ? IconAlertOctagon : IconAlertTriangle;
  return (
    <span className={`cb-fault ${severity === 'error' ? 'cb-bad' : 'cb-warn'}`}>
      <Icon size={13} aria-hidden="true" />
      {severity === 'error' ? 'Error' : 'Warning'}
    </span>
  );
}

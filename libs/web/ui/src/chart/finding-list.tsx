import { IconAlertOctagon, IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';

/** What a check found. */
export type Finding = {
  id: string;
  severity: 'critical' | 'error' | 'warning' | 'info';
  text: string;
  /** Rule id, reason and what mends it. */
  rule: string;
  fix: string;
  /** Goes to what it is about. */
  onOpen?: (() => void) | undefined;
};

const WORDS = { critical: 'Critical', error: 'Error', warning: 'Warning', info: 'Note' };
const RANK = { critical: 0, error: 1, warning: 2, info: 3 };
const TONE = { critical: 'cb-bad', error: 'cb-bad', warning: 'cb-warn', info: 'cb-dim' };

/** Findings, those that stop the chart first: glyph, severity in words, one line, then rule and fix. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  return (
    <ul className="cb-findings">
      {[...findings]
        .sort((a, b) => RANK[a.severity] - RANK[b.severity])
        .map(({ id, severity, text, rule, fix, onOpen }) => (
          <li key={id}>
            <span className={TONE[severity]}>{glyphOf(severity)}</span>
            <span>
              <b>{WORDS[severity]}</b> {text}
            </span>
            <p>
              <code>{rule}</code> {fix}{' '}
              {onOpen !== undefined && (
                <button type="button" className="cb-text-button" onClick={onOpen}>
                  Show
                </button>
              )}
            </p>
          </li>
        ))}
    </ul>
  );
}

function glyphOf(severity: Finding['severity']) {
  if (severity === 'warning') return <IconAlertTriangle size={16} aria-hidden="true" />;
  return severity === 'info' ? (
    <IconInfoCircle size={16} aria-hidden="true" />
  ) : (
    <IconAlertOctagon size={16} aria-hidden="true" />
  );
}

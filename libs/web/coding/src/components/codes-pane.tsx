import type { Code, CodeSystem, CodingCaseDetail, Encounter } from '@caseboard/contracts';
import { plainDateWords } from '@caseboard/web/kernel';
import { Banner, ErrorStrip, Kbd, notifyDone } from '@caseboard/web/ui';
import { useMemo, type ReactNode } from 'react';
import {
  diagnosesOf,
  codeWords,
  proceduresOf,
  withAdded,
  withChanged,
  withMoved,
  withoutCode,
} from '../code-draft.rules.ts';
import type { DraftCode } from '../code-draft.rules.ts';
import type { SavedCodes } from '../use-saved-codes.ts';
import { CodeAdder, keyOf } from './code-adder.tsx';
import type { CodeRowActs } from './code-row.tsx';
import { DiagnosisTable, ProcedureTable } from './code-tables.tsx';

/** Props of `CodesPane`. */
export type CodesPaneProps = {
  opened: CodingCaseDetail;
  visit: Encounter | undefined;
  saved: SavedCodes;
  /** Why codes cannot be entered now. */
  lockedBecause: string | undefined;
  /** The way out of the lock: Take. */
  lockAct?: ReactNode;
};

const DIAGNOSES: readonly CodeSystem[] = ['icd-10-cm'];
const SERVICES: readonly CodeSystem[] = ['cpt', 'hcpcs'];
const STAY_SERVICES: readonly CodeSystem[] = ['icd-10-pcs', 'cpt', 'hcpcs'];

/** The codes of a chart, entered and put in order without leaving the keyboard; they save themselves. */
export function CodesPane({ opened, visit, saved, lockedBecause, lockAct }: CodesPaneProps) {
  const { codes } = saved;
  const isInpatient = opened.class === 'inpatient';
  const isOff = lockedBecause !== undefined;
  const on = opened.endedOn ?? opened.startedOn;
  const acts = useRowActs(saved);
  const taken = useMemo(() => new Set(codes.map(keyOf)), [codes]);
  const add = (code: Code) => saved.change((now) => withAdded(now, code, { isInpatient, servedOn: opened.startedOn }));
  const adder = { on, taken, onAdd: add, aside: on === null ? '' : `valid on ${plainDateWords(on)}` };
  const tables = { codes, findings: opened.findings, acts, isOff };
  return (
    <div className="cb-codes-scroll" role="region" aria-label="Codes" tabIndex={0}>
      {lockedBecause !== undefined && (
        <Banner tone="info" action={lockAct}>
          {lockedBecause}
        </Banner>
      )}
      {saved.refusal && (
        <ErrorStrip boxed={false} title="Not saved." traceId={saved.refusal.traceId} onRetry={saved.retry}>
          {saved.refusal.text} What you entered is kept.
        </ErrorStrip>
      )}
      <section>
        <div className="cb-codes-head">
          <h2>Diagnoses</h2>
          <span className="cb-small cb-dim">ICD-10-CM, {diagnosesOf(codes).length} of 25</span>
          {!isOff && (
            <span className="cb-push cb-small cb-dim">
              <Kbd>Alt</Kbd> <Kbd>↑</Kbd> resequences
            </span>
          )}
        </div>
        {diagnosesOf(codes).length > 0 && <DiagnosisTable {...tables} isInpatient={isInpatient} />}
        {isOff ? (
          diagnosesOf(codes).length === 0 && <p className="cb-codes-empty">No diagnosis is entered.</p>
        ) : (
          <CodeAdder
            {...adder}
            label="Add a diagnosis"
            shortcut="D"
            systems={DIAGNOSES}
            listed={visit?.conditions ?? []}
          />
        )}
      </section>
      <section>
        <div className="cb-codes-head">
          <h2>Procedures and services</h2>
          <span className="cb-small cb-dim">
            {isInpatient ? 'ICD-10-PCS, CPT and HCPCS' : 'CPT and HCPCS'}, {proceduresOf(codes).length}
          </span>
        </div>
        {proceduresOf(codes).length > 0 && <ProcedureTable {...tables} />}
        {isOff ? (
          proceduresOf(codes).length === 0 && <p className="cb-codes-empty">No procedure is entered.</p>
        ) : (
          <CodeAdder
            {...adder}
            label="Add a procedure or service"
            shortcut="P"
            systems={isInpatient ? STAY_SERVICES : SERVICES}
            listed={visit?.procedures ?? []}
          />
        )}
      </section>
    </div>
  );
}

function useRowActs({ change, codes }: SavedCodes): CodeRowActs {
  return {
    move: (key, by) => change((now) => withMoved(now, key, by)),
    change: (key, patch) => change((now) => withChanged(now, key, patch)),
    remove: (code: DraftCode) => {
      const before = codes;
      change((now) => withoutCode(now, code.key));
      notifyDone(`${codeWords(code)} is taken out`, () => change(() => [...before]));
    },
  };
}

import type { ReactNode } from 'react';
import { CodeChip } from '../marks/code-chip.tsx';
import { DueChip, type DueChipProps } from '../marks/due-chip.tsx';
import { Money } from '../marks/money.tsx';
import { FaceStack } from '../people/face-stack.tsx';
import { OwnerFace } from '../people/owner-face.tsx';
import type { Person, PresentPerson } from '../people/person.rules.ts';

/** Props of `CaseTitle`. */
export type CaseTitleProps = {
  /** Human number, `DEN-001903`. */
  number: string;
  /** Who it is about. */
  patient: string;
  /** `Prairie Shield PPO, service 14 Sep 2026`. */
  about: string;
  code?: string | undefined;
  words?: string | undefined;
  /** Dollars at stake. */
  cents?: number | undefined;
  due?: DueChipProps | undefined;
  /** Usually `StageMark` or `StateMark`. */
  stage?: ReactNode;
  owner?: Person | null;
  here?: readonly PresentPerson[];
};

/** A case in one glance: who, payer and date, code and words, dollars at stake, deadline, stage, owner, who is here. */
export function CaseTitle({
  number,
  patient,
  about,
  code,
  words,
  cents,
  due,
  stage,
  owner,
  here = [],
}: CaseTitleProps) {
  return (
    <div className="cb-case-title">
      <div className="cb-case-line">
        <h1 tabIndex={-1} data-autofocus>
          {patient}
        </h1>
        <code className="cb-dim">{number}</code>
        <FaceStack people={here} />
      </div>
      <div className="cb-case-line cb-soft">
        <span>{about}</span>
        {code !== undefined && <CodeChip>{code}</CodeChip>}
        {words !== undefined && <span>{words}</span>}
      </div>
      <div className="cb-case-line">
        {cents !== undefined && (
          <span>
            <Money cents={cents} as="dollars" strong /> <span className="cb-dim">at stake</span>
          </span>
        )}
        {due !== undefined && <DueChip {...due} />}
        {stage}
        {owner !== undefined && (
          <span className="cb-small">
            <OwnerFace owner={owner} withName />
          </span>
        )}
      </div>
    </div>
  );
}

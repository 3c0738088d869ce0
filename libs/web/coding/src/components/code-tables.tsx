import type { CodingFinding } from '@caseboard/contracts';
import { POA_VALUES } from '@caseboard/contracts';
import { Tag } from '@caseboard/web/ui';
import { diagnosesOf, modifiersIn, pointersIn, pointerWords, proceduresOf } from '../code-draft.rules.ts';
import type { DraftCode, Poa } from '../code-draft.rules.ts';
import { CodeRow, type CodeRowActs } from './code-row.tsx';
import { TypedCell } from './typed-cell.tsx';

/** Props of the two tables of codes. */
export type CodeTableProps = {
  codes: readonly DraftCode[];
  findings: readonly CodingFinding[];
  acts: CodeRowActs;
  isOff: boolean;
};

const POA_WORDS: Record<Poa, string> = {
  Y: 'Y, yes',
  N: 'N, no',
  U: 'U, unknown',
  W: 'W, undetermined',
  '1': '1, exempt',
};

/** Diagnoses in their sequence; the first is principal (or first-listed), POA only for stays. */
export function DiagnosisTable({
  codes,
  findings,
  acts,
  isOff,
  isInpatient,
}: CodeTableProps & { isInpatient: boolean }) {
  return (
    <table className="cb-code-table" aria-label="Diagnoses">
      <thead>
        <tr>
          <th scope="col">Seq</th>
          <th scope="col">Code</th>
          <th scope="col">Meaning</th>
          {isInpatient && (
            <th scope="col" data-cell="poa">
              POA
            </th>
          )}
          <th scope="col">
            <span className="cb-heard">Take out</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {diagnosesOf(codes).map((code, index) => (
          <CodeRow
            key={code.key}
            code={code}
            number={index + 1}
            ordinal={index + 1}
            findings={aboutOrdinal(findings, index + 1)}
            acts={acts}
            isOff={isOff}
            mark={index === 0 && <Tag>{isInpatient ? 'principal' : 'first-listed'}</Tag>}
          >
            {isInpatient && (
              <td>
                <select
                  className="cb-code-cell"
                  aria-label={`Present on admission, diagnosis ${index + 1}`}
                  disabled={isOff}
                  value={code.poa ?? ''}
                  onChange={({ currentTarget: { value } }) =>
                    acts.change(code.key, { poa: POA_VALUES.find((each) => each === value) ?? null })
                  }
                >
                  <option value="">–</option>
                  {POA_VALUES.map((value) => (
                    <option key={value} value={value}>
                      {POA_WORDS[value]}
                    </option>
                  ))}
                </select>
              </td>
            )}
          </CodeRow>
        ))}
      </tbody>
    </table>
  );
}

/** Procedures and services: modifiers, units, the diagnoses they point to, the date. */
export function ProcedureTable({ codes, findings, acts, isOff }: CodeTableProps) {
  const diagnoses = diagnosesOf(codes);
  return (
    <table className="cb-code-table" aria-label="Procedures and services">
      <thead>
        <tr>
          <th scope="col">Ln</th>
          <th scope="col">Code</th>
          <th scope="col">Meaning</th>
          <th scope="col" data-cell="modifiers">
            Modifiers
          </th>
          <th scope="col" data-cell="units">
            Units
          </th>
          <th scope="col" data-cell="pointers">
            Dx
          </th>
          <th scope="col" data-cell="date">
            Date
          </th>
          <th scope="col">
            <span className="cb-heard">Take out</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {proceduresOf(codes).map((code, index) => {
          const set = (patch: Partial<DraftCode>) => acts.change(code.key, patch);
          const isLine = code.system !== 'icd-10-pcs';
          const cell = (name: string) => `${name}, line ${index + 1}`;
          return (
            <CodeRow
              key={code.key}
              code={code}
              number={index + 1}
              ordinal={diagnoses.length + index + 1}
              findings={aboutOrdinal(findings, diagnoses.length + index + 1)}
              acts={acts}
              isOff={isOff}
            >
              <td>
                {isLine && (
                  <TypedCell
                    label={cell('Modifiers')}
                    value={code.modifiers.join(' ')}
                    isOff={isOff}
                    onEnter={(typed) => {
                      const modifiers = modifiersIn(typed);
                      if (modifiers) set({ modifiers });
                      return modifiers !== undefined;
                    }}
                  />
                )}
              </td>
              <td>
                {isLine && (
                  <TypedCell
                    label={cell('Units')}
                    value={String(code.units)}
                    isOff={isOff}
                    onEnter={(typed) => {
                      const isNumber = /^[1-9]\d{0,3}$/.test(typed.trim());
                      if (isNumber) set({ units: Number(typed) });
                      return isNumber;
                    }}
                  />
                )}
              </td>
              <td>
                {isLine && (
                  <TypedCell
                    label={cell('Diagnoses it points to')}
                    value={pointerWords(code, diagnoses)}
                    isOff={isOff}
                    onEnter={(typed) => {
                      const pointers = pointersIn(typed, diagnoses);
                      if (pointers) set({ pointers });
                      return pointers !== undefined;
                    }}
                  />
                )}
              </td>
              <td>
                <TypedCell
                  type="date"
                  label={cell('Date of service')}
                  value={code.servedOn ?? ''}
                  isOff={isOff}
                  onEnter={(typed) => {
                    set({ servedOn: typed === '' ? null : typed });
                    return true;
                  }}
                />
              </td>
            </CodeRow>
          );
        })}
      </tbody>
    </table>
  );
}

const aboutOrdinal = (findings: readonly CodingFinding[], ordinal: number) =>
  findings.filter((finding) => finding.ordinal === ordinal);

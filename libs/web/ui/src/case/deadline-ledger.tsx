import { DueChip, type DueChipProps } from '../marks/due-chip.tsx';

/** One clock of a case. */
export type Deadline = {
  id: string;
  /** `Appeal level 1`. */
  clock: string;
  /** Date with zone. */
  date: string;
  /** `60 d from notice 6 Oct`. */
  rule: string;
  /** Where the rule comes from: contract, law, setting. */
  source: string;
  due: DueChipProps;
  /** A target of the team, not of the payer: listed beside, never mixed. */
  isInternal?: boolean;
};

/** The deadlines as a ledger: clock, date, rule with its source, days left; the payer's first, then the team's own. */
export function DeadlineLedger({ deadlines }: { deadlines: readonly Deadline[] }) {
  const ours = deadlines.filter((deadline) => deadline.isInternal);
  return (
    <table className="cb-table cb-small">
      <thead>
        <tr>
          <th scope="col">Clock</th>
          <th scope="col">Rule</th>
          <th scope="col" className="cb-num">
            Left
          </th>
        </tr>
      </thead>
      <tbody>
        {deadlines
          .filter((deadline) => !deadline.isInternal)
          .map((deadline) => (
            <Line key={deadline.id} deadline={deadline} />
          ))}
      </tbody>
      {ours.length > 0 && (
        <tbody aria-label="Team targets">
          {ours.map((deadline) => (
            <Line key={deadline.id} deadline={deadline} />
          ))}
        </tbody>
      )}
    </table>
  );
}

function Line({ deadline }: { deadline: Deadline }) {
  return (
    <tr>
      <td>
        {deadline.isInternal && 'Team: '}
        {deadline.clock}
        <small>{deadline.date}</small>
      </td>
      <td>
        {deadline.rule}
        <small>{deadline.source}</small>
      </td>
      <td className="cb-num">
        <DueChip {...deadline.due} />
      </td>
    </tr>
  );
}

import type { RejectionCaseDetail } from '@caseboard/contracts';
import { dueOf, plainDateWords, useColleagues, useGo, useMoments, useToday } from '@caseboard/web/kernel';
import { AppLink, CaseSection, CodeChip, DeadlineLedger, Facts } from '@caseboard/web/ui';
import { resolutionWords, statusCode } from '../rejection-words.rules.ts';
import { ClaimTimeline } from './claim-timeline.tsx';

/** Why a claim came back, until when it can go out again, what was done, and what it went through. */
export function RejectionFacts({ rejection }: { rejection: RejectionCaseDetail }) {
  const go = useGo();
  const { today, zone } = useToday();
  const { nameOfActor } = useColleagues();
  const moments = useMoments();
  const by = rejection.resolvedBy === null ? '' : nameOfActor(rejection.resolvedBy);
  const at = rejection.resolvedAt === null ? '' : `, ${moments.words(rejection.resolvedAt)}`;
  return (
    <>
      <CaseSection title="Why it came back" aside={`control number ${rejection.controlNumber}`}>
        <ul className="cb-plain-rows">
          {rejection.statuses.map((status, place) => (
            <li key={`${statusCode(status)}-${place}`}>
              <CodeChip>{statusCode(status)}</CodeChip> {status.words}
            </li>
          ))}
        </ul>
        <p>
          <AppLink href={`/claims?open=${rejection.claimId}`} onNavigate={go}>
            Claim {rejection.claimNumber}
          </AppLink>
        </p>
      </CaseSection>
      {rejection.state === 'open' && rejection.dueOn !== null && (
        <CaseSection title="Deadline" aside="runs on until it is sent again">
          <DeadlineLedger
            deadlines={[
              {
                id: 'filing',
                clock: 'Payer',
                date: `${plainDateWords(rejection.dueOn)}, ${zone}`,
                rule: rejection.dueRule ?? 'Set by hand',
                source: rejection.payerName,
                due: dueOf({ ...rejection, today, zone }),
              },
            ]}
          />
        </CaseSection>
      )}
      {rejection.resolution !== null && (
        <CaseSection title="What was done">
          <Facts
            facts={[
              { term: 'Done', value: resolutionWords(rejection.resolution) },
              { term: 'By', value: `${by}${at}` },
            ]}
          />
        </CaseSection>
      )}
      <CaseSection title="What happened">
        <ClaimTimeline entries={rejection.timeline} />
      </CaseSection>
    </>
  );
}

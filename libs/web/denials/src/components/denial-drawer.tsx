import type { DenialCase } from '@caseboard/contracts';
import { plainDateWords, useSession, useToday } from '@caseboard/web/kernel';
import {
  CaseDrawer,
  CaseSection,
  DeadlineLedger,
  Facts,
  formatMoney,
  NextStepBar,
  StageMark,
  type PresentPerson,
} from '@caseboard/web/ui';
import { CaseMove, CaseOwner, UnopenedDrawer, useWorkers, type BoardActs } from '@caseboard/web/worklist';
import { ClaimLines } from '@caseboard/web/billing';
import { CaseThread } from '@caseboard/web/threads';
import { caseDue, codeOf } from '../card.rules.ts';
import { holdOf } from '../case-story.rules.ts';
import { DENIAL_KIND, stageGlyph } from '../denial-kind.tsx';
import type { OpenedCase } from '../denials.live.ts';
import { useClaim, useDenialCase } from '../use-denial-case.ts';
import { CaseTimeline } from './case-timeline.tsx';
import { DeniedLines } from './denied-lines.tsx';

/** Props of `DenialDrawer`. */
export type DenialDrawerProps = {
  caseId: string;
  /** The case with own changes on it, when the page's list has it. */
  card: DenialCase | undefined;
  acts: BoardActs<DenialCase>;
  here: readonly PresentPerson[];
};

/** A case opened beside its board. */
export function DenialDrawer({ caseId, card, acts, here }: DenialDrawerProps) {
  const { opened, state, reload } = useDenialCase(caseId);
  if (opened) return <OpenCase opened={{ ...opened, ...newer(card, opened) }} acts={acts} here={here} />;
  return <UnopenedDrawer what="case" state={state} onRetry={reload} onClose={acts.shut} />;
}

/** Own changes are on the list's card first; the opened case follows when it was read again. */
const newer = (card: DenialCase | undefined, opened: OpenedCase): Partial<DenialCase> =>
  card && card.version >= opened.version && card.workItemVersion >= opened.workItemVersion ? card : {};

function OpenCase({
  opened,
  acts,
  here,
}: {
  opened: OpenedCase;
  acts: BoardActs<DenialCase>;
  here: readonly PresentPerson[];
}) {
  const { user } = useSession();
  const { today, zone } = useToday();
  const { personOf } = useWorkers();
  const claim = useClaim(opened.claimId);
  const owner = opened.ownerId === null ? null : personOf(opened.ownerId);
  const due = caseDue(opened, today, zone);
  const editing = here.filter(({ presence }) => presence === 'editing').map(({ name }) => name);
  return (
    <CaseDrawer
      isOpen
      onClose={acts.shut}
      title={{
        number: opened.number,
        patient: opened.patientName,
        about: `${opened.payerName}, denied ${plainDateWords(opened.deniedOn)}`,
        code: codeOf(opened),
        words: opened.carcWords,
        cents: opened.amountCents,
        due,
        stage: <StageMark stage={opened.stage} />,
        owner,
        here,
      }}
      banner={
        <NextStepBar
          next={opened.stage === 'closed' ? 'Closed.' : `Next: ${opened.needs ?? 'decide what to do'}.`}
          actions={
            <CaseMove
              kind={DENIAL_KIND}
              opened={opened}
              acts={acts}
              permission="denials.case.move"
              glyphOf={stageGlyph}
            />
          }
        >
          {opened.stage !== 'closed' &&
            holdOf(opened, editing, opened.ownerId === user.id ? 'You' : (owner?.name ?? ''))}
        </NextStepBar>
      }
      footer={<CaseOwner kind={DENIAL_KIND} opened={opened} acts={acts} />}
      side={{ label: 'Thread', content: <CaseThread subjectType="denial" subjectId={opened.id} /> }}
    >
      {opened.dueOn !== null && (
        <CaseSection title="Deadlines">
          <DeadlineLedger
            deadlines={[
              {
                id: 'payer',
                clock: 'Payer',
                date: `${plainDateWords(opened.dueOn)}, ${zone}`,
                rule: opened.dueRule ?? 'Set by hand',
                source: opened.payerName,
                due,
              },
            ]}
          />
        </CaseSection>
      )}
      <CaseSection title="What was denied" aside={`${opened.remittanceNumber}, claim ${opened.claimNumber}`}>
        <DeniedLines denials={opened.denials} rarcs={opened.rarcs} />
      </CaseSection>
      {opened.rootCause !== null && (
        <CaseSection title="How it ended">
          <Facts facts={closingFacts(opened)} />
        </CaseSection>
      )}
      {claim && (
        <CaseSection
          title="Claim lines"
          aside={`${claim.number}, charged ${formatMoney(claim.chargeCents, 'dollars')}, paid ${formatMoney(claim.paidCents, 'dollars')}`}
        >
          <ClaimLines claim={claim} />
        </CaseSection>
      )}
      <CaseSection title="What happened">
        <CaseTimeline opened={opened} owner={owner?.name} />
      </CaseSection>
    </CaseDrawer>
  );
}

const closingFacts = ({ rootCause, isPreventable, recoveredCents }: OpenedCase) => [
  { term: 'Root cause', value: rootCause },
  { term: 'Preventable', value: isPreventable ? 'Yes' : 'No' },
  { term: 'Recovered', value: recoveredCents === null ? 'Not said' : formatMoney(recoveredCents, 'dollars') },
];

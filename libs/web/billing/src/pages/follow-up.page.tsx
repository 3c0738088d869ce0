import { followUpCase } from '@caseboard/contracts';
import type { FollowUpCase } from '@caseboard/contracts';
import { api, useExport, useToday } from '@caseboard/web/kernel';
import { CodeChip, ExportButton } from '@caseboard/web/ui';
import { CaseBoardPage, type BoardFilters, type BoardPage } from '@caseboard/web/worklist';
import * as z from 'zod/mini';
import { FollowUpDrawer } from '../components/follow-up-drawer.tsx';
import { askedWords, followUpDue, silenceWords, toFollowUpCard } from '../follow-up-card.rules.ts';
import { FOLLOW_UP_KIND, followUpGlyph, followUpMark } from '../follow-up-kind.tsx';
import { FOLLOW_UP_CHANNEL, followUpCases } from '../follow-up.live.ts';

const FOLLOW_UP: BoardPage<FollowUpCase> = {
  title: 'Follow-up',
  what: 'follow-up cases',
  label: 'Silent claims by stage and payer',
  channel: FOLLOW_UP_CHANNEL,
  queue: { key: 'follow-up', name: 'Follow-up' },
  kind: FOLLOW_UP_KIND,
  sourceOf: followUpCases,
  command: {
    put: (row, stage, more) =>
      api.put(`/follow-up-cases/${row.id}/stage`, followUpCase, { version: row.version, body: { stage, ...more } }),
    parse: (current) => z.safeParse(followUpCase, current).data,
  },
  movePermission: 'billing.follow-up.move',
  asksFirst: [],
  question: () => null,
  glyphOf: followUpGlyph,
  toCard: toFollowUpCard,
  cells: {
    whatHead: 'What is known',
    what: (row) => <Known row={row} />,
    whatWords: askedWords,
    patientOf: ({ patient }) => patient,
    dueOf: followUpDue,
    stageMark: followUpMark,
  },
  whenEmpty: 'A claim comes here when its payer stays silent for longer than its rule allows.',
  drawer: (opened) => <FollowUpDrawer key={opened.caseId} {...opened} />,
  actions: (filters) => <TakeAlong filters={filters} />,
};

function Known({ row }: { row: FollowUpCase }) {
  const { today } = useToday();
  return (
    <>
      <CodeChip>{row.claimNumber}</CodeChip>
      <span className="cb-cut">
        {silenceWords(row, today)}, {askedWords(row).toLowerCase()}
      </span>
    </>
  );
}

function TakeAlong({ filters: { stage, payerId: payer, owner } }: { filters: BoardFilters }) {
  const file = useExport('follow-up-cases', { stage, payer, owner });
  return file && <ExportButton {...file} />;
}

/** The shared board of claims nobody answers, and the same cases as a table. */
export const FollowUpPage = () => <CaseBoardPage page={FOLLOW_UP} />;

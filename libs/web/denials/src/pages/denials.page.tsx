import { denialCase } from '@caseboard/contracts';
import type { DenialCase, DenialStage } from '@caseboard/contracts';
import { api, useExport } from '@caseboard/web/kernel';
import { CodeChip, ExportButton, StageMark } from '@caseboard/web/ui';
import { CaseBoardPage, type BoardFilters, type BoardPage } from '@caseboard/web/worklist';
import * as z from 'zod/mini';
import { caseDue, codeOf, toCard } from '../card.rules.ts';
import type { Closing } from '../closing.rules.ts';
import { CloseForm } from '../components/close-form.tsx';
import { DenialDrawer } from '../components/denial-drawer.tsx';
import { DENIAL_KIND, stageGlyph } from '../denial-kind.tsx';
import { BOARD_CHANNEL, denialCases } from '../denials.live.ts';

const QUEUE = { key: 'denials', name: 'Denials' };

/** What an earlier closing said; the dollars are asked again. */
const saidOf = ({ rootCause, isPreventable }: DenialCase): Partial<Closing> => ({
  ...(rootCause === null ? {} : { rootCause }),
  ...(isPreventable === null ? {} : { isPreventable }),
});

const DENIALS: BoardPage<DenialCase> = {
  title: 'Denials',
  what: 'denials',
  label: 'Denials by stage and payer',
  channel: BOARD_CHANNEL,
  queue: QUEUE,
  kind: DENIAL_KIND,
  sourceOf: denialCases,
  command: {
    put: (row, stage, more) =>
      api.put(`/denials/${row.id}/stage`, denialCase, { version: row.version, body: { stage, ...more } }),
    parse: (current) => z.safeParse(denialCase, current).data,
  },
  movePermission: 'denials.case.move',
  asksFirst: ['closed'],
  question: ({ row }, answer, cancel) => (
    <CloseForm number={row.number} before={saidOf(row)} onClose={answer} onCancel={cancel} />
  ),
  glyphOf: stageGlyph,
  toCard,
  cells: {
    whatHead: 'What was denied',
    what: (row) => (
      <>
        <CodeChip>{[codeOf(row), row.rarcs[0]?.code].filter(Boolean).join(' ')}</CodeChip>
        <span className="cb-cut">{row.carcWords}</span>
      </>
    ),
    whatWords: ({ carcWords }) => carcWords,
    patientOf: ({ patient }) => patient,
    dueOf: caseDue,
    stageMark: (stage, by) => <StageMark stage={stage as DenialStage}>{by}</StageMark>,
  },
  whenEmpty: 'New ones appear here as soon as a remittance is posted.',
  drawer: (opened) => <DenialDrawer key={opened.caseId} {...opened} />,
  actions: (filters) => <TakeAlong filters={filters} />,
};

function TakeAlong({ filters: { stage, payerId: payer, owner } }: { filters: BoardFilters }) {
  const file = useExport('denial-cases', { stage, payer, owner });
  return file && <ExportButton {...file} />;
}

/** The shared board of denials, and the same cases as a table. */
export const DenialsPage = () => <CaseBoardPage page={DENIALS} />;

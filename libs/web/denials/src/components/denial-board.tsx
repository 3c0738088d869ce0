import type { DenialStage } from '@caseboard/contracts';
import { useMay, useSession, useToday } from '@caseboard/web/kernel';
import { Board, StageGlyph, stageWord, type BoardCardData, type PresentPerson } from '@caseboard/web/ui';
import { useWorkers } from '@caseboard/web/worklist';
import { useCallback, useMemo } from 'react';
import { counted, lanesOf, tallyOf } from '../board-totals.rules.ts';
import { toCard } from '../card.rules.ts';
import { isNarrowed, stagesOf } from '../denial-filters.rules.ts';
import type { DenialFilters } from '../denial-filters.rules.ts';
import { moveTargets } from '../move-targets.tsx';
import type { CaseActs } from '../use-case-acts.ts';
import type { Denials } from '../use-denials.ts';

/** Props of `DenialBoard`. */
export type DenialBoardProps = {
  denials: Denials;
  filters: DenialFilters;
  acts: CaseActs;
  here: ReadonlyMap<string, readonly PresentPerson[]>;
  cursorId: string | null;
  onCursorChange: (id: string) => void;
  onOpenClosed: () => void;
};

/** Stages as columns, payers as lanes; totals of columns count every case, shown or not. */
export function DenialBoard({
  denials,
  filters,
  acts,
  here,
  cursorId,
  onCursorChange,
  onOpenClosed,
}: DenialBoardProps) {
  const { user } = useSession();
  const may = useMay();
  const { today, zone } = useToday();
  const { workers, personOf } = useWorkers();
  const { shown, savingIds, byId, rows, list } = denials;
  const cards = useMemo(() => {
    const context = { today, zone, personOf, here, savingIds };
    return shown.map(({ row, place }) => toCard(row, place, context));
  }, [shown, today, zone, personOf, here, savingIds]);
  const lanes = useMemo(() => lanesOf(shown), [shown]);
  const mayMove = may('denials.case.move');
  const targetsOf = useCallback((card: BoardCardData) => moveTargets(card.stage, mayMove), [mayMove]);
  const totalOf = (stage: DenialStage) =>
    isNarrowed(filters) ? tallyOf(rows.filter((row) => row.stage === stage)) : counted(list.counters, stage);
  const seenIn = (id: string) => shown.find((each) => each.id === id)?.place as DenialStage;
  const act = (id: string, run: (row: NonNullable<ReturnType<typeof byId.get>>) => void) => {
    const row = byId.get(id);
    if (row) run(row);
  };
  return (
    <Board
      label="Denials by stage and payer"
      columns={stagesOf(filters).map((stage) => ({
        stage,
        name: stageWord(stage),
        glyph: <StageGlyph stage={stage} />,
        ...totalOf(stage),
      }))}
      lanes={lanes}
      cards={cards}
      targetsOf={targetsOf}
      onMove={(id, stage) => act(id, (row) => acts.move(row, seenIn(id), stage))}
      onOpen={acts.open}
      people={may('worklist.item.assign') ? workers : [{ id: user.id, name: user.name }]}
      {...(may('worklist.item.take')
        ? { onAssign: (id: string, personId: string) => act(id, (row) => acts.give(row, personId)) }
        : {})}
      changedIds={useMemo(() => new Set(list.changed.keys()), [list.changed])}
      cursorId={cursorId}
      onCursorChange={onCursorChange}
      closed={{ stage: 'closed', label: 'Closed', ...counted(list.counters, 'closed'), onOpen: onOpenClosed }}
      onLoadMore={list.loadMore}
      onHandChange={denials.onHandChange}
    />
  );
}

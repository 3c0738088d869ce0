import type { BoardCase, BoardKind } from './board-case.ts';

/** Which cases a page shows, as its address says it. */
export interface BoardFilters {
  /** One stage; undefined is every stage that is not over. */
  stage: string | undefined;
  payerId: string | undefined;
  /** `me`, `none`, or a person's id. */
  owner: string | undefined;
}

type Stages = Pick<BoardKind<BoardCase>, 'stages' | 'over'>;

/** Reads the filters from an address; what it does not know it leaves out. */
export const filtersOf = ({ stages }: Stages, values: Readonly<Record<string, string>>): BoardFilters => ({
  stage: stages.find((stage) => stage === values.stage),
  payerId: values.payer,
  owner: values.owner,
});

/** The stages the filters leave, in the order of the board; what is over is the strip beside it. */
export const stagesOf = ({ stages, over }: Stages, { stage }: BoardFilters): readonly string[] =>
  stage === undefined ? stages.filter((each) => each !== over) : [stage];

export const isFiltered = ({ stage, payerId, owner }: BoardFilters): boolean =>
  [stage, payerId, owner].some((value) => value !== undefined);

/** Whether the maintained totals of the columns count more than the filters show. */
export const isNarrowed = ({ payerId, owner }: BoardFilters): boolean => payerId !== undefined || owner !== undefined;

/** The same rule as the server's query, for cards that arrive live. */
export function isAmong(kind: Stages, filters: BoardFilters, card: BoardCase, me: string): boolean {
  const { payerId, owner } = filters;
  const wanted = owner === 'me' ? me : owner;
  const isOwner = wanted === undefined || (wanted === 'none' ? card.ownerId === null : card.ownerId === wanted);
  return stagesOf(kind, filters).includes(card.stage) && (payerId === undefined || card.payerId === payerId) && isOwner;
}

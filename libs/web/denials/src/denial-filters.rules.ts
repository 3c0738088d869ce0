import { DENIAL_STAGES } from '@caseboard/contracts';
import type { DenialCase, DenialStage } from '@caseboard/contracts';

/** Which cases a page shows, as its address says it. */
export interface DenialFilters {
  /** One stage; undefined is every stage that is not closed. */
  stage: DenialStage | undefined;
  payerId: string | undefined;
  /** `me`, `none`, or a person's id. */
  owner: string | undefined;
}

/** The columns of the board: closed is the strip beside them. */
export const OPEN_STAGES: readonly DenialStage[] = DENIAL_STAGES.filter((stage) => stage !== 'closed');

/** Reads the filters from an address; what it does not know it leaves out. */
export const filtersOf = (values: Readonly<Record<string, string>>): DenialFilters => ({
  stage: DENIAL_STAGES.find((stage) => stage === values.stage),
  payerId: values.payer,
  owner: values.owner,
});

/** The stages the filters leave, in the order of the board. */
export const stagesOf = ({ stage }: DenialFilters): readonly DenialStage[] =>
  stage === undefined ? OPEN_STAGES : [stage];

export const isFiltered = ({ stage, payerId, owner }: DenialFilters): boolean =>
  [stage, payerId, owner].some((value) => value !== undefined);

/** Whether the maintained totals of the columns count more than the filters show. */
export const isNarrowed = ({ payerId, owner }: DenialFilters): boolean => payerId !== undefined || owner !== undefined;

/** The same rule as the server's query, for cards that arrive live. */
export function isAmong(filters: DenialFilters, card: DenialCase, me: string): boolean {
  const { payerId, owner } = filters;
  const wanted = owner === 'me' ? me : owner;
  const isOwner = wanted === undefined || (wanted === 'none' ? card.ownerId === null : card.ownerId === wanted);
  return stagesOf(filters).includes(card.stage) && (payerId === undefined || card.payerId === payerId) && isOwner;
}

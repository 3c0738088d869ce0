import type { Page } from '@caseboard/contracts';

/** One column's next page. */
export interface StageAsk {
  stage: string;
  cursor: string | undefined;
}

/** What a cursor over all columns asks next; without one the first page of each. */
export const stageAsks = (stages: readonly string[], cursor: string | undefined): StageAsk[] =>
  cursor === undefined ? stages.map((stage) => ({ stage, cursor: undefined })) : (JSON.parse(cursor) as StageAsk[]);

/**
 * Pages of several columns as one page. It stands on the oldest of their reads, so that following from there
 * misses nothing; its cursor holds the columns that have more.
 */
export function joinPages<Row>(asks: readonly StageAsk[], pages: readonly Page<Row>[]): Page<Row> {
  const more = asks.flatMap(({ stage }, at) => {
    const cursor = pages[at]?.nextCursor;
    return typeof cursor === 'string' ? [{ stage, cursor }] : [];
  });
  return {
    items: pages.flatMap(({ items }) => items),
    nextCursor: more.length > 0 ? JSON.stringify(more) : null,
    asOf: Math.min(...pages.map(({ asOf }) => asOf)),
  };
}

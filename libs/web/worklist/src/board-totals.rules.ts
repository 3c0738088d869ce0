import type { Counter } from '@caseboard/contracts';
import type { BoardLane, Tally } from '@caseboard/web/ui';
import type { BoardCase } from './board-case.ts';

/** Cards and cents of a stage: from the maintained counter, exact whatever is loaded. */
export function counted(counters: ReadonlyMap<string, Counter>, stage: string): Tally {
  const held = counters.get(`stage:${stage}`);
  return { count: held?.count ?? 0, cents: held?.cents ?? 0 };
}

/** Cards and cents of rows at hand. */
export const tallyOf = (rows: readonly Pick<BoardCase, 'amountCents'>[]): Tally => ({
  count: rows.length,
  cents: rows.reduce((sum, { amountCents }) => sum + amountCents, 0),
});

/** The sum of several tallies. */
export const sumOf = (tallies: readonly Tally[]): Tally => ({
  count: tallies.reduce((sum, { count }) => sum + count, 0),
  cents: tallies.reduce((sum, { cents }) => sum + cents, 0),
});

/** A lane for each payer, by name, with what each of its cells holds; `stage` is the column a card stands in. */
export function lanesOf(placed: readonly { place: string; row: BoardCase }[]): BoardLane[] {
  const byPayer = Map.groupBy(placed, ({ row }) => row.payerId);
  const lanes = [...byPayer].map(([id, cards]): BoardLane => {
    const cells = [...Map.groupBy(cards, ({ place }) => place)].map(
      ([stage, held]) => [stage, tallyOf(held.map(({ row }) => row))] as const,
    );
    return {
      id,
      name: cards[0]?.row.payerName ?? '',
      ...tallyOf(cards.map(({ row }) => row)),
      cells: Object.fromEntries(cells),
    };
  });
  return lanes.sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

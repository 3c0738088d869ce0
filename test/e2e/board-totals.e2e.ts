import { DENIAL_STAGES } from '@caseboard/contracts';
import { allCases, casesFrom, headsOf, openBoard } from './board-page.ts';
import { expect, test, type Person } from './people.ts';
import { freshRemittance } from './remittance.ts';

const THREE_DENIED = [41_000, 52_000, 63_000].map((chargeCents) => ({
  chargeCents,
  denied: { carc: '50', rarc: 'N115' },
}));

test('column heads equal the sum of what there is, on both boards', async ({ erin, ana }) => {
  const [moved] = await casesFrom(ana, freshRemittance({ claims: THREE_DENIED }), 3);
  if (!moved) throw new Error('A case was to come.');
  await Promise.all([openBoard(erin.page), openBoard(ana.page)]);
  const { body } = await erin.api.put<{ stage: string }>(`/denials/${moved.id}/stage`, {
    version: moved.version,
    body: { stage: 'waiting' },
  });
  expect(body.stage).toBe('waiting');

  await expect(async () => {
    const sums = await sumsOf(ana);
    expect(await headsOf(erin.page)).toEqual(sums);
    expect(await headsOf(ana.page)).toEqual(sums);
  }).toPass({ timeout: 15_000 });
});

/** What the heads should say: name, count and whole dollars of every open stage, from a fresh fetch. */
async function sumsOf({ api }: Person): Promise<string[]> {
  const cases = await allCases(api);
  return DENIAL_STAGES.filter((stage) => stage !== 'closed').map((stage) => {
    const own = cases.filter((each) => each.stage === stage);
    const dollars = Math.round(own.reduce((sum, { amountCents }) => sum + amountCents, 0) / 100);
    const name = `${stage.slice(0, 1).toUpperCase()}${stage.slice(1)}`;
    return [name, own.length, `$${dollars.toLocaleString('en-US')}`].join('\n');
  });
}

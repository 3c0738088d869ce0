import { DENIAL_STAGES } from '@caseboard/contracts';
import { allCases, cardOf, casesFrom, cellOf, headsOf, openBoard } from './board-page.ts';
import { expect, test, type Person } from './people.ts';
import { freshRemittance } from './remittance.ts';

const THREE_DENIED = [41_000, 52_000, 63_000].map((chargeCents) => ({
  chargeCents,
  denied: { carc: '50', rarc: 'N115' },
}));

test('what the lead moves and assigns stands on the biller’s board at once, with who did it', async ({ erin, ana }) => {
  const file = freshRemittance({ claims: THREE_DENIED });
  const [dragged, keyed, given] = await casesFrom(ana, file, 3);
  if (!dragged || !keyed || !given) throw new Error('Three cases were to come.');
  const payer = file.payer.name;
  await Promise.all([openBoard(erin.page, dragged.payerId), openBoard(ana.page, dragged.payerId)]);
  const news = ana.page.getByRole('group', { name: 'Filters' });

  await test.step('by drag', async () => {
    await cardOf(erin.page, dragged.number).dragTo(cellOf(erin.page, 'Triaged', payer));
    await expect(cellOf(erin.page, 'Triaged', payer)).toContainText(dragged.claimNumber);
    await expect(cellOf(ana.page, 'Triaged', payer)).toContainText(dragged.claimNumber);
    await expect(news).toContainText(`Erin Walsh moved ${dragged.number} to Triaged`);
  });

  await test.step('by the Move menu, keys alone', async () => {
    await cardOf(erin.page, keyed.number).focus();
    await erin.page.keyboard.press('m');
    await expect(erin.page.getByRole('combobox', { name: `Move ${keyed.number} to` })).toBeFocused();
    await erin.page.keyboard.type('invest');
    await erin.page.keyboard.press('Enter');
    await expect(cellOf(ana.page, 'Investigating', payer)).toContainText(keyed.claimNumber);
    await expect(news).toContainText(`Erin Walsh moved ${keyed.number} to Investigating`);
  });

  await test.step('and assigns by the same menu', async () => {
    await cardOf(erin.page, given.number).focus();
    await erin.page.keyboard.press('m');
    await erin.page.keyboard.type('Ben');
    await erin.page.keyboard.press('Enter');
    await expect(cardOf(ana.page, given.number).getByRole('img', { name: 'Ben Okafor' })).toBeVisible();
    await expect(news).toContainText(`Erin Walsh gave ${given.number} to Ben Okafor`);
  });
});

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

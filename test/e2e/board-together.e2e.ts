import type { Counter } from '@caseboard/contracts';
import type { Page } from '@playwright/test';
import { cardOf, casesFrom, cellOf, headsOf, openBoard } from './board-page.ts';
import { expect, test, type Person } from './people.ts';
import { freshRemittance } from './remittance.ts';

const denied = (chargeCents: number) => ({ chargeCents, denied: { carc: '50', rarc: 'N115' } });

test('a lead and a biller see one board: stage, owner, who did it and the same totals', async ({ erin, ana }) => {
  const file = freshRemittance({ claims: [41_000, 52_000, 63_000].map(denied) });
  const payer = file.payer.name;
  const [dragged, keyed, given] = await casesFrom(ana, file, 3);
  if (!dragged || !keyed || !given) throw new Error('Three cases were to come.');
  for (const { page } of [erin, ana]) {
    await openBoard(page);
    await laneOf(page, payer).scrollIntoViewIfNeeded();
  }
  const news = ana.page.getByRole('group', { name: 'Filters' });
  await agreeOnTotals(erin, ana);

  await test.step('the lead drags a card', async () => {
    await cardOf(erin.page, dragged.number).dragTo(cellOf(erin.page, 'Triaged', payer));

    await expect(news).toContainText(`Erin Walsh moved ${dragged.number} to Triaged`);
    for (const { page } of [erin, ana]) await expect(cellOf(page, 'Triaged', payer)).toContainText(dragged.claimNumber);
    await agreeOnTotals(erin, ana);
  });

  await test.step('the lead moves a card with the keyboard alone', async () => {
    await openMenu(erin.page, keyed.number);
    await erin.page.keyboard.press('ArrowDown');
    await expect(erin.page.getByRole('option', { name: 'Investigating' })).toHaveAttribute('aria-selected', 'true');
    await erin.page.keyboard.press('Enter');

    await expect(news).toContainText(`Erin Walsh moved ${keyed.number} to Investigating`);
    for (const { page } of [erin, ana])
      await expect(cellOf(page, 'Investigating', payer)).toContainText(keyed.claimNumber);
    await expect(cardOf(erin.page, keyed.number)).toBeFocused();
    await agreeOnTotals(erin, ana);
  });

  await test.step('the lead gives a card to somebody', async () => {
    await openMenu(erin.page, given.number);
    await erin.page.keyboard.type('ben ok');
    await erin.page.keyboard.press('Enter');

    await expect(news).toContainText(`Erin Walsh gave ${given.number} to Ben Okafor`);
    for (const { page } of [erin, ana])
      await expect(cardOf(page, given.number).getByRole('img', { name: 'Ben Okafor', exact: true })).toBeVisible();
    await agreeOnTotals(erin, ana);
  });
});

const laneOf = (page: Page, payer: string) => page.getByRole('region', { name: payer, exact: true });

async function openMenu(page: Page, number: string): Promise<void> {
  await cardOf(page, number).focus();
  await page.keyboard.press('m');
  await expect(page.getByRole('combobox', { name: `Move ${number} to` })).toBeFocused();
}

/** Both boards say, in heads and title, what a fresh fetch of the totals says. Other journeys change it meanwhile. */
async function agreeOnTotals(...people: [Person, Person]): Promise<void> {
  await expect(async () => {
    const { body } = await people[1].api.get<{ counters: Counter[] }>('/boards/denials');
    const open = body.counters.filter(({ key }) => key !== 'stage:closed');
    const heads = open.map(({ key, count, cents }) => [nameOf(key), count, dollars(cents)].join('\n'));
    const count = open.reduce((sum, each) => sum + each.count, 0);
    const cents = open.reduce((sum, each) => sum + (each.cents ?? 0), 0);
    for (const { page } of people) {
      expect(await headsOf(page)).toEqual(heads);
      expect(await page.getByRole('main').innerText()).toContain(`${count} open · ${dollars(cents)}`);
    }
  }).toPass({ timeout: 10_000 });
}

/** `Triaged`, from `stage:triaged`. */
const nameOf = (key: string) => key.replace(/^stage:(.)/, (_, first: string) => first.toUpperCase());

const dollars = (cents: number | null | undefined) => `$${Math.round((cents ?? 0) / 100).toLocaleString('en-US')}`;

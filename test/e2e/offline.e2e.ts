import { TcpProxy } from '../../libs/testing/src/tcp-proxy.ts';
import { chromium } from '@playwright/test';
import type { DenialCase } from '@caseboard/contracts';
import { allCases, cardOf, casesFrom, cellOf, openBoard } from './board-page.ts';
import { expect, sitDown, test, throughProxy, type Person } from './people.ts';
import { freshRemittance } from './remittance.ts';

const denied = (chargeCents: number) => ({ chargeCents, denied: { carc: '16', rarc: 'M76' } });

test('who loses the network is told how old the page is, and on return what changed', async ({ erin, ben, baseURL }) => {
  const address = baseURL ?? '';
  test.setTimeout(60_000);
  const file = freshRemittance({ claims: [31_000, 32_000, 33_000].map(denied) });
  const [moved, given, left] = await casesFrom(ben, file, 3);
  if (!moved || !given || !left) throw new Error('Three cases were to come.');
  const network = await TcpProxy.to(Number(new URL(address).port));
  const browser = await chromium.launch(throughProxy(address, network.port));
  try {
    const ana = await sitDown(browser, address, 'biller');
    await openBoard(ana.page, moved.payerId);
    await expect(cardOf(ana.page, moved.number)).toBeVisible();

    network.refuse();
    const banner = ana.page.getByText(/^Offline for \d+ s\./);
    await expect(banner).toBeVisible({ timeout: 15_000 });
    await expect(banner.locator('..')).toContainText(/You see data from \d+:\d\d:\d\d [AP]M/);

    await putStage(erin, moved, 'triaged');
    await giveTo(erin, given, 'Ben Okafor');
    await putStage(erin, left, 'investigating');
    await expect(cellOf(ana.page, 'New', file.payer.name).getByRole('article')).toHaveCount(3);

    network.heal();
    await expect(banner).toBeHidden({ timeout: 15_000 });
    await expect(ana.page.getByText('Caught up: 3 changes.')).toBeVisible();
    await expect(cellOf(ana.page, 'Triaged', file.payer.name)).toContainText(moved.claimNumber);
    await expect(cellOf(ana.page, 'Investigating', file.payer.name)).toContainText(left.claimNumber);
    await expect(cardOf(ana.page, given.number).getByRole('img', { name: 'Ben Okafor' })).toBeVisible();

    const caughtUp = await cardsOf(ana);
    await ana.page.reload();
    await expect(cardOf(ana.page, moved.number)).toBeVisible();
    expect(caughtUp).toEqual(await cardsOf(ana));
  } finally {
    await browser.close();
    await network.close();
  }
});

/** Every card on the page, by number, in words. */
async function cardsOf({ page }: Person): Promise<string[]> {
  const cards = await page.getByRole('article').evaluateAll((all) =>
    all.map((card) => {
      const cell = card.closest('[role="list"]')?.getAttribute('aria-label');
      const people = [...card.querySelectorAll('[role="img"]')].map((face) => face.getAttribute('aria-label'));
      return [cell, card.getAttribute('aria-label'), card.textContent, ...people].join(' | ');
    }),
  );
  return cards.sort();
}

async function putStage({ api }: Person, { id, version }: DenialCase, stage: string): Promise<void> {
  expect(await api.put(`/denials/${id}/stage`, { version, body: { stage } })).toMatchObject({ status: 200 });
}

async function giveTo({ api }: Person, given: DenialCase, name: string): Promise<void> {
  const { body } = await api.get<{ items: { id: string; name: string }[] }>('/colleagues?limit=200');
  const userId = body.items.find((each) => each.name === name)?.id;
  const now = (await allCases(api)).find(({ id }) => id === given.id);
  const answer = await api.put(`/work-items/${given.workItemId}/owner`, { version: now?.workItemVersion ?? 0, body: { userId } });
  expect(answer).toMatchObject({ status: 200 });
}

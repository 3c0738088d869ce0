import { chromium, type Locator } from '@playwright/test';
import type { DenialCase } from '@caseboard/contracts';
import { TcpProxy } from '../../libs/testing/src/tcp-proxy.ts';
import { boardOf, cardOf, casesFrom, casesOfPayer, openBoard } from './board-page.ts';
import { expect, sitDown, test, throughProxy, type Person } from './people.ts';
import { freshRemittance } from './remittance.ts';

const denied = (chargeCents: number) => ({ chargeCents, denied: { carc: '16', rarc: 'M76' } });

test('who loses the network sees how old the page is, and on return all that changed', async ({
  erin,
  ben,
  baseURL,
}) => {
  test.setTimeout(60_000);
  const address = baseURL ?? '';
  const payer = freshRemittance({ claims: [31_000, 32_000, 33_000, 34_000].map(denied) });
  const [triaged, waiting, taken, untouched] = await casesFrom(ben, payer, 4);
  if (!triaged || !waiting || !taken || !untouched) throw new Error('Four cases were to come.');
  const network = await TcpProxy.to(Number(new URL(address).port));
  const browser = await chromium.launch(throughProxy(address, network.port));
  try {
    const ana = await sitDown(browser, address, 'biller');
    await openBoard(ana.page, triaged.payerId);
    await expect.poll(() => cardsOf(ana)).toEqual(await cardsByFetch(erin, payer.payer.name));
    const before = await cardsOf(ana);

    network.refuse();
    const banner = ana.page.getByText(/^Offline for \d+ s\./);
    await expect(banner).toBeVisible({ timeout: 15_000 });
    await expect(banner.locator('..')).toContainText(/You see data from \d+:\d\d:\d\d [AP]M/);
    const age = await ageOf(banner);
    await expect.poll(() => ageOf(banner)).toBeGreaterThan(age);

    await moveTo(erin, triaged, 'triaged');
    await moveTo(erin, waiting, 'waiting');
    await take(ben, taken);
    expect(await cardsOf(ana)).toEqual(before);

    network.heal();
    await expect(ana.page.getByText('Caught up: 3 changes.')).toBeVisible({ timeout: 20_000 });
    await expect(banner).toBeHidden();
    const now = await cardsByFetch(erin, payer.payer.name);
    expect(now).not.toEqual(before);
    await expect.poll(() => cardsOf(ana)).toEqual(now);

    await ana.page.getByRole('button', { name: 'Show', exact: true }).click();
    const list = ana.page.getByRole('dialog', { name: 'What changed while you were away' });
    await expect(list.getByRole('row')).toHaveCount(3);
    await expect(list.getByRole('row', { name: triaged.number })).toContainText(/moved.*Erin Walsh/);
    await expect(list.getByRole('row', { name: waiting.number })).toContainText(/moved.*Erin Walsh/);
    await expect(list.getByRole('row', { name: taken.number })).toContainText(/taken.*Ben Okafor/);
    await ana.page.keyboard.press('Escape');
    await expect(list).toBeHidden();
    await expect(cardOf(ana.page, untouched.number)).toBeVisible();
  } finally {
    await browser.close();
    await network.close();
  }
});

const ageOf = async (banner: Locator): Promise<number> => Number(/\d+/.exec(await banner.innerText())?.[0]);

/** Number, column, amount and owner of every card on the page, by number. */
async function cardsOf({ page }: Person): Promise<string[]> {
  const cards = await boardOf(page)
    .getByRole('article')
    .evaluateAll((all) =>
      all.map((card) => {
        const number = card.getAttribute('aria-label')?.split(',')[0];
        const stage = card.closest('[role="list"]')?.getAttribute('aria-label')?.split(',')[0]?.toLowerCase();
        const amount = card.querySelector('.cb-card-line .cb-push')?.textContent;
        const owner = card.querySelector('.cb-card-people > .cb-who [role="img"]')?.getAttribute('aria-label');
        return [number, stage, amount, owner].join(' | ');
      }),
    );
  return cards.sort();
}

/** What a fresh fetch says those cards should be. */
async function cardsByFetch({ api }: Person, payer: string): Promise<string[]> {
  const { body } = await api.get<{ items: { id: string; name: string }[] }>('/colleagues?limit=200');
  const names = new Map(body.items.map(({ id, name }) => [id, name]));
  const cases = await casesOfPayer(api, payer);
  return cases.map(({ number, stage, amountCents, ownerId }) => {
    const amount = `$${(amountCents / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })}`;
    return [number, stage, amount, ownerId === null ? 'No owner' : names.get(ownerId)].join(' | ');
  });
}

async function moveTo({ api }: Person, { id, version }: DenialCase, stage: string): Promise<void> {
  expect(await api.put(`/denials/${id}/stage`, { version, body: { stage } })).toMatchObject({ status: 200 });
}

async function take({ api }: Person, { workItemId, workItemVersion }: DenialCase): Promise<void> {
  const { body } = await api.get<{ user: { id: string } }>('/session');
  const ask = { version: workItemVersion, body: { userId: body.user.id } };
  expect(await api.put(`/work-items/${workItemId}/owner`, ask)).toMatchObject({ status: 200 });
}

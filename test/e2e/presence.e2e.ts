import { TcpProxy } from '../../libs/testing/src/tcp-proxy.ts';
import { chromium } from '@playwright/test';
import { cardOf, casesFrom, openBoard } from './board-page.ts';
import { expect, sitDown, test, throughProxy } from './people.ts';
import { freshRemittance } from './remittance.ts';

const ONE_DENIED = { claims: [{ chargeCents: 88_000, denied: { carc: '197', rarc: 'M62' } }] };

test('a card shows who looks at it, who has it open elsewhere and who is editing', async ({ ana, ben, erin }) => {
  const [card] = await casesFrom(ana, freshRemittance(ONE_DENIED), 1);
  if (!card) throw new Error('A case was to come.');
  await ben.api.put(`/denials/${card.id}/stage`, { version: card.version, body: { stage: 'decided' } });
  await Promise.all([openBoard(erin.page, card.payerId), openBoard(ben.page, card.payerId)]);
  const face = (state: string) => cardOf(erin.page, card.number).getByRole('img', { name: `Ben Okafor, ${state}` });

  await cardOf(ben.page, card.number).click();
  await expect(face('viewing')).toBeVisible();

  await ben.page.evaluate(hidePage, true);
  await expect(face('away')).toBeVisible();

  await ben.page.evaluate(hidePage, false);
  await expect(face('viewing')).toBeVisible();

  await ben.page.keyboard.press('m');
  await ben.page.keyboard.type('closed');
  await ben.page.keyboard.press('Enter');
  await expect(face('editing')).toBeVisible();

  await ben.page.keyboard.press('Escape');
  await ben.page.goto('/imports');
  await expect(cardOf(erin.page, card.number).getByRole('img', { name: /Ben Okafor, / })).toHaveCount(0);
});

test('somebody whose browser is killed without a word is gone within 30 seconds', async ({ ana, erin, baseURL }) => {
  test.setTimeout(70_000);
  const address = baseURL ?? '';
  const [card] = await casesFrom(ana, freshRemittance(ONE_DENIED), 1);
  if (!card) throw new Error('A case was to come.');
  const network = await TcpProxy.to(Number(new URL(address).port));
  const server = await chromium.launchServer(throughProxy(address, network.port));
  try {
    const ben = await sitDown(await chromium.connect(server.wsEndpoint()), address, 'biller2');
    await Promise.all([openBoard(erin.page, card.payerId), openBoard(ben.page, card.payerId)]);
    const face = cardOf(erin.page, card.number).getByRole('img', { name: /Ben Okafor, / });
    await cardOf(ben.page, card.number).focus();
    await expect(face).toBeVisible();

    network.blackHole();
    server.process().kill('SIGKILL');

    await expect(face).toBeHidden({ timeout: 31_000 });
  } finally {
    await network.close();
    await server.close();
  }
});

/** Runs in the page: what switching to another tab and back does to it. */
function hidePage(isHidden: boolean): void {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden });
  document.dispatchEvent(new Event('visibilitychange'));
}

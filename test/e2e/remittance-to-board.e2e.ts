import type { Payer } from '@caseboard/contracts';
import { LAKESIDE } from '@caseboard/samples';
import { boardOf, openBoard } from './board-page.ts';
import { drop, lineOf, openImports, reportOf } from './import-page.ts';
import { expect, test } from './people.ts';
import { freshRemittance } from './remittance.ts';

const PAID = 300;

test('a dropped remittance is watched to its end, and its denials stand on every open board', async ({ ana, erin }) => {
  const payer = LAKESIDE.payers[0];
  if (!payer) throw new Error('The samples have no payer.');
  const file = freshRemittance({
    payer,
    claims: [
      { chargeCents: 9_123_456, denied: { carc: '197', rarc: 'M62' } },
      ...Array.from({ length: PAID }, () => ({ chargeCents: 5_000 })),
    ],
  });
  const claim = file.claims[0]?.controlNumber ?? '';
  const { body: payers } = await ana.api.get<{ items: Payer[] }>('/payers?limit=200');
  const payerId = payers.items.find(({ payerCode }) => payerCode === payer.code)?.id;
  await Promise.all([openBoard(erin.page, payerId), openImports(ana.page)]);
  await ana.page.evaluate(rememberStates, file.fileName);

  await drop(ana.page, file);

  await expect(lineOf(ana.page, file)).toContainText('Done', { timeout: 20_000 });
  await expect(reportOf(ana.page)).toContainText('It adds up. 301 claims are posted and 1 denial was found.');
  const states = await ana.page.evaluate(() => (globalThis as unknown as { states: string[] }).states);
  expect(states.filter((words) => /checking|reading|posting/i.test(words)).length).toBeGreaterThan(0);

  const card = boardOf(erin.page).getByRole('article').filter({ hasText: claim });
  await expect(card).toBeVisible({ timeout: 10_000 });
  await expect(card).toHaveAccessibleName(/^DEN-\d{6}, CO-197 No prior authorization/);
  await expect(card).toContainText('M62 Authorization code missing or wrong');
  await expect(card).toContainText(/OQ ••\d{4}/);
  await expect(card).toContainText('$91,234.56');
  await expect(card).toContainText('Prairie Shield PPO');
  await expect(card).toContainText(/6[45] d left/);
  await expect(card.getByRole('img', { name: 'No owner' })).toBeVisible();
  await expect(erin.page.getByRole('list', { name: 'New, Prairie Shield PPO', exact: true })).toContainText(claim);
});

/** Runs in the page: keeps every state a file's line shows, however short. */
function rememberStates(fileName: string): void {
  const states: string[] = [];
  Object.assign(globalThis, { states });
  new MutationObserver(() => {
    const line = [...document.querySelectorAll('.cb-import')].find((each) => each.textContent?.includes(fileName));
    const words = line?.querySelector('.cb-import-state')?.textContent;
    if (words && states.at(-1) !== words) states.push(words);
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}

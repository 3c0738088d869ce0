import { casesFrom } from './board-page.ts';
import { expect, test } from './people.ts';
import { freshRemittance } from './remittance.ts';

const denied = (chargeCents: number) => ({ chargeCents, denied: { carc: '197', rarc: 'M62' } });

test('a biller works through the queue with keys alone: J, K, C, Enter, M, N', async ({ ana }) => {
  const cases = await casesFrom(ana, freshRemittance({ claims: [15_000, 16_000].map(denied) }), 2);
  const { page } = ana;
  await page.goto('/queues/denials?view=free');
  const rows = page.getByRole('row', { name: /^DEN-/ });
  await expect(rows.nth(cases.length - 1)).toBeVisible();
  const cursor = page.locator('.cb-grid-row[data-cursor]');

  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(cursor).toHaveAttribute('data-index', '1');
  await page.keyboard.press('k');
  await expect(cursor).toHaveAttribute('data-index', '0');
  const number = /DEN-\d+/.exec((await cursor.getAttribute('aria-label')) ?? '')?.[0] ?? '';

  await page.keyboard.press('Enter');
  const opened = page.getByRole('dialog', { name: number, exact: true });
  await expect(opened.getByRole('heading', { name: 'What happened' })).toBeVisible();

  await page.keyboard.press('c');
  await expect(opened.getByRole('button', { name: /^Release/ })).toBeVisible();

  await page.keyboard.press('m');
  await expect(page.getByRole('combobox', { name: `Move ${number} to` })).toBeFocused();
  await page.keyboard.type('investigating');
  await page.keyboard.press('Enter');
  await expect(opened).toContainText('Investigating');

  await page.keyboard.press('n');
  await expect(page.getByText(/DEN-\d+ is yours\./)).toBeVisible();
  await expect(page.getByRole('dialog').getByRole('heading', { name: 'What happened' })).toBeVisible();
});

import type { Page } from '@playwright/test';
import { casesFrom } from './board-page.ts';
import { expect, test } from './people.ts';
import { freshRemittance } from './remittance.ts';

const denied = (chargeCents: number) => ({ chargeCents, denied: { carc: '197', rarc: 'M62' } });

test('a biller works through the queue with keys alone: J, K, Enter, C, M, N', async ({ ana }) => {
  test.setTimeout(60_000);
  const [wanted] = await casesFrom(ana, freshRemittance({ claims: [1_500_000, 1_400_000].map(denied) }), 2);
  if (!wanted) throw new Error('A case was to come.');
  const { number } = wanted;
  const { page } = ana;
  await page.goto('/queues/denials');
  await expect(page.getByRole('row', { name: /^DEN-/ }).first()).toBeVisible();
  const cursor = page.locator('.cb-grid-row[data-cursor]');

  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(cursor).toHaveAttribute('data-index', '1');
  await page.keyboard.press('k');
  await expect(cursor).toHaveAttribute('data-index', '0');
  await walkTo(page, number);

  await page.keyboard.press('Enter');
  const opened = page.getByRole('dialog', { name: number, exact: true });
  await expect(opened.getByRole('heading', { name: 'What happened' })).toBeVisible({ timeout: 10_000 });

  await page.keyboard.press('c');
  await expect(opened.getByRole('button', { name: /^Release/ })).toBeVisible();

  await page.keyboard.press('m');
  await expect(page.getByRole('combobox', { name: `Move ${number} to` })).toBeFocused();
  await page.keyboard.type('investigating');
  await page.keyboard.press('Enter');
  await expect(opened).toContainText('Investigating');
  await expect(page.getByRole('combobox', { name: `Move ${number} to` })).toBeHidden();

  await page.keyboard.press('n');
  await expect(page.getByText(/DEN-\d+ is yours\./)).toBeVisible();
  await expect(page.getByRole('dialog').getByRole('heading', { name: 'What happened' })).toBeVisible();
});

/** Presses J, or K when the row lies above, until the cursor is on it. */
async function walkTo(page: Page, number: string): Promise<void> {
  for (let key = await keyTo(page, number); key !== undefined; key = await keyTo(page, number))
    await page.keyboard.press(key);
}

/** The key that brings the cursor nearer to a row; undefined when it is there. Rows far below are not drawn yet. */
const keyTo = (page: Page, number: string): Promise<'j' | 'k' | undefined> =>
  page.evaluate((start) => {
    const at = document.querySelector<HTMLElement>('.cb-grid-row[data-cursor]');
    const wanted = document.querySelector<HTMLElement>(`.cb-grid-row[aria-label^="${start},"]`);
    if (at === wanted && at !== null) return undefined;
    return wanted !== null && Number(wanted.dataset.index) < Number(at?.dataset.index ?? -1) ? 'k' : 'j';
  }, number);

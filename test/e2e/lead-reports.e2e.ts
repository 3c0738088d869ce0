import { readFile } from 'node:fs/promises';
import type { ArAging, DayReport, DenialReport } from '@caseboard/contracts';
import type { Page } from '@playwright/test';
import { casesFrom } from './board-page.ts';
import { expect, test } from './people.ts';
import { freshRemittance } from './remittance.ts';

const TWO_DENIED = [31_000, 27_000].map((chargeCents) => ({ chargeCents, denied: { carc: '50', rarc: 'N115' } }));
const money = (cents: number) => (cents / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

test('a lead opens a number to its rows, and a row to its case', async ({ erin }) => {
  const { page, api } = erin;
  const { body } = await api.get<ArAging>('/reports/ar-aging');
  const [payer] = body.rows;
  if (!payer) throw new Error('The samples owe something.');

  await page.goto('/my-work');
  await expect(page.getByText('Live', { exact: true }).first()).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await expect(page).toHaveURL(/\/reports$/);
  const aging = panel(page, 'A/R aging by payer');
  await expect(aging).toContainText('Formula');
  await expect(aging.getByRole('row', { name: /^All payers/ })).toContainText(money(body.totals.cents));

  await aging.getByRole('link', { name: new RegExp(`^${money(payer.cents)}, ${payer.payerName}, all ages`) }).click();
  const behind = page.getByRole('dialog', { name: `${payer.payerName}, all ages` });
  await expect(behind).toContainText(`${payer.claims} ${payer.claims === 1 ? 'row' : 'rows'}, $${money(payer.cents)}`);
  await expect(behind.getByRole('listitem')).toHaveCount(payer.claims);
  await page.reload();
  await expect(behind.getByRole('listitem')).toHaveCount(payer.claims);

  const number = behind.getByRole('link').first();
  const name = (await number.textContent()) ?? '';
  await number.click();
  await expect(page).toHaveURL(/\/claims\?open=/);
  await expect(page.getByRole('dialog')).toContainText(name);
});

test('numbers stay still until refreshed, and say that something changed', async ({ erin, ana }) => {
  const { page, api } = erin;
  await page.goto('/reports');
  const denials = panel(page, 'Denials by CARC and payer');
  await expect(denials.getByRole('row', { name: /^All denials/ })).toBeVisible();
  const before = (await api.get<DenialReport>('/reports/denials')).body.totals.denials;
  await expect(denials.getByRole('row', { name: /^All denials/ })).toContainText(`All denials${before}`);

  const file = freshRemittance({ claims: TWO_DENIED });
  await casesFrom(ana, file, 2);
  await expect(page.getByText('Something changed since')).toBeVisible();
  await expect(denials.getByRole('row', { name: /^All denials/ })).toContainText(`All denials${before}`);
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(denials.getByRole('row', { name: new RegExp(`^50 .*${file.payer.name}`) })).toContainText('580.00');
  await expect(denials.getByRole('row', { name: /^All denials/ })).toContainText(`All denials${before + 2}`);

  const saved = page.waitForEvent('download');
  await denials.getByRole('button', { name: 'CSV' }).click();
  const text = await readFile(await (await saved).path(), 'utf8');
  expect(text).toContain('# Caseboard: report-denials');
  expect(text).toContain(`"${file.payer.name}",2,2,580.00`);
});

test('a day ends with what was done and what is left, and the lead can read it', async ({ erin, ana }) => {
  const [moved, kept] = await casesFrom(ana, freshRemittance({ claims: TWO_DENIED }), 2);
  if (!moved || !kept) throw new Error('Two cases were to come.');
  const { body } = await ana.api.get<{ user: { id: string } }>('/session');
  const took = await ana.api.put(`/work-items/${kept.workItemId}/owner`, {
    version: kept.workItemVersion,
    body: { userId: body.user.id },
  });
  expect(took.status).toBe(200);
  const step = await ana.api.put(`/denials/${moved.id}/stage`, { version: moved.version, body: { stage: 'triaged' } });
  expect(step.status).toBe(200);

  const day = (await ana.api.get<DayReport>('/reports/day')).body;
  await ana.page.goto('/day');
  const done = panel(ana.page, 'Done');
  await expect(done.getByRole('listitem').filter({ hasText: moved.number })).toContainText('Moved to triaged');
  const left = panel(ana.page, 'Left');
  await expect(left.locator('header')).toContainText(String(day.left.count));
  await left.getByRole('link', { name: kept.number }).click();
  await expect(ana.page).toHaveURL(new RegExp(`/denials\\?case=${kept.id}`));

  await erin.page.goto(`/day?who=${body.user.id}`);
  await expect(erin.page.getByText(`${ana.name}, `).first()).toBeVisible();
  await expect(panel(erin.page, 'Left').getByRole('link', { name: kept.number })).toBeVisible();
  expect((await ana.api.get(`/reports/day?userId=${moved.id}`)).status).toBe(403);
});

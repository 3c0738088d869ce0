import type { Page } from '@playwright/test';
import { casesFrom } from './board-page.ts';
import { expect, sitDown, test } from './people.ts';
import { freshRemittance } from './remittance.ts';

test('a biller calls a coder into a case; they talk, and each sees what the other has read', async ({
  ana,
  browser,
  baseURL,
}) => {
  const file = freshRemittance({ claims: [{ chargeCents: 38_000, denied: { carc: '50', rarc: 'N115' } }] });
  const [denial] = await casesFrom(ana, file, 1);
  if (!denial) throw new Error('A case was to come.');
  const cora = await sitDown(browser, baseURL ?? '', 'coder');
  await cora.page.goto('/threads');
  await expect(cora.page.getByText('Live', { exact: true }).first()).toBeVisible();
  await ana.page.goto(`/denials?case=${denial.id}`);

  await test.step('the biller writes and picks the coder by name', async () => {
    const field = ana.page.getByRole('textbox', { name: 'Message' });
    await expect(field).toBeVisible();
    await ana.page.keyboard.press('r');
    await expect(field).toBeFocused();
    await ana.page.keyboard.type('Does the note support this? @cora');
    await expect(ana.page.getByRole('option', { name: cora.name })).toBeVisible();
    await ana.page.keyboard.press('Enter');
    await expect(field).toHaveValue(`Does the note support this? @${cora.name} `);
    await ana.page.keyboard.press('Control+Enter');
    await expect(talkOf(ana.page)).toContainText(`Does the note support this? @${cora.name}`);
    await expect(field).toHaveValue('');
  });

  await test.step('the coder sees it in Messages at once, and opens the case from there', async () => {
    const line = cora.page.getByRole('link', { name: denial.number });
    await expect(line.getByRole('img', { name: '1 new' })).toBeVisible();
    await line.click();
    await expect(talkOf(cora.page)).toContainText('Does the note support this?');
    await cora.page.bringToFront();
    await cora.page.getByRole('link', { name: `Open ${denial.number}` }).click();
    await expect(cora.page.getByRole('dialog', { name: denial.number })).toBeVisible();
  });

  await test.step('the biller sees that the coder has read it, and that she types', async () => {
    await expect(talkOf(cora.page)).toContainText('Does the note support this?');
    await expect(talkOf(ana.page)).toContainText(`Read by ${cora.name}`);
    await cora.page.getByRole('textbox', { name: 'Message' }).pressSequentially('Yes, page 2 does.');
    await expect(talkOf(ana.page)).toContainText(`${cora.name} is typing`);
  });

  await test.step('the answer arrives and is read', async () => {
    await cora.page.getByRole('button', { name: 'Send' }).click();
    await expect(talkOf(ana.page)).toContainText('Yes, page 2 does.');
    await ana.page.bringToFront();
    await expect(talkOf(cora.page)).toContainText(`Read by ${ana.name}`);
  });
  await cora.context.close();
});

test('a file goes with a message and comes back, and words that could not be sent stay', async ({ ana }) => {
  const file = freshRemittance({ claims: [{ chargeCents: 27_000, denied: { carc: '50', rarc: 'N115' } }] });
  const [denial] = await casesFrom(ana, file, 1);
  if (!denial) throw new Error('A case was to come.');
  const { page } = ana;
  await page.goto(`/denials?case=${denial.id}`);
  const field = page.getByRole('textbox', { name: 'Message' });
  await expect(field).toBeVisible();

  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'letter.txt', mimeType: 'text/plain', buffer: Buffer.from('Dear payer') });
  await expect(page.getByRole('list', { name: 'Files to send' })).toContainText('letter.txt');
  await field.fill('The letter.');
  await page.getByRole('button', { name: 'Send' }).click();
  const link = talkOf(page).getByRole('link', { name: 'letter.txt' });
  await expect(link).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(download.suggestedFilename()).toBe('letter.txt');

  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'tool.pdf', mimeType: 'application/pdf', buffer: Buffer.from([0x4d, 0x5a, 0]) });
  await expect(page.getByRole('list', { name: 'Files to send' })).toContainText('Files of this kind are not taken');

  await field.fill('Does @Theo Hall know?');
  await page.route('**/messages', (route) => route.abort());
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Your words are still here' })).toBeVisible();
  await expect(field).toHaveValue('Does @Theo Hall know?');
});

const talkOf = (page: Page) => page.getByRole('log');

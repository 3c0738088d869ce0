import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SAMPLE_PASSWORD } from '../set-up/sample-password.ts';
import { expect, test } from './people.ts';

const NEW_PASSWORD = 'quiet-harbor-lantern-41';

test('a wrong password is refused in words, the right one opens the page that was asked for', async ({ page }) => {
  await page.goto('/imports');
  await page.getByLabel('Email').fill('coder@lakeside.test');
  await page.getByRole('textbox', { name: 'Password' }).fill('not-the-password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toContainText(/email|password/i);

  await page.getByRole('textbox', { name: 'Password' }).fill(SAMPLE_PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Imports' })).toBeVisible();
  await expect(page).toHaveURL(/\/imports$/);
});

test('signing out ends the live connection of every tab', async ({ ana }) => {
  const other = await ana.context.newPage();
  const sockets = [ana.page, other].map(
    (tab) => new Promise<void>((closed) => tab.on('websocket', (socket) => socket.on('close', () => closed()))),
  );
  for (const tab of [ana.page, other]) {
    await tab.goto('/my-work');
    await expect(tab.getByText('Live', { exact: true }).first()).toBeVisible();
  }

  await ana.page.getByRole('button', { name: /Account menu/ }).click();
  await ana.page.getByRole('menuitem', { name: 'Sign out' }).click();

  await expect(ana.page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await Promise.all(sockets);
  expect(await ana.api.get('/session')).toMatchObject({ status: 401 });
});

test('an invited person sets a password by the link in the mail, signs in and sees their own work', async ({
  theo,
  page,
}) => {
  const login = `wanda.${Date.now()}@lakeside.test`;
  await theo.page.goto('/admin/people');
  await theo.page.getByRole('button', { name: 'Invite person' }).click();
  const form = theo.page.getByRole('dialog');
  await expect(form.getByLabel('Name')).toBeFocused();
  await form.getByLabel('Name').fill('Wanda Ilves');
  await form.getByLabel('Email').fill(login);
  await form.getByRole('checkbox', { name: 'Biller' }).check();
  await form.getByRole('button', { name: 'Send invitation' }).click();
  await expect(theo.page.getByRole('row').filter({ hasText: login })).toContainText(/invited/i);

  await page.goto(await linkMailedTo(login));
  await page.getByRole('textbox', { name: 'New password' }).fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Set password' }).click();
  await page.getByRole('link', { name: 'To sign in' }).click();
  await page.getByLabel('Email').fill(login);
  await page.getByRole('textbox', { name: 'Password' }).fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();

  await expect(page.getByRole('heading', { name: 'My work' })).toBeVisible();
  await expect(page.getByText('Nothing is on your desk')).toBeVisible();
  await expect(theo.page.getByRole('row').filter({ hasText: login })).not.toContainText(/invited/i);
});

/** The link of the newest mail to an address, in the folder where the server puts mail without SMTP. */
async function linkMailedTo(address: string): Promise<string> {
  const folder = join(process.env.CASEBOARD_JOURNEYS_DATA ?? '', 'mail');
  let link = '';
  await expect(async () => {
    const names = (await readdir(folder)).sort().reverse();
    const mails = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    const text = mails.find((mail) => mail.includes(`To: ${address}`)) ?? '';
    link = /https?:\/\/\S+token=\S+/.exec(text.replaceAll('=\n', '').replaceAll('=3D', '='))?.[0] ?? '';
    expect(link).not.toBe('');
  }).toPass({ timeout: 10_000 });
  return link;
}

import type { Page } from '@playwright/test';
import { expect, test } from './people.ts';

/** The open form once its first field has the keys: typing before that would land in it. */
async function formOf(page: Page) {
  const form = page.getByRole('dialog');
  await expect(form.getByRole('textbox').first()).toBeFocused();
  return form;
}

const fresh = (word: string) => `${word} ${Date.now() % 1_000_000}`;

test('an administrator adds a team, a facility and a payer rule, and another sees each at once', async ({ theo }) => {
  const other = await theo.context.newPage();
  const [team, facility, payer] = [fresh('Appeals'), fresh('North Annex'), fresh('Harvest Health')];

  await test.step('a team', async () => {
    await Promise.all([theo.page.goto('/admin/teams'), other.goto('/admin/teams')]);
    await theo.page.getByRole('button', { name: 'Add team' }).click();
    const form = await formOf(theo.page);
    await form.getByLabel('Name').fill(team);
    await form.getByRole('button', { name: 'Add team' }).click();
    await expect(other.getByRole('row', { name: team })).toBeVisible();
  });

  await test.step('a gated facility', async () => {
    await Promise.all([theo.page.goto('/admin/facilities'), other.goto('/admin/facilities')]);
    await theo.page.getByRole('button', { name: 'Add facility' }).click();
    const form = await formOf(theo.page);
    await form.getByLabel('Name').fill(facility);
    await form.getByLabel('NPI').fill('123');
    await form.getByRole('button', { name: 'Add facility' }).click();
    await expect(form.getByLabel('NPI')).toHaveAttribute('aria-invalid', 'true');
    await form.getByLabel('NPI').fill('1992999825');
    await form.getByRole('switch', { name: 'Gated' }).check();
    await form.getByRole('button', { name: 'Add facility' }).click();
    await expect(other.getByRole('row', { name: facility })).toContainText('Gated');
  });

  await test.step('a payer with a dated rule', async () => {
    await Promise.all([theo.page.goto('/admin/payers'), other.goto('/admin/payers')]);
    await theo.page.getByRole('button', { name: 'Add payer' }).click();
    const form = await formOf(theo.page);
    await form.getByLabel('Name').fill(payer);
    await form.getByRole('button', { name: 'Add payer' }).click();
    await expect(other.getByRole('row', { name: payer })).toBeVisible();

    await theo.page.getByRole('row', { name: payer }).getByRole('button').first().click();
    await theo.page.getByRole('button', { name: 'Add rule' }).click();
    const rule = theo.page.getByRole('dialog');
    await expect(rule.getByLabel('Days', { exact: true })).toBeVisible();
    await rule.getByLabel('Days', { exact: true }).fill('90');
    await rule.getByLabel('Source').fill('Provider manual, section 4');
    await rule.getByRole('button', { name: 'Add rule' }).click();
    await expect(other.getByRole('row', { name: payer })).toContainText('90');
  });
});

test('who does not administer finds no such pages', async ({ ana }) => {
  await ana.page.goto('/admin/people');
  await expect(ana.page.getByRole('button', { name: 'Invite person' })).toHaveCount(0);
  await expect(ana.page.getByRole('link', { name: 'People' })).toHaveCount(0);
  expect(await ana.api.get('/users')).toMatchObject({ status: 403 });
});

test('whose role changes sees it on the open page at once, without signing in again', async ({ theo, ben }) => {
  const users = await theo.api.get<{ items: { id: string; name: string; version: number }[] }>('/users?limit=100');
  const found = users.body.items.find(({ name }) => name === ben.name);
  const become = async (role: string, version?: number) => {
    const answer = await theo.api.patch<{ version: number }>(`/users/${found?.id}`, {
      body: { roles: [role] },
      version,
    });
    expect(answer.status).toBe(200);
    return answer.body.version;
  };
  await ben.page.goto('/denials');
  const imports = ben.page.getByRole('link', { name: /^Imports/ });
  await expect(imports).toBeVisible();

  const version = await become('accounts', found?.version);
  await expect(imports).toHaveCount(0);
  await expect(ben.page.locator('.cb-conn[data-state="live"]').first()).toBeVisible();

  await become('biller', version);
  await expect(imports).toBeVisible();
});

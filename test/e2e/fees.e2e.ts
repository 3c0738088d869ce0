import type { Fee } from '@caseboard/contracts';
import { expect, test } from './people.ts';

test('a fee that is added or changed is seen by everybody at the fees, and in an open form', async ({ theo, ana }) => {
  const code = `9${String(Date.now() % 10_000).padStart(4, '0')}`;
  await Promise.all([theo, ana].map(({ page }) => page.goto('/admin/fees')));
  const theirs = ana.page.getByRole('row', { name: code });
  await expect(ana.page.getByText('Live', { exact: true }).first()).toBeVisible({ timeout: 15_000 });

  await test.step('a price is refused in place, then added, and the biller sees it', async () => {
    await theo.page.getByRole('button', { name: 'Add fee' }).first().click();
    const form = theo.page.getByRole('dialog');
    await form.getByLabel('CPT or HCPCS code').fill(code);
    await form.getByRole('button', { name: 'Add fee' }).click();
    await expect(form.getByLabel('Price of one unit')).toHaveAttribute('aria-invalid', 'true');
    await form.getByLabel('Price of one unit').fill('148');
    await form.getByLabel('From').fill('2021-01-01');
    await form.getByRole('button', { name: 'Add fee' }).click();
    await expect(theirs).toContainText('148.00');
  });

  await test.step('another changes it under an open form: what was typed stays, and saving is a choice', async () => {
    const { body } = await theo.api.get<{ items: Fee[] }>(`/fees?text=${code}`);
    const [fee] = body.items;
    if (!fee) throw new Error('The fee is not in the list.');
    await theo.page.getByRole('row', { name: code }).getByRole('button').first().click();
    const form = theo.page.getByRole('dialog');
    await form.getByLabel('Price of one unit').fill('155');
    await theo.api.patch(`/fees/${fee.id}`, { version: fee.version, body: { cents: 15_000 } });
    await expect(form).toContainText('now 150.00');
    await expect(theirs).toContainText('150.00');
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(theirs).toContainText('155.00');
  });
});

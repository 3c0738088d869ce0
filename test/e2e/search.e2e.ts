import type { ClaimSummary, Page as ListPage, SearchResult } from '@caseboard/contracts';
import { Visitor } from '../http/visitor.ts';
import { SAMPLE_PASSWORD } from '../set-up/sample-password.ts';
import { searchFor } from './palette.ts';
import { expect, sitDown, test, type Person } from './people.ts';

/** A claim of Lakeside with the patient it is for. */
async function aClaim({ api }: Person): Promise<ClaimSummary> {
  const { body } = await api.get<ListPage<ClaimSummary>>('/claims?limit=1');
  const [claim] = body.items;
  if (!claim) throw new Error('The samples have claims.');
  return claim;
}

const found = async (visitor: Visitor, text: string) =>
  (await visitor.get<SearchResult>(`/search?text=${encodeURIComponent(text)}`)).body.items;

test('a biller finds a claim by its number and a patient by name, with keys alone', async ({ ana }) => {
  const { page } = ana;
  const claim = await aClaim(ana);
  await page.goto('/my-work');
  await expect(page.getByText('Live', { exact: true }).first()).toBeVisible();

  await test.step('the claim', async () => {
    const list = await searchFor(page, claim.number);
    await expect(list.getByRole('option', { selected: true })).toContainText(claim.number);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`/claims\\?open=${claim.id}`));
    await expect(page.getByRole('dialog')).toContainText(claim.number);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  });

  await test.step('the patient', async () => {
    const name = claim.patientName.split(' ').at(-1) ?? '';
    const list = await searchFor(page, name);
    await expect(list).toContainText('Patients');
    const patient = list.getByRole('option', { name: new RegExp(name, 'i') }).first();
    await patient.click();
    await expect(page).toHaveURL(/\/patients/);
  });

  await test.step('what was opened lately comes first', async () => {
    await expect(page.getByRole('combobox', { name: 'Search or run a command' })).toBeHidden();
    await page.keyboard.press('Control+k');
    const list = page.getByRole('listbox', { name: 'Results' });
    await expect(list).toContainText('Opened lately');
    await expect(list).toContainText(claim.number);
  });

  await test.step('places stay first when the text names one', async () => {
    const box = page.getByRole('combobox', { name: 'Search or run a command' });
    await box.fill('den');
    await expect(page.getByRole('option', { selected: true })).toContainText('Denials');
    await box.fill('zzzzzz');
    await expect(page.getByText('Nothing of yours to see by that name or number')).toBeVisible();
  });
});

test('nobody finds what is not theirs: a physician no claim, another hospital nothing of this one', async ({
  ana,
  browser,
  baseURL,
}) => {
  const claim = await aClaim(ana);
  expect((await found(ana.api, claim.controlNumber)).map(({ id }) => id)).toContain(claim.id);

  const physician = await sitDown(browser, baseURL ?? '', 'physician');
  await physician.page.goto('/');
  await expect(physician.page.getByText('Live', { exact: true }).first()).toBeVisible();
  const list = await searchFor(physician.page, claim.number);
  await expect(list.getByRole('option').filter({ hasText: claim.number })).toHaveCount(0);
  expect((await found(physician.api, claim.controlNumber)).filter(({ kind }) => kind === 'claim')).toEqual([]);
  await physician.context.close();

  const harbor = await Visitor.signedIn(baseURL ?? '', 'biller@harbor.test', SAMPLE_PASSWORD);
  const name = claim.patientName.split(' ').at(-1) ?? '';
  for (const text of [claim.controlNumber, claim.number, name, 'den-0000']) {
    const own = new Set((await found(ana.api, text)).map(({ id }) => id));
    expect((await found(harbor, text)).filter(({ id }) => own.has(id))).toEqual([]);
  }
});

test('while search does not answer, places still work and the palette says so', async ({ ana }) => {
  const { page } = ana;
  await page.route('**/api/v1/search?*', (route) => route.abort());
  await page.goto('/my-work');
  await expect(page.getByText('Live', { exact: true }).first()).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search or run a command' }).fill('denials');
  await expect(page.getByText(/Search could not be reached/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/denials/);
});

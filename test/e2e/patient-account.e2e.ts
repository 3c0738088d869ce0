import { randomInt } from 'node:crypto';
import type { Page as ApiPage, PatientAccountSummary, Statement } from '@caseboard/contracts';
import AxeBuilder from '@axe-core/playwright';
import { claimFile, anEra } from '../../libs/server/patient-accounts/test/files.ts';
import { expect, sitDown, test } from './people.ts';
import type { Person } from './people.ts';

test('a rep takes a payment while the lead watches, and prints what is still owed', async ({
  browser,
  baseURL,
  ana,
  erin,
}) => {
  const jo = await sitDown(browser, baseURL ?? '', 'accounts');
  const account = await anAccount(ana, jo);

  await jo.page.goto(`/accounts?text=${account.number}`);
  await jo.page.getByRole('row', { name: new RegExp(account.number) }).click();
  await expect(jo.page.getByRole('heading', { level: 1 })).toHaveText(account.patientName);
  await expect(jo.page.getByText(/insurance left \$40\.00: \$30\.00 yearly deductible, \$10\.00 copay/)).toBeVisible();
  const ladder = jo.page.getByRole('table', { name: /how it came about/ });
  await expect(ladder.getByRole('row', { name: /Contract discount/ })).toContainText('−50.00');
  await expect(ladder.getByRole('row', { name: /Yearly deductible/ })).toContainText('30.00');

  await erin.page.goto(`/accounts/${account.id}`);
  await expect(erin.page.getByText('$40.00 owed')).toBeVisible();
  await expect(erin.page.getByRole('button', { name: /Record payment/ })).toHaveCount(0);

  await jo.page.keyboard.press('p');
  await jo.page.getByLabel('Amount').fill('0');
  await jo.page.keyboard.press('Enter');
  await expect(jo.page.getByText('A payment of zero is no payment')).toBeVisible();
  await jo.page.getByLabel('Amount').fill('15.25');
  await jo.page.getByLabel('Reference').fill('77102');
  await jo.page.keyboard.press('Enter');
  await expect(jo.page.getByRole('list', { name: 'Payments' })).toContainText('77102');
  await expect(erin.page.getByText('$24.75 owed')).toBeVisible();

  await erin.page.getByRole('button', { name: /Take PAY-\d+ back/ }).click();
  await erin.page.getByLabel('Why').fill('The card was charged twice');
  await erin.page.getByRole('button', { name: 'Take it back' }).click();
  await expect(jo.page.getByText('$40.00 owed')).toBeVisible();
  await expect(jo.page.getByRole('list', { name: 'Payments' })).toContainText('The card was charged twice');

  const paper = jo.context.waitForEvent('page');
  await jo.page.keyboard.press('s');
  await paper;
  await expect(jo.page.getByRole('list', { name: 'Statements' })).toContainText(/STM-\d{6}/);
  await expect(erin.page.getByText('Statement 1 sent')).toBeVisible();
  await readsAsPaper(jo, account);

  for (const colorScheme of ['light', 'dark'] as const) {
    await jo.page.emulateMedia({ colorScheme });
    // Experimental in axe: it takes the initials on a face for words of the button around it.
    const axe = new AxeBuilder({ page: jo.page }).disableRules(['label-content-name-mismatch']);
    const { violations } = await axe.analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  }
  await jo.page.setViewportSize({ width: 390, height: 844 });
  await expect(jo.page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await jo.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await jo.context.close();
});

/** The statement as PDF and as a page that says what is owed and runs nothing. */
async function readsAsPaper(jo: Person, account: PatientAccountSummary): Promise<void> {
  const { body } = await jo.api.get<{ statements: Statement[] }>(`/patient-accounts/${account.id}`);
  const id = body.statements.at(-1)?.id ?? '';
  const pdf = await jo.page.request.get(`/api/v1/statements/${id}/pdf`);
  expect([pdf.status(), pdf.headers()['content-type'], (await pdf.body()).subarray(0, 5).toString()]).toEqual([
    200,
    'application/pdf',
    '%PDF-',
  ]);
  const reader = await jo.context.newPage();
  await reader.goto(`/api/v1/statements/${id}/html`);
  await expect(reader.getByText(/^You owe \$40\.00\. Pay by /)).toBeVisible();
  await expect(reader.getByRole('rowheader', { name: /Yearly deductible, decided by/ })).toBeVisible();
  await expect(reader.getByRole('heading', { name: 'If you cannot pay' })).toBeVisible();
  expect(await reader.locator('script').count()).toBe(0);
  await reader.close();
}

/** An account that opened because a payer left 40.00 of 200.00 to a patient nobody knew before. */
async function anAccount(ana: Person, jo: Person): Promise<PatientAccountSummary> {
  const number = `PA${randomInt(100_000, 999_999)}`;
  const firstName = `Q${number.slice(2).replace(/\d/g, (digit) => 'ABCDEFGHIJ'[Number(digit)] ?? 'A')}`;
  const adjustments = [
    ['CO', '45', 5_000],
    ['PR', '1', 3_000],
    ['PR', '3', 1_000],
  ] as const;
  const files = [
    claimFile({ number, chargeCents: 20_000, firstName }),
    anEra(`T${number}`, [{ number, chargeCents: 20_000, adjustments }]),
  ];
  for (const file of files) {
    const { body } = await ana.api.upload(`${number}.edi`, file);
    await ana.api.imported(body.id);
  }
  await expect
    .poll(async () => (await accountsOf(jo, firstName)).map(({ balanceCents }) => balanceCents))
    .toEqual([4_000]);
  return (await accountsOf(jo, firstName))[0] as PatientAccountSummary;
}

const accountsOf = async ({ api }: Person, text: string) =>
  (await api.get<ApiPage<PatientAccountSummary>>(`/patient-accounts?text=${text}`)).body.items;

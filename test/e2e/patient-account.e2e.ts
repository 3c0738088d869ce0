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
  const grace = await sitDown(browser, baseURL ?? '', 'accounts');
  const account = await anAccount(ana, grace);

  await grace.page.goto(`/accounts?text=${account.number}`);
  await grace.page.getByRole('row', { name: new RegExp(account.number) }).click();
  await expect(grace.page.getByRole('heading', { level: 1 })).toHaveText(account.patientName);
  await expect(
    grace.page.getByText(/insurance left \$40\.00: \$30\.00 yearly deductible, \$10\.00 copay/),
  ).toBeVisible();
  const ladder = grace.page.getByRole('table', { name: /how it came about/ });
  await expect(ladder.getByRole('row', { name: /Contract discount/ })).toContainText('−50.00');
  await expect(ladder.getByRole('row', { name: /Yearly deductible/ })).toContainText('30.00');

  await erin.page.goto(`/accounts/${account.id}`);
  await expect(erin.page.getByText('$40.00 owed')).toBeVisible();
  await expect(erin.page.getByRole('button', { name: /Record payment/ })).toHaveCount(0);

  await grace.page.keyboard.press('p');
  await grace.page.getByLabel('Amount').fill('0');
  await grace.page.keyboard.press('Enter');
  await expect(grace.page.getByText('A payment of zero is no payment')).toBeVisible();
  await grace.page.getByLabel('Amount').fill('15.25');
  await grace.page.getByLabel('Reference').fill('77102');
  await grace.page.keyboard.press('Enter');
  await expect(grace.page.getByRole('list', { name: 'Payments' })).toContainText('77102');
  await expect(erin.page.getByText('$24.75 owed')).toBeVisible();

  await erin.page.getByRole('button', { name: /Take PAY-\d+ back/ }).click();
  await erin.page.getByLabel('Why').fill('The card was charged twice');
  await erin.page.getByRole('button', { name: 'Take it back' }).click();
  await expect(grace.page.getByText('$40.00 owed')).toBeVisible();
  await expect(grace.page.getByRole('list', { name: 'Payments' })).toContainText('The card was charged twice');

  const paper = grace.context.waitForEvent('page');
  await grace.page.keyboard.press('s');
  await paper;
  await expect(grace.page.getByRole('list', { name: 'Statements' })).toContainText(/STM-\d{6}/);
  await expect(erin.page.getByText('Statement 1 sent')).toBeVisible();
  await readsAsPaper(grace, account);

  const found = await new AxeBuilder({ page: grace.page }).analyze();
  expect(found.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  await grace.context.close();
});

/** The statement as PDF and as a page that says what is owed and runs nothing. */
async function readsAsPaper(grace: Person, account: PatientAccountSummary): Promise<void> {
  const { body } = await grace.api.get<{ statements: Statement[] }>(`/patient-accounts/${account.id}`);
  const id = body.statements.at(-1)?.id ?? '';
  const pdf = await grace.page.request.get(`/api/v1/statements/${id}/pdf`);
  expect([pdf.status(), pdf.headers()['content-type'], (await pdf.body()).subarray(0, 5).toString()]).toEqual([
    200,
    'application/pdf',
    '%PDF-',
  ]);
  const reader = await grace.context.newPage();
  await reader.goto(`/api/v1/statements/${id}/html`);
  await expect(reader.getByText(/^You owe \$40\.00\. Pay by /)).toBeVisible();
  await expect(reader.getByRole('rowheader', { name: /Yearly deductible, decided by/ })).toBeVisible();
  await expect(reader.getByRole('heading', { name: 'If you cannot pay' })).toBeVisible();
  expect(await reader.locator('script').count()).toBe(0);
  await reader.close();
}

/** An account that opened because a payer left 40.00 of 200.00 to a patient nobody knew before. */
async function anAccount(ana: Person, grace: Person): Promise<PatientAccountSummary> {
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
    .poll(async () => (await accountsOf(grace, firstName)).map(({ balanceCents }) => balanceCents))
    .toEqual([4_000]);
  return (await accountsOf(grace, firstName))[0] as PatientAccountSummary;
}

const accountsOf = async ({ api }: Person, text: string) =>
  (await api.get<ApiPage<PatientAccountSummary>>(`/patient-accounts?text=${text}`)).body.items;

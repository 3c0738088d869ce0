import { expect, test, type Person } from './people.ts';
import { dropAndWait, openImports } from './import-page.ts';
import { freshRemittance } from './remittance.ts';
import type { FreshRemittance } from './remittance.ts';

const DENIED_AND_PAID = [
  { chargeCents: 184_000, denied: { carc: '197', rarc: 'M62' } },
  { chargeCents: 5_000 },
] as const;

/** What the server has posted under a trace, and the cases that came of its payer. */
async function postedOf(
  { api }: Person,
  { trace, payer }: FreshRemittance,
): Promise<{ payments: number; cases: number }> {
  const remittances = await api.get<{ items: { trace: string }[] }>('/remittances?limit=200');
  const cases = await api.get<{ items: { payerName: string }[] }>('/denial-cases?limit=200');
  expect([remittances.status, cases.status]).toEqual([200, 200]);
  return {
    payments: remittances.body.items.filter((each) => each.trace === trace).length,
    cases: cases.body.items.filter((each) => each.payerName === payer.name).length,
  };
}

test('a file that is out of balance posts nothing and says at which level, by how much and where', async ({ ana }) => {
  const file = freshRemittance({ claims: DENIED_AND_PAID, shortCents: 2_500 });
  await openImports(ana.page);

  const report = await dropAndWait(ana.page, file, 'Rejected, nothing posted');

  await expect(report).toContainText(`Line 1 of claim ${file.claims[1]?.controlNumber} does not add up`);
  await expect(report).toContainText('$25.00 short');
  await expect(report).toContainText('SVC02 − Σ CAS = SVC03');
  await expect(report.getByRole('table')).toContainText(/segment \d+/);
  expect(await postedOf(ana, file)).toEqual({ payments: 0, cases: 0 });
});

test('a file that came before posts nothing again, under another name and with other line ends', async ({ ana }) => {
  const file = freshRemittance({ claims: DENIED_AND_PAID });
  await openImports(ana.page);
  await dropAndWait(ana.page, file, 'Done');

  const doubled = { fileName: `again-${file.fileName}`, text: file.text.replaceAll('\n', '') };
  const report = await dropAndWait(ana.page, doubled, 'Already posted');

  await expect(report).toContainText('This was posted before, so nothing changed');
  await expect(report).toContainText(`Payment ${file.trace} was posted before as REM-`);
  await expect(report).toContainText('not posted again');
  expect(await postedOf(ana, file)).toEqual({ payments: 1, cases: 1 });
});

test('a file that is cut off posts nothing and says where it ends', async ({ ana }) => {
  const file = freshRemittance({ claims: DENIED_AND_PAID });
  const cutOff = { fileName: file.fileName, text: file.text.slice(0, file.text.indexOf('\nSE*') - 6) };
  await openImports(ana.page);

  const report = await dropAndWait(ana.page, cutOff, 'Rejected, nothing posted');

  await expect(report).toContainText('The file ends inside a segment. Nothing in this file was posted.');
  await expect(report.getByRole('table')).toContainText(/segment \d+/);
  expect(await postedOf(ana, file)).toEqual({ payments: 0, cases: 0 });
});

test('a file whose own count is wrong posts nothing and names segment and element', async ({ ana }) => {
  const file = freshRemittance({ claims: DENIED_AND_PAID });
  const miscounted = { fileName: file.fileName, text: file.text.replace(/\nSE\*\d+\*/, '\nSE*99*') };
  await openImports(ana.page);

  const report = await dropAndWait(ana.page, miscounted, 'Rejected, nothing posted');

  await expect(report).toContainText(/SE01 says 99, found \d+\. Nothing in this file was posted\./);
  await expect(report.getByRole('table')).toContainText(/segment \d+, element 1/);
  expect(await postedOf(ana, file)).toEqual({ payments: 0, cases: 0 });
});

test('something that is no X12 at all is refused in words', async ({ ana }) => {
  const letter = { fileName: `letter-${Date.now()}.txt`, text: 'Dear billing office, the cheque is in the mail.' };
  await openImports(ana.page);

  const report = await dropAndWait(ana.page, letter, 'Rejected, nothing imported');

  await expect(report).toContainText(
    'Send FHIR R4 JSON or an X12 file (835, 837, 999, 277CA, 276 or 277), plain or gzip.',
  );
});

import { gzipSync } from 'node:zlib';
import type { CodingCase, Page as PageOf, PatientSummary } from '@caseboard/contracts';
import { bundleFile, countWords, freshSending, lateNote, ndjsonFile, twinOf, visitOfNobody } from './ehr-file.ts';
import type { EhrFile, EhrSending } from './ehr-file.ts';
import { dropAndWait, lineOf, listenTo, openImports } from './import-page.ts';
import { expect, sitDown, test, type Person } from './people.ts';

const DOCUMENTS = ['DocumentReference', 'DiagnosticReport'];

test('an admin drops charts, and they are work before a coder who watches', async ({ browser, baseURL, theo }) => {
  const cora = await sitDown(browser, baseURL ?? '', 'coder');
  const sent = freshSending(2);
  const file = bundleFile(`ehr_${sent.number}`, sent.resources);
  await cora.page.goto('/queues/coding');
  const work = cora.page.getByRole('row').filter({ hasText: sent.mark });
  await expect(cora.page.getByRole('row', { name: /^COD-/ }).first()).toBeVisible();
  await openImports(theo.page);

  await test.step('the file shows its progress and ends with its counts in words', async () => {
    const heard = await listenTo(theo.page, file);
    const report = await dropAndWait(theo.page, file, 'Done');
    expect((await heard()).find((words) => !words.startsWith('Done'))).toMatch(/\w/);
    const documents = countWords(sent.resources, DOCUMENTS, 'document');
    await expect(lineOf(theo.page, file)).toContainText(`1 patient, 2 visits, ${documents} imported`);
    await expect(report).toContainText(`On record now: 1 patient, 2 visits, ${documents}.`);
    await expect(report).toContainText(`${sent.resources.length} resources`);
  });

  await test.step('both visits are there for the coder, at once', async () => {
    await expect(work).toHaveCount(2);
  });

  await test.step('the same charts with a new note are updated, and nothing is there twice', async () => {
    const title = 'Late note';
    const again = bundleFile(`ehr_${sent.number}_again`, [...sent.resources, lateNote(sent, title)]);
    await dropAndWait(theo.page, again, 'Done');
    expect(await patientsOf(theo, sent)).toHaveLength(1);
    const cases = await casesOf(cora, sent);
    expect(cases).toHaveLength(2);
    await expect(work).toHaveCount(2);
    const titles: string[] = [];
    for (const { id } of cases) titles.push(...(await titlesOf(cora, id)));
    expect(titles.filter((one) => one.includes(title))).toHaveLength(1);
    expect(titles).toHaveLength(
      sent.resources.filter(({ resourceType }) => DOCUMENTS.includes(resourceType)).length + 1,
    );
  });
  await cora.context.close();
});

test('a note that arrives is told in the open chart, and what is being read stays', async ({
  browser,
  baseURL,
  theo,
}) => {
  const cora = await sitDown(browser, baseURL ?? '', 'coder');
  const sent = freshSending(1);
  await take(theo, bundleFile(`ehr_${sent.number}`, sent.resources));
  await expect.poll(async () => (await casesOf(cora, sent)).length).toBe(1);
  const [work] = await casesOf(cora, sent);
  await cora.page.goto(`/coding/${work?.id}`);
  const reader = cora.page.getByRole('region', { name: 'Document', exact: true });
  const text = reader.getByRole('region', { name: /^Text of/ });
  await expect(text).toContainText(/[A-Za-z]{4}/);
  const [before, documents] = [await text.textContent(), cora.page.getByRole('list', { name: 'Documents' })];
  const lines = await documents.getByRole('button').count();
  const word = /[A-Za-z]{4,}/.exec(before ?? '')?.[0] ?? '';
  await reader.getByLabel('Find in this document').fill(word);
  await expect(text.locator('mark').first()).toBeVisible();
  const marks = await text.locator('mark').count();
  const chart = cora.page.getByRole('region', { name: 'Chart', exact: true });
  await expect(chart.getByText(/new document/)).toHaveCount(0);

  await take(theo, bundleFile(`ehr_${sent.number}_late`, [...sent.resources, lateNote(sent, 'Late note')]));

  await expect(chart.getByRole('status')).toHaveText('1 new document');
  await expect(documents.getByRole('button')).toHaveCount(lines + 1);
  expect(await text.textContent()).toBe(before);
  await expect(reader.getByLabel('Find in this document')).toHaveValue(word);
  await expect(text.locator('mark')).toHaveCount(marks);
  await documents.getByRole('button', { name: /Late note/ }).click();
  await expect(text).toContainText('the cough is gone');
  await expect(chart.getByRole('status')).toBeEmpty();
  await cora.context.close();
});

test('one resource a line and gzip are taken as well', async ({ theo }) => {
  const [lines, packed] = [freshSending(1), freshSending(1)];
  const plain = ndjsonFile(`ehr_${lines.number}`, lines.resources);
  const { fileName, text } = bundleFile(`ehr_${packed.number}`, packed.resources);
  await openImports(theo.page);

  await expect(await dropAndWait(theo.page, plain, 'Done')).toContainText('On record now: 1 patient, 1 visit');
  const report = await dropAndWait(theo.page, { fileName: `${fileName}.gz`, text: gzipSync(text) }, 'Done');
  await expect(report).toContainText('On record now: 1 patient, 1 visit');
  expect([await patientsOf(theo, lines), await patientsOf(theo, packed)].map(({ length }) => length)).toEqual([1, 1]);
});

test('what is wrong with charts is said in words, and two records of one person become one and two again', async ({
  theo,
  erin,
}) => {
  const sent = freshSending(1);
  const file = bundleFile(`ehr_${sent.number}`, [...sent.resources, twinOf(sent), visitOfNobody(sent)]);
  await openImports(theo.page);

  await test.step('a visit of nobody is set aside, a shared record number is pointed out, the rest is on record', async () => {
    const report = await dropAndWait(theo.page, file, 'Done');
    await expect(report).toContainText('On record now: 2 patients, 2 visits');
    await expect(report).toContainText('1 problem left something out: see where.');
    await expect(report).toContainText(
      `Encounter/ehr-${sent.number}-stray names Patient/nobody-${sent.number} as its patient, which is neither in the file nor on record.`,
    );
    await expect(report).toContainText('has the same medical record number as');
    await expect(report).toContainText('merge them if they are one person');
  });

  const twins = await patientsOf(theo, sent);
  expect(twins).toHaveLength(2);
  const [from, into] = twins;
  if (!from || !into) throw new RangeError('Two records were to come.');
  await erin.page.goto(`/patients?patient=${from.id}`);
  await expect(erin.page.getByRole('complementary', { name: 'Patient' })).toContainText(String(sent.number));
  const partOfAnother = erin.page.getByText('This record is part of another one of the same person.');

  await test.step('the admin finds both, reads what merging does, and merges; the lead sees it', async () => {
    await theo.page.goto('/patients');
    await theo.page.getByRole('textbox', { name: 'Find a patient' }).fill(String(sent.number));
    await expect(theo.page.getByRole('table', { name: 'Patients' }).getByText(String(sent.number))).toHaveCount(2);
    await theo.page.goto(`/patients?patient=${from.id}`);
    await theo.page.getByRole('button', { name: 'Same person as…' }).click();
    const drawer = theo.page.getByRole('dialog', { name: /^Same person as/ });
    await drawer.getByLabel('Find the record that stays').fill(String(sent.number));
    await expect(drawer.getByRole('radio')).toHaveCount(1);
    await drawer.getByRole('radio').check();
    await drawer.getByLabel('Why they are one person').fill('Registered twice');
    await expect(drawer).toContainText('It can be taken back, and then everything is where it was.');
    await expect(partOfAnother).toHaveCount(0);
    await drawer.getByRole('button', { name: 'Merge' }).click();
    await expect(theo.page).toHaveURL(new RegExp(into.id));
    await expect(partOfAnother).toBeVisible();
    expect((await patientsOf(theo, sent)).map(({ id }) => id)).toEqual([into.id]);
  });

  await test.step('the admin takes it back; the lead sees that too, and both records are there', async () => {
    await theo.page.getByRole('button', { name: 'Take back' }).click();
    await expect(theo.page.getByText('Taken back: both records are as they were')).toBeVisible();
    await expect(partOfAnother).toHaveCount(0);
    expect(await patientsOf(theo, sent)).toHaveLength(2);
  });
});

async function patientsOf({ api }: Person, { number }: EhrSending): Promise<PatientSummary[]> {
  const { status, body } = await api.get<PageOf<PatientSummary>>(`/patients?mrn=${number}`);
  expect(status).toBe(200);
  return body.items;
}

/** Brings a file in by the interface, to its end. */
async function take({ api }: Person, { fileName, text }: EhrFile): Promise<void> {
  const { body } = await api.upload(fileName, text);
  expect((await api.imported(body.id)).state).toBe('done');
}

/** Coding cases of the patient's visits. */
async function casesOf({ api }: Person, { mark }: EhrSending): Promise<CodingCase[]> {
  const { status, body } = await api.get<PageOf<CodingCase>>('/coding-cases?limit=200');
  expect(status).toBe(200);
  return body.items.filter(({ patient }) => patient === mark);
}

/** Titles of the documents in a chart, read on its page. */
async function titlesOf({ page }: Person, caseId: string): Promise<string[]> {
  await page.goto(`/coding/${caseId}`);
  const documents = page.getByRole('list', { name: 'Documents' }).getByRole('button');
  await expect(documents.first()).toBeVisible();
  return documents.allInnerTexts();
}

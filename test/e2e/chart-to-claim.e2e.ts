import type { BrowserContextOptions, Page } from '@playwright/test';
import { bindPhysician, chartFrom, freshChart, makeNext } from './chart.ts';
import { expect, sitDown, test, type Person } from './people.ts';

const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

async function idOf({ api }: Person, name: string): Promise<string> {
  const { body } = await api.get<{ items: { id: string; name: string }[] }>('/colleagues?limit=200');
  const found = body.items.find((each) => each.name === name);
  if (!found) throw new Error(`Nobody is called ${name}.`);
  return found.id;
}

test('a chart is read, coded, asked about and made final, and its claim is there', async ({
  browser,
  baseURL,
  theo,
  ana,
  erin,
}) => {
  test.setTimeout(120_000);
  const chart = freshChart(90);
  const cora = await sitDown(browser, baseURL ?? '', 'coder');
  const priya = await sitDown(browser, baseURL ?? '', 'physician', PHONE);
  const work = await chartFrom(cora, chart);
  await makeNext(erin, work, await idOf(erin, 'Dev Raman'));
  await bindPhysician(theo);
  await openQuestions(priya.page);

  await test.step('takes the next chart and reads its note', async () => {
    await cora.page.goto('/queues/coding');
    await expect(cora.page.getByRole('row', { name: new RegExp(work.number) })).toBeVisible();
    await cora.page.keyboard.press('n');
    await expect(cora.page).toHaveURL(new RegExp(`/coding/${work.id}`));
    await expect(cora.page.getByRole('heading', { name: chart.name })).toBeVisible();
    await expect(cora.page.getByRole('region', { name: 'Text of Office visit note' })).toContainText('Creatinine 2.4');
  });

  await test.step('enters codes without the mouse', async () => {
    await addCode(cora.page, 'd', 'J18.9', 'Pneumonia, unspecified');
    await addCode(cora.page, 'd', 'I10', 'High blood pressure');
    await addCode(cora.page, 'p', '99213', 'Office visit');
    const diagnoses = cora.page.getByRole('table', { name: 'Diagnoses' });
    await diagnoses.getByRole('button', { name: /^2, I10/ }).focus();
    await cora.page.keyboard.press('Alt+ArrowUp');
    await expect(diagnoses.getByRole('button', { name: /^1, I10/ })).toBeFocused();
    await expect(cora.page.getByLabel('Diagnoses it points to, line 1')).toHaveValue('2');
    await cora.page.keyboard.press('Alt+ArrowDown');
    await expect(cora.page.getByRole('contentinfo')).toContainText('Saved');
    await expect.poll(() => codesOf(cora, work.id)).toEqual(['J189', 'I10', '99213']);
  });

  await test.step('asks the physician about what the note leaves open', async () => {
    await cora.page.keyboard.press('/');
    await cora.page.keyboard.type('creatinine');
    await cora.page.keyboard.press('Escape');
    await cora.page.keyboard.press('q');
    await cora.page.keyboard.press('Shift+Q');
    const composer = cora.page.getByRole('dialog', { name: /^Question about/ });
    await expect(composer.getByRole('region', { name: 'Evidence' })).toContainText('Creatinine 2.4, was 1.1 in July.');
    await expect(composer).toContainText('Not for emergencies');
    await cora.page.keyboard.press('Control+Enter');
    await expect(composer.getByText('Write the question.')).toBeVisible();
    await expect(composer.getByRole('radio', { name: /Priya Natarajan/ })).toBeChecked();
    await composer.getByLabel('Subject').fill('Kidney function');
    await composer
      .getByRole('textbox', { name: 'Question', exact: true })
      .fill('What best describes the kidney function?');
    await composer.getByLabel('Answer 1', { exact: true }).fill('Acute kidney injury');
    await composer.getByLabel('Answer 2', { exact: true }).fill('Chronic kidney disease');
    await cora.page.keyboard.press('Control+Enter');
    await expect(composer).toBeHidden();
    await expect(cora.page.getByText('Waiting for an answer').first()).toBeVisible();
    await expect(cora.page.getByRole('button', { name: 'Finalize' })).toBeDisabled();
  });

  await test.step('the physician answers on a phone in three taps', async () => {
    await priya.page.getByRole('link', { name: /Kidney function/ }).tap();
    await expect(priya.page.getByText('“Creatinine 2.4, was 1.1 in July.”')).toBeVisible();
    await expect(cora.page.getByText('Seen, not answered yet')).toBeVisible();
    await priya.page.getByText('Acute kidney injury').tap();
    await priya.page.getByRole('button', { name: 'Sign and send' }).tap();
    await expect(priya.page.getByRole('heading', { name: 'Answer sent and signed' })).toBeVisible();
  });

  await test.step('the answer arrives and the waiting mark goes', async () => {
    const query = cora.page.getByRole('article', { name: /Kidney function/ });
    await expect(query).toContainText('Acute kidney injury');
    await expect(cora.page.getByText('Waiting for an answer')).toHaveCount(0);
    await query.getByRole('button', { name: 'Review' }).click();
    await expect(query).toContainText('Agreed');
  });

  await test.step('makes the codes final, and the claim is there', async () => {
    await expect(cora.page.getByRole('button', { name: 'Finalize' })).toBeEnabled();
    await cora.page.getByRole('heading', { name: chart.name }).click();
    await cora.page.keyboard.press('e');
    await expect(cora.page.getByRole('button', { name: 'Next chart' })).toBeVisible();
    await expect.poll(() => claimsOf(ana, chart.name), { timeout: 15_000 }).toBe(1);
  });
  await Promise.all([cora.context.close(), priya.context.close()]);
});

test('a question taken back under the physician’s hand keeps what was written', async ({ browser, baseURL, theo }) => {
  const chart = freshChart(3);
  const cora = await sitDown(browser, baseURL ?? '', 'coder');
  const priya = await sitDown(browser, baseURL ?? '', 'physician', PHONE);
  const work = await chartFrom(cora, chart);
  await bindPhysician(theo);
  await take(cora, work.id);
  const { id, title } = await asked(cora, work.id);
  await openQuestions(priya.page);
  await priya.page.getByRole('link', { name: new RegExp(title) }).tap();
  await priya.page.getByText('Other (please say)').tap();
  await priya.page.getByLabel('Your answer').fill('It is the old kidney disease, worse');

  await cora.page.goto(`/coding/queries/${id}`);
  await expect(cora.page).toHaveURL(new RegExp(`/coding/${work.id}\\?query=${id}`));
  const query = cora.page.getByRole('article', { name: new RegExp(title) });
  await query.getByRole('button', { name: 'Take the question back' }).click();
  await query.getByLabel('Why it is taken back').fill('The lab corrected the value');
  await query.getByRole('button', { name: 'Take back' }).click();

  await expect(priya.page.getByRole('heading', { name: 'This question was taken back' })).toBeVisible();
  await expect(priya.page.getByLabel('What you had')).toHaveValue(/It is the old kidney disease, worse/);
  await Promise.all([cora.context.close(), priya.context.close()]);
});

test('two coders on one chart: the second reads, and takes over what the first saved', async ({ browser, baseURL }) => {
  const chart = freshChart(3);
  const cora = await sitDown(browser, baseURL ?? '', 'coder');
  const lead = await sitDown(browser, baseURL ?? '', 'lead');
  const work = await chartFrom(cora, chart);
  await Promise.all([cora, lead].map(({ page }) => page.goto(`/coding/${work.id}`)));
  await expect(lead.page.getByText('You may read this chart, not code it.')).toBeVisible();
  await cora.page.getByRole('button', { name: 'Take' }).first().click();

  await addCode(cora.page, 'd', 'J18.9', 'Pneumonia, unspecified');

  await expect(lead.page.getByRole('table', { name: 'Diagnoses' })).toContainText('J18.9');
  await expect(lead.page.getByRole('group', { name: 'Here now' })).toBeVisible();
  await expect(lead.page.getByRole('button', { name: 'Take out J18.9' })).toHaveCount(0);
  await Promise.all([cora.context.close(), lead.context.close()]);
});

async function openQuestions(page: Page): Promise<void> {
  await page.goto('/');
  await expect(page).toHaveURL(/\/queries$/);
  await expect(
    page
      .getByRole('region', { name: 'Questions for you' })
      .getByText(/question/i)
      .first(),
  ).toBeVisible();
}

/** Finds a code by key and number, and adds it with Enter. */
async function addCode(page: Page, key: 'd' | 'p', code: string, words: string): Promise<void> {
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press(key);
  await page.keyboard.type(code);
  await expect(page.getByRole('option', { selected: true })).toContainText(words);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: new RegExp(`^\\d+, ${code.replace('.', '\\.')}`) })).toBeVisible();
  await page.keyboard.press('Escape');
}

async function codesOf({ api }: Person, caseId: string): Promise<string[]> {
  const { body } = await api.get<{ codes: { code: string }[] }>(`/coding-cases/${caseId}`);
  return body.codes.map(({ code }) => code);
}

async function claimsOf({ api }: Person, patientName: string): Promise<number> {
  const { body } = await api.get<{ items: { patientName: string }[] }>('/claims?origin=here&limit=200');
  return body.items.filter((claim) => claim.patientName === patientName).length;
}

/** Takes a chart, so that nobody's "next" is this one. */
async function take({ api }: Person, caseId: string): Promise<void> {
  const [{ body: work }, { body: me }] = await Promise.all([
    api.get<{ workItemId: string; workItemVersion: number }>(`/coding-cases/${caseId}`),
    api.get<{ user: { id: string } }>('/session'),
  ]);
  await api.put(`/work-items/${work.workItemId}/owner`, {
    version: work.workItemVersion,
    body: { userId: me.user.id },
  });
}

/** A coder's question, sent by the interface. */
async function asked({ api }: Person, subjectId: string): Promise<{ id: string; title: string }> {
  const { body: found } = await api.get<{ items: { userId: string }[] }>(
    `/threads/recipients?subjectType=coding&subjectId=${subjectId}`,
  );
  const title = `Kidney function ${subjectId.slice(-6)}`;
  const { body } = await api.post<{ id: string }>('/threads', {
    body: {
      subjectType: 'coding',
      subjectId,
      kind: 'query',
      recipientId: found.items[0]?.userId,
      title,
      body: 'What best describes the kidney function?',
      options: ['Acute kidney injury', 'Chronic kidney disease'],
    },
  });
  return { id: body.id, title };
}

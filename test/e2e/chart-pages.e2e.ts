import type { BrowserContextOptions, Page } from '@playwright/test';
import { contrastFaults, seriousFaults } from './axe.ts';
import { bindPhysician, chartFrom, freshChart } from './chart.ts';
import { expect, sitDown, test, type Person } from './people.ts';

const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true };

for (const [colorScheme, faultsOn] of [
  ['light', seriousFaults],
  ['dark', contrastFaults],
] as const) {
  test(`a chart, its composer and the physician’s card are accessible in ${colorScheme}`, async ({
    browser,
    baseURL,
    theo,
  }) => {
    test.setTimeout(90_000);
    const cora = await sitDown(browser, baseURL ?? '', 'coder', { colorScheme });
    const priya = await sitDown(browser, baseURL ?? '', 'physician', { colorScheme, ...PHONE });
    const faults: Record<string, string[]> = {};
    const look = async (name: string, page: Page) => {
      faults[name] = await faultsOn(page);
    };
    const work = await chartFrom(cora, freshChart(3));
    await bindPhysician(theo);
    await openChart(cora, work.id);
    await cora.page.getByRole('button', { name: 'Take', exact: true }).first().click();
    await expect(cora.page.getByRole('combobox', { name: 'Add a diagnosis' })).toBeVisible();
    await cora.page.getByRole('combobox', { name: 'Add a diagnosis' }).fill('pneumonia');
    await expect(cora.page.getByRole('option').first()).toBeVisible();
    await look('chart', cora.page);
    await cora.page.keyboard.press('Enter');
    await expect(cora.page.getByRole('table', { name: 'Diagnoses' })).toBeVisible();
    await look('codes', cora.page);
    const title = await askFrom(cora);
    await look('chart with a question', cora.page);

    await priya.page.goto('/queries');
    await priya.page.getByRole('link', { name: new RegExp(title) }).click();
    await expect(priya.page.getByRole('button', { name: 'Sign and send' })).toBeVisible();
    await look('question', priya.page);
    await priya.page.getByRole('button', { name: 'Read the chart' }).click();
    await expect(priya.page.getByRole('region', { name: /^Text of/ })).toContainText('Creatinine');
    await look('chart sheet', priya.page);
    await priya.page.getByRole('button', { name: 'Back to the question' }).click();
    await priya.page.getByText('Unable to determine').click();
    await priya.page.getByRole('button', { name: 'Sign and send' }).click();
    await expect(priya.page.getByRole('heading', { name: 'Answer sent and signed' })).toBeVisible();
    await look('done', priya.page);
    expect(faults).toEqual(Object.fromEntries(Object.keys(faults).map((name) => [name, []])));
    await Promise.all([cora.context.close(), priya.context.close()]);
  });
}

test('a chart and a question fit a phone', async ({ browser, baseURL }) => {
  const cora = await sitDown(browser, baseURL ?? '', 'coder', PHONE);
  const work = await chartFrom(cora, freshChart(3));
  await cora.page.goto(`/coding/${work.id}`);
  await expect(cora.page.getByRole('heading', { name: 'Diagnoses' })).toBeVisible();
  expect(await widthOf(cora.page)).toBe(390);
  await cora.page.getByRole('button', { name: 'Chart', exact: true }).click();
  await expect(cora.page.getByRole('region', { name: /^Text of/ })).toContainText('Creatinine');
  expect(await widthOf(cora.page)).toBe(390);
  await cora.context.close();
});

const widthOf = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);

async function openChart({ page }: Person, id: string): Promise<void> {
  await page.goto(`/coding/${id}`);
  await expect(page.getByRole('region', { name: /^Text of/ })).toContainText('Creatinine');
}

/** Quotes the note and asks; the question's title. */
async function askFrom({ page }: Person): Promise<string> {
  const title = `Kidney ${Date.now()}`;
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('/');
  await page.keyboard.type('creatinine');
  await page.keyboard.press('Escape');
  await page.keyboard.press('q');
  await page.getByRole('button', { name: 'Ask physician' }).click();
  const composer = page.getByRole('dialog', { name: /^Question about/ });
  await composer.getByLabel('Subject').fill(title);
  await composer.getByRole('textbox', { name: 'Question', exact: true }).fill('What best describes it?');
  await composer.getByLabel('Answer 1', { exact: true }).fill('Acute kidney injury');
  await composer.getByLabel('Answer 2', { exact: true }).fill('Chronic kidney disease');
  expect(await seriousFaults(page)).toEqual([]);
  await composer.getByRole('button', { name: 'Send query' }).click();
  await expect(page.getByText('Waiting for an answer').first()).toBeVisible();
  return title;
}

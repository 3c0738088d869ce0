import type { Locator, Page } from '@playwright/test';
import { contrastFaults, seriousFaults } from './axe.ts';
import { expect, sitDown, test } from './people.ts';

interface PlaceToSee {
  name: string;
  path: string;
  /** What is there once the page has its rows. */
  shown: (page: Page) => Locator;
}

const PLACES: PlaceToSee[] = [
  { name: 'my work', path: '/my-work', shown: (page) => page.getByRole('button', { name: /^Next item/ }) },
  { name: 'queue', path: '/queues/denials', shown: (page) => page.getByRole('row', { name: /^DEN-/ }).first() },
  { name: 'denial board', path: '/denials', shown: (page) => page.getByRole('article').first() },
  {
    name: 'denial table',
    path: '/denials?view=table',
    shown: (page) => page.getByRole('row', { name: /^DEN-/ }).first(),
  },
  { name: 'messages', path: '/threads', shown: (page) => page.getByText(/conversations?, \d+ unread/) },
  {
    name: 'patient accounts',
    path: '/accounts',
    shown: (page) => page.getByRole('row', { name: /^ACC-/ }).first(),
  },
  { name: 'end of day', path: '/day', shown: (page) => page.getByRole('region', { name: 'Left', exact: true }) },
  { name: 'imports', path: '/imports', shown: (page) => page.getByRole('button', { name: /^835_/ }).first() },
];

const BILLING: PlaceToSee[] = [
  { name: 'claims', path: '/claims', shown: (page) => page.getByRole('row', { name: /^CLM-/ }).first() },
  {
    name: 'rejected claims',
    path: '/claims?state=rejected',
    shown: (page) => page.getByRole('row', { name: /^CLM-\d+, Rejected/ }).first(),
  },
  { name: 'sent files', path: '/claims/sent', shown: (page) => page.getByText('Each file is kept as it left.') },
  { name: 'follow-up board', path: '/follow-up', shown: (page) => page.getByRole('article').first() },
  {
    name: 'follow-up table',
    path: '/follow-up?view=table',
    shown: (page) => page.getByRole('row', { name: /^FUP-/ }).first(),
  },
  { name: 'rejections', path: '/queues/rejections', shown: (page) => page.getByRole('row', { name: /^REJ-/ }).first() },
  {
    name: 'claim edits',
    path: '/queues/claim-edits',
    shown: (page) => page.getByRole('row', { name: /^CLM-/ }).first(),
  },
];

const ADMINISTRATION: PlaceToSee[] = [
  { name: 'people', path: '/admin/people', shown: (page) => page.getByRole('row', { name: /Ana Ruiz/ }) },
  { name: 'teams', path: '/admin/teams', shown: (page) => page.getByRole('row', { name: /Coding/ }) },
  { name: 'facilities', path: '/admin/facilities', shown: (page) => page.getByRole('row', { name: /Lakeside Main/ }) },
  { name: 'reports', path: '/reports', shown: (page) => page.getByRole('row', { name: /^All denials/ }) },
  { name: 'fees', path: '/admin/fees', shown: (page) => page.getByRole('row', { name: /^99213/ }).first() },
  { name: 'payers', path: '/admin/payers', shown: (page) => page.getByRole('row', { name: /Medicare B/ }) },
];

const CHARTS: PlaceToSee[] = [
  { name: 'coding queue', path: '/queues/coding', shown: (page) => page.getByRole('row', { name: /^COD-/ }).first() },
];

const QUESTIONS: PlaceToSee[] = [
  { name: 'questions', path: '/queries', shown: (page) => page.getByRole('region', { name: 'Questions for you' }) },
];

/** Opens a page and waits for its rows. */
async function see(page: Page, { path, shown }: PlaceToSee): Promise<void> {
  await page.goto(path);
  await expect(shown(page)).toBeVisible({ timeout: 10_000 });
}

for (const [colorScheme, faultsOn] of [
  ['light', seriousFaults],
  ['dark', contrastFaults],
] as const) {
  test(`every page is accessible in ${colorScheme}`, async ({ browser, baseURL }) => {
    test.setTimeout(150_000);
    const faults: Record<string, string[]> = {};
    for (const [login, places] of [
      ['biller', [...PLACES, ...BILLING]],
      ['admin', ADMINISTRATION],
      ['coder', CHARTS],
      ['physician', QUESTIONS],
    ] as const) {
      const { page, context } = await sitDown(browser, baseURL ?? '', login, { colorScheme });
      for (const place of places) {
        await see(page, place);
        await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
        faults[place.name] = await faultsOn(page);
      }
      await context.close();
    }
    const outside = await browser.newContext({ baseURL: baseURL ?? '', colorScheme });
    const stranger = await outside.newPage();
    await see(stranger, { name: 'sign-in', path: '/', shown: (page) => page.getByLabel('Email') });
    faults['sign-in'] = await faultsOn(stranger);
    await outside.close();
    expect(faults).toEqual(Object.fromEntries(Object.keys(faults).map((name) => [name, []])));
  });
}

test('an opened case and its Move menu are accessible', async ({ erin }) => {
  await see(erin.page, { name: 'board', path: '/denials', shown: (page) => page.getByRole('article').first() });
  await erin.page.getByRole('article').first().click();
  await expect(erin.page.getByRole('dialog').getByRole('heading', { name: 'What happened' })).toBeVisible();
  expect(await seriousFaults(erin.page)).toEqual([]);
  await erin.page.keyboard.press('m');
  await expect(erin.page.getByRole('combobox', { name: /^Move DEN-/ })).toBeFocused();
  expect(await seriousFaults(erin.page)).toEqual([]);
});

test('what a biller opens is accessible: a claim, a silent claim and its form, a rejection', async ({ ana }) => {
  const { page } = ana;
  const story = page.getByRole('heading', { name: /^What happened/ });
  const faults: Record<string, string[]> = {};
  const openFirst = async (path: string, row: RegExp) => {
    await see(page, { name: path, path, shown: () => page.getByRole('row', { name: row }).first() });
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await expect(story).toBeVisible();
  };
  await openFirst('/claims?state=rejected', /^CLM-/);
  faults.claim = await seriousFaults(page);
  await openFirst('/follow-up?view=table', /^FUP-/);
  faults['silent claim'] = await seriousFaults(page);
  await page.keyboard.press('l');
  await expect(page.getByRole('radio', { name: 'Phone' })).toBeFocused();
  faults['contact form'] = await seriousFaults(page);
  await openFirst('/queues/rejections', /^REJ-/);
  await expect(page).toHaveURL(/\/rejections\//);
  faults.rejection = await seriousFaults(page);
  expect(faults).toEqual({ claim: [], 'silent claim': [], 'contact form': [], rejection: [] });
});

test('no page scrolls sideways at the width of a phone', async ({ browser, baseURL }) => {
  test.setTimeout(120_000);
  const viewport = { width: 390, height: 844 };
  const widths: Record<string, number> = {};
  for (const [login, places] of [
    ['biller', [...PLACES, ...BILLING]],
    ['admin', ADMINISTRATION],
    ['coder', CHARTS],
    ['physician', QUESTIONS],
  ] as const) {
    const { page, context } = await sitDown(browser, baseURL ?? '', login, { viewport, hasTouch: true });
    for (const place of places) {
      await see(page, place);
      widths[place.name] = await page.evaluate(() => document.documentElement.scrollWidth);
    }
    await context.close();
  }
  expect(widths).toEqual(Object.fromEntries(Object.keys(widths).map((name) => [name, viewport.width])));
});

test('the chosen appearance stays after a reload', async ({ ana }) => {
  await see(ana.page, PLACES[0] as PlaceToSee);
  await ana.page.getByRole('button', { name: /Account menu/ }).click();
  await ana.page.getByText('Dark', { exact: true }).click();
  await expect(ana.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await ana.page.reload();
  await expect(ana.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
});

import type { WorkItem } from '@caseboard/contracts';
import type { Locator, Request } from '@playwright/test';
import { casesFrom } from './board-page.ts';
import { expect, test, type Person } from './people.ts';
import { freshRemittance } from './remittance.ts';

const denied = (chargeCents: number) => ({ chargeCents, denied: { carc: '29', rarc: 'N522' } });

test('two billers who press N at the same moment get different items', async ({ ana, ben }) => {
  await casesFrom(ana, freshRemittance({ claims: [9_800_000, 9_700_000].map(denied) }), 2);
  await Promise.all([openQueue(ana), openQueue(ben)]);

  await Promise.all([ana.page.keyboard.press('n'), ben.page.keyboard.press('n')]);

  const [anas, bens] = await Promise.all([yoursOf(ana), yoursOf(ben)]);
  expect(anas).not.toBe(bens);
  expect([await ownerOf(ana, anas), await ownerOf(ana, bens)]).toEqual([await idOf(ana), await idOf(ben)]);
  for (const person of [ana, ben]) {
    await expect(rowOf(person, anas)).toContainText('Ana Ruiz');
    await expect(rowOf(person, bens)).toContainText('Ben Okafor');
  }
});

test('who loses the race for an item reads who has it and what is next, on its row', async ({ ana, ben }) => {
  const broken: Error[] = [];
  ben.page.on('pageerror', (error) => broken.push(error));
  const [wanted] = await casesFrom(ana, freshRemittance({ claims: [200, 100].map(denied) }), 2);
  if (!wanted) throw new Error('A case was to come.');
  await Promise.all([openQueue(ana), openQueue(ben)]);
  await Promise.all([pointAt(ana, wanted.number), pointAt(ben, wanted.number)]);
  const bens = await holdTakes(ben);

  await ben.page.keyboard.press('c');
  await bens.asked;
  await ana.page.keyboard.press('c');
  await expect(rowOf(ana, wanted.number)).toContainText('Ana Ruiz');
  await expect.poll(() => ownerOf(ana, wanted.number)).toBe(await idOf(ana));
  bens.letGo();

  const row = rowOf(ben, wanted.number);
  await expect(row).toContainText(/Taken by Ana Ruiz\. Next for you is DEN-\d+/);
  const next = /Next for you is (DEN-\d+)/.exec(await row.innerText())?.[1] ?? '';
  expect(next).not.toBe(wanted.number);
  expect(await ownerOf(ben, next)).toBeNull();
  await expect(row).toContainText('Ana Ruiz');
  await expect(ben.page.getByRole('grid', { name: 'Denials' })).toBeVisible();
  await expect(ben.page.getByRole('alert')).toHaveCount(0);
  expect(broken).toEqual([]);
  expect(await ownerOf(ben, wanted.number)).toBe(await idOf(ana));
});

const rowOf = ({ page }: Person, number: string): Locator => page.getByRole('row', { name: new RegExp(`^${number},`) });

async function openQueue({ page }: Person): Promise<void> {
  await page.goto('/queues/denials');
  await expect(page.getByRole('grid', { name: 'Denials' }).getByRole('row').nth(1)).toBeVisible();
  await expect(page.getByText('Live', { exact: true }).first()).toBeVisible();
}

/** Brings the cursor to one of the least urgent rows, which no N takes. */
async function pointAt(person: Person, number: string): Promise<void> {
  await person.page.getByRole('grid', { name: 'Denials' }).getByRole('row').nth(1).focus();
  await person.page.keyboard.press('End');
  await rowOf(person, number).focus();
  await expect(rowOf(person, number)).toHaveAttribute('data-cursor', 'true');
}

/** Keeps what a page asks about owners on its way until it is let go: somebody else is faster then. */
async function holdTakes({ page }: Person): Promise<{ asked: Promise<Request>; letGo: () => void }> {
  const { promise: go, resolve: letGo } = Promise.withResolvers<void>();
  await page.route('**/api/v1/work-items/*/owner', async (route) => {
    await go;
    await route.continue();
  });
  return { asked: page.waitForRequest('**/api/v1/work-items/*/owner'), letGo };
}

/** The number in "DEN-000012 is yours. …". */
async function yoursOf({ page }: Person): Promise<string> {
  const toast = page.getByText(/DEN-\d+ is yours\./);
  await expect(toast).toBeVisible();
  return /DEN-\d+/.exec(await toast.innerText())?.[0] ?? '';
}

async function idOf({ api }: Person): Promise<string> {
  const { body } = await api.get<{ user: { id: string } }>('/session');
  return body.user.id;
}

/** Who owns an item of the queue, by its number, as a fresh fetch says. */
async function ownerOf({ api }: Person, number: string): Promise<string | null> {
  const { body } = await api.get<{ items: WorkItem[] }>('/work-items?queue=denials&limit=200');
  const item = body.items.find((each) => each.number === number);
  if (!item) throw new Error(`${number} is not in the queue.`);
  return item.ownerId;
}

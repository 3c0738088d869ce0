import type { WorkItem } from '@caseboard/contracts';
import { casesFrom } from './board-page.ts';
import { expect, test, type Person } from './people.ts';
import { freshRemittance } from './remittance.ts';

const FOUR_DENIED = [71_000, 72_000, 73_000, 74_000].map((chargeCents) => ({
  chargeCents,
  denied: { carc: '29', rarc: 'N522' },
}));

const rowOf = ({ page }: Person, number: string) => page.getByRole('row', { name: new RegExp(`^${number},`) });

async function openQueue({ page }: Person): Promise<void> {
  await page.goto('/queues/denials');
  await expect(page.getByRole('grid', { name: 'Denials' }).getByRole('row').nth(1)).toBeVisible();
  await expect(page.getByText('Live', { exact: true }).first()).toBeVisible();
}

test('two people who press N at the same moment get different items', async ({ ana, ben }) => {
  await casesFrom(ana, freshRemittance({ claims: FOUR_DENIED }), 4);
  await Promise.all([openQueue(ana), openQueue(ben)]);

  await Promise.all([ana.page.keyboard.press('n'), ben.page.keyboard.press('n')]);

  const [first, second] = await Promise.all([yoursOf(ana), yoursOf(ben)]);
  expect(first).not.toBe(second);
  await expect(rowOf(ana, first)).toContainText('Ana Ruiz');
  await expect(rowOf(ben, second)).toContainText('Ben Okafor');
  await expect(rowOf(ana, second)).toContainText('Ben Okafor');
  await expect(rowOf(ben, first)).toContainText('Ana Ruiz');
});

test('who comes second to an item sees who has it and what is next instead', async ({ ana, ben }) => {
  const file = freshRemittance({ claims: FOUR_DENIED });
  const [wanted] = await casesFrom(ana, file, 4);
  if (!wanted) throw new Error('A case was to come.');
  await Promise.all([openQueue(ana), openQueue(ben)]);
  await Promise.all([rowOf(ana, wanted.number).focus(), rowOf(ben, wanted.number).focus()]);
  await Promise.all([moveOnto(ana, wanted.number), moveOnto(ben, wanted.number)]);

  await Promise.all([ana.page.keyboard.press('c'), ben.page.keyboard.press('c')]);

  const ownerOf = async () => {
    const { body } = await ana.api.get<WorkItem>(`/work-items/${wanted.workItemId}`);
    return body.ownerId;
  };
  await expect.poll(ownerOf).not.toBeNull();
  const owner = await ownerOf();
  const session = await ana.api.get<{ user: { id: string } }>('/session');
  const [winner, loser] = session.body.user.id === owner ? [ana, ben] : [ben, ana];
  await expect(rowOf(loser, wanted.number)).toContainText(`Taken by ${winner.name}`);
  await expect(rowOf(winner, wanted.number)).toContainText(winner.name);
});

/** The number in "DEN-000012 is yours. …". */
async function yoursOf({ page }: Person): Promise<string> {
  const toast = page.getByText(/DEN-\d+ is yours\./);
  await expect(toast).toBeVisible();
  return /DEN-\d+/.exec(await toast.innerText())?.[0] ?? '';
}

/** Walks the cursor to a row by J and K, wherever it stands. */
async function moveOnto(person: Person, number: string): Promise<void> {
  const row = rowOf(person, number);
  const target = Number(await row.getAttribute('data-index'));
  const at = async () => {
    const cursor = person.page.locator('.cb-grid-row[data-cursor]');
    return (await cursor.count()) === 0 ? -1 : Number(await cursor.getAttribute('data-index'));
  };
  for (let now = await at(); now !== target; now = await at()) await person.page.keyboard.press(now < target ? 'j' : 'k');
}

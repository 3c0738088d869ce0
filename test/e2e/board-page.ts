import { expect, type Locator, type Page } from '@playwright/test';
import type { DenialCase } from '@caseboard/contracts';
import type { Person } from './people.ts';
import type { FreshRemittance } from './remittance.ts';

/** Opens the denial board, of one payer when told, and waits until its cards are there and live. */
export async function openBoard(page: Page, payerId?: string): Promise<void> {
  await page.goto(payerId === undefined ? '/denials' : `/denials?payer=${payerId}`);
  await expect(boardOf(page)).toBeVisible({ timeout: 10_000 });
  await expect(page.getByText('Live', { exact: true }).first()).toBeVisible();
}

export const boardOf = (page: Page): Locator => page.getByRole('region', { name: 'Denials by stage and payer' });

/** The card of a case by its number. */
export const cardOf = (page: Page, number: string): Locator =>
  page.getByRole('article', { name: new RegExp(`^${number},`) });

/** A payer's part of a stage. */
export const cellOf = (page: Page, stage: string, payerName: string): Locator =>
  page.getByRole('list', { name: `${stage}, ${payerName}`, exact: true });

/** Count and whole dollars in the head of every open column, as the page writes them. */
export const headsOf = (page: Page): Promise<string[]> => page.locator('.cb-board-head').allInnerTexts();

/** Imports a file without a page and answers its cases, once they are on the board and in the queue. */
export async function casesFrom({ api }: Person, file: FreshRemittance, count: number): Promise<DenialCase[]> {
  const sent = await api.upload(file.fileName, file.text);
  expect(await api.imported(sent.body.id)).toMatchObject({ state: 'done' });
  let cases: DenialCase[] = [];
  await expect
    .poll(async () => (cases = await casesOfPayer(api, file.payer.name)).length, { timeout: 10_000 })
    .toBe(count);
  return cases;
}

/** Every case of a payer, by number, as a fresh fetch has them. */
export async function casesOfPayer(api: Person['api'], payerName: string): Promise<DenialCase[]> {
  const all = await allCases(api);
  return all.filter((each) => each.payerName === payerName).sort((a, b) => a.number.localeCompare(b.number));
}

/** Every case there is, closed ones too. */
export async function allCases(api: Person['api']): Promise<DenialCase[]> {
  const cases: DenialCase[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const from = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: { body: { items: DenialCase[]; nextCursor: string | null } } = await api.get(
      `/denial-cases?limit=200${from}`,
    );
    cases.push(...page.body.items);
    cursor = page.body.nextCursor;
  }
  return cases;
}

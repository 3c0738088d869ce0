import { expect, type Locator, type Page } from '@playwright/test';
import type { FreshRemittance } from './remittance.ts';

type FileToDrop = Pick<FreshRemittance, 'fileName' | 'text'>;

/** Opens the import page and waits until its list is there. */
export async function openImports(page: Page): Promise<void> {
  await page.goto('/imports');
  await expect(page.getByRole('table', { name: 'Imports' })).toBeVisible();
}

/** Lets go of a file over the drop zone, as a hand with a mouse does. */
export async function drop(page: Page, { fileName, text }: FileToDrop): Promise<void> {
  const carried = await page.evaluateHandle(
    ([name, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], name));
      return transfer;
    },
    [fileName, text] as const,
  );
  const zone = page.locator('.cb-drop');
  await zone.dispatchEvent('dragover', { dataTransfer: carried });
  await zone.dispatchEvent('drop', { dataTransfer: carried });
}

/** The line of a file in the list. */
export const lineOf = (page: Page, { fileName }: Pick<FileToDrop, 'fileName'>): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('button', { name: fileName, exact: true }) });

/** The report beside the list. */
export const reportOf = (page: Page): Locator => page.getByRole('complementary', { name: 'Report of the import' });

/** Drops a file and waits for what it came to. */
export async function dropAndWait(page: Page, file: FileToDrop, words: string): Promise<Locator> {
  await drop(page, file);
  await expect(lineOf(page, file)).toContainText(words, { timeout: 15_000 });
  const report = reportOf(page);
  await expect(report.getByRole('heading', { name: file.fileName })).toBeVisible();
  return report;
}

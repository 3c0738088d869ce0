import { expect, type Locator, type Page } from '@playwright/test';
import type { FreshRemittance } from './remittance.ts';

/** A file in a hand: its words, or its bytes. */
type FileToDrop = Pick<FreshRemittance, 'fileName'> & { text: string | Uint8Array };

/** Opens the import page and waits until its list is there. */
export async function openImports(page: Page): Promise<void> {
  await page.goto('/imports');
  await expect(page.getByRole('table', { name: 'Imports' })).toBeVisible();
}

/** Lets go of a file over the drop zone, as a hand with a mouse does. */
export async function drop(page: Page, { fileName, text }: FileToDrop): Promise<void> {
  const carried = await page.evaluateHandle(
    ([name, base64]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))], name));
      return transfer;
    },
    [fileName, Buffer.from(text).toString('base64')] as const,
  );
  const zone = page.locator('.cb-drop');
  await zone.dispatchEvent('dragover', { dataTransfer: carried });
  await zone.dispatchEvent('drop', { dataTransfer: carried });
}

/** The line of a file in the list. */
export const lineOf = (page: Page, { fileName }: Pick<FileToDrop, 'fileName'>): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('button', { name: fileName, exact: true }) });

/** Everything a file's line says from now on, as it changes; read it once the import has come to its end. */
export async function listenTo(
  page: Page,
  { fileName }: Pick<FileToDrop, 'fileName'>,
): Promise<() => Promise<string[]>> {
  const heard = await page.evaluateHandle((name) => {
    const said = new Set<string>();
    const look = () => {
      for (const row of document.querySelectorAll('[role=row]'))
        if (row.textContent?.includes(name)) said.add(row.querySelector('.cb-import-state')?.textContent ?? '');
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
    return said;
  }, fileName);
  return () => heard.evaluate((said) => [...said]);
}

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

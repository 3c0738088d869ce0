import { expect, type Locator, type Page } from '@playwright/test';

/** Opens the palette with its key and types; answers its list once the server was asked. */
export async function searchFor(page: Page, text: string): Promise<Locator> {
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox', { name: 'Search or run a command' });
  await expect(box).toBeFocused();
  const asked = page.waitForResponse((response) =>
    response.url().includes(`/api/v1/search?text=${encodeURIComponent(text)}`),
  );
  await box.fill(text);
  await asked;
  const list = page.getByRole('listbox', { name: 'Results' });
  await expect(list).toHaveAttribute('aria-busy', 'false');
  return list;
}

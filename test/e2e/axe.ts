import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** The rules of WCAG 2.2 A and AA that a page breaks seriously, with where. */
export const seriousFaults = (page: Page): Promise<string[]> =>
  faultsBy(
    new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      // Experimental in axe: it takes the initials on a face for words of the button around it.
      .disableRules(['label-content-name-mismatch']),
  );

/** Where a page lacks contrast: the one rule that can differ between two appearances of the same markup. */
export const contrastFaults = (page: Page): Promise<string[]> =>
  faultsBy(new AxeBuilder({ page }).withRules(['color-contrast']));

async function faultsBy(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map(({ target }) => target.join(' '))
          .slice(0, 3)
          .join(', ')}`,
    );
}

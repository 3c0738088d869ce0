import type { CSSVariablesResolver } from '@mantine/core';

const roles: Record<string, string> = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-bright': 'var(--text)',
  '--mantine-color-dimmed': 'var(--text-3)',
  '--mantine-color-placeholder': 'var(--text-3)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-anchor': 'var(--accent-text)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-color-success': 'var(--good)',
  '--mantine-color-disabled': 'var(--sunken)',
  '--mantine-color-disabled-color': 'var(--disabled)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-color-ink-filled': 'var(--accent)',
  '--mantine-color-ink-filled-hover': 'var(--accent-hover)',
  '--mantine-color-ink-light': 'var(--accent-tint)',
  '--mantine-color-ink-light-color': 'var(--accent-text)',
  '--mantine-color-ink-text': 'var(--accent-text)',
  '--mantine-color-ink-outline': 'var(--accent)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
};

const hueOf = (name: string, token: string): Record<string, string> => ({
  [`--mantine-color-${name}-filled`]: `var(--${token}-solid)`,
  [`--mantine-color-${name}-light`]: `var(--${token}-tint)`,
  [`--mantine-color-${name}-light-color`]: `var(--${token})`,
  [`--mantine-color-${name}-text`]: `var(--${token})`,
  [`--mantine-color-${name}-outline`]: `var(--${token}-line)`,
});

const hues: [name: string, token: string][] = [
  ['bad', 'bad'],
  ['warn', 'warn'],
  ['good', 'good'],
  ['wait', 'wait'],
  ['red', 'bad'],
  ['yellow', 'warn'],
  ['green', 'good'],
  ['teal', 'wait'],
];

const pointed = Object.assign({}, roles, ...hues.map(([name, token]) => hueOf(name, token))) as Record<string, string>;

/** Points Mantine's variables at the tokens. Both schemes get the same right-hand side: the token itself switches. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({ variables: {}, light: pointed, dark: pointed });

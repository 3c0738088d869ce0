import { createTheme } from '@mantine/core';
import { colors } from './colors.ts';
import { components } from './components.ts';

/** The tokens as a Mantine theme: 13 px base, 4 px grid, variable-font weights, no hue beyond the four meanings. */
export const theme = createTheme({
  fontFamily: 'var(--font-ui)',
  fontFamilyMonospace: 'var(--font-code)',
  fontSizes: { xs: '11px', sm: '12px', md: '13px', lg: '14px', xl: '15px' },
  lineHeights: { xs: '1.45', sm: '1.34', md: '1.54', lg: '1.57', xl: '1.6' },
  fontWeights: { regular: '420', medium: '520', bold: '620' },
  headings: {
    fontFamily: 'var(--font-ui)',
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '17px', lineHeight: '24px' },
      h2: { fontSize: '13px', lineHeight: '20px' },
      h3: { fontSize: '12px', lineHeight: '16px' },
    },
  },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '3px', sm: '5px', md: '8px' },
  defaultRadius: 'sm',
  shadows: { xs: 'var(--e-1)', sm: 'var(--e-1)', md: 'var(--e-2)', lg: 'var(--e-2)', xl: 'var(--e-2)' },
  colors,
  primaryColor: 'ink',
  primaryShade: { light: 6, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.3,
  white: '#ffffff',
  black: '#1d1d1b',
  respectReducedMotion: true,
  focusRing: 'auto',
  focusClassName: 'cb-focus',
  cursorType: 'default',
  components,
});

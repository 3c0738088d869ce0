import { MantineProvider, useMantineColorScheme } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import '../styles/index.css';
import { cssVariablesResolver } from './css-variables.ts';
import { theme } from './theme.ts';

/** Light, dark, or whatever the device says. */
export type ColorScheme = 'auto' | 'light' | 'dark';

/** Everything a screen needs around it: theme, tokens, toasts. The scheme is remembered per browser. */
export function CaseboardProvider({ children, scheme = 'auto' }: { children: ReactNode; scheme?: ColorScheme }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme={scheme}>
      {children}
      <Notifications position="bottom-left" autoClose={8000} limit={4} containerWidth={560} />
    </MantineProvider>
  );
}

/** The chosen scheme and its setter, for the user menu and the `d` key. */
export function useColorScheme(): { scheme: ColorScheme; setScheme: (next: ColorScheme) => void } {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return { scheme: colorScheme, setScheme: setColorScheme };
}

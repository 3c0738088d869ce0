import type { MantineThemeComponents } from '@mantine/core';

const buttonSizes: Record<string, [height: number, padding: number, fontSize: number]> = {
  xs: [24, 8, 12],
  sm: [28, 10, 13],
  md: [32, 12, 13],
  lg: [40, 14, 14],
  xl: [50, 16, 15],
};

const labelOn = (props: { variant?: unknown; color?: unknown }): Record<string, string> => {
  if (props.variant !== 'filled') return {};
  return { '--button-color': props.color === 'bad' ? 'var(--on-bad)' : 'var(--on-accent)' };
};

const buttonVars = (_theme: unknown, props: { size?: unknown; variant?: unknown; color?: unknown }) => {
  const [height, padding, fontSize] = buttonSizes[String(props.size)] ?? [28, 10, 13];
  return {
    root: {
      '--button-height': `${height}px`,
      '--button-padding-x': `${padding}px`,
      '--button-fz': `${fontSize}px`,
      ...labelOn(props),
    },
  };
};

const inputVars = (_theme: unknown, props: { size?: unknown }) => {
  const height = props.size === 'xs' ? 28 : props.size === 'lg' ? 40 : 32;
  return { wrapper: { '--input-height': `${height}px`, '--input-fz': height === 40 ? '14px' : '13px' } };
};

const menuLike = {
  defaultProps: {
    shadow: 'sm',
    radius: 'md',
    withArrow: false,
    transitionProps: { duration: 120, transition: 'fade' },
  },
};
const inputLike = { defaultProps: { size: 'sm' } };
const modalLike = { shadow: 'lg', overlayProps: { backgroundOpacity: 0.28, blur: 0 } };

/** Default props per Mantine component, so that a page never repeats a size, radius or motion. */
export const components: MantineThemeComponents = {
  Button: { defaultProps: { size: 'sm', variant: 'default' }, vars: buttonVars },
  ActionIcon: { defaultProps: { size: 28, variant: 'subtle', color: 'gray' } },
  Input: { vars: inputVars },
  TextInput: inputLike,
  PasswordInput: inputLike,
  Select: inputLike,
  MultiSelect: inputLike,
  Textarea: inputLike,
  NumberInput: inputLike,
  Checkbox: { defaultProps: { size: 'xs' } },
  Radio: { defaultProps: { size: 'xs' } },
  Switch: { defaultProps: { size: 'xs' } },
  SegmentedControl: { defaultProps: { size: 'xs', radius: 'sm', transitionDuration: 0 } },
  Badge: { defaultProps: { variant: 'light', radius: 'xs', tt: 'none' } },
  Menu: menuLike,
  Popover: menuLike,
  Combobox: menuLike,
  Tooltip: { defaultProps: { openDelay: 400, withArrow: false, events: { hover: true, focus: true, touch: false } } },
  Modal: { defaultProps: { ...modalLike, radius: 'md', transitionProps: { duration: 120, transition: 'fade' } } },
  Drawer: { defaultProps: { ...modalLike, position: 'right', size: 560, transitionProps: { duration: 180 } } },
  Notification: { defaultProps: { withBorder: false, radius: 'md' } },
  Avatar: { defaultProps: { size: 22, radius: 'xl', variant: 'light' } },
  Kbd: { defaultProps: { size: 'xs' } },
  Table: { defaultProps: { verticalSpacing: 5, horizontalSpacing: 8, withRowBorders: true } },
  Progress: { defaultProps: { size: 4, radius: 'xs', animated: false } },
  Skeleton: { defaultProps: { animate: false, radius: 'xs' } },
};

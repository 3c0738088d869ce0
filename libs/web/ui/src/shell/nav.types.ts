import type { ComponentType } from 'react';

/** A component that draws an icon of the given size; every Tabler icon is one. */
export type IconType = ComponentType<{ size?: number | string }>;

/** One line of the navigation. */
export type NavItem = {
  id: string;
  label: string;
  icon: IconType;
  href: string;
  /** Exact count or a few words ("2 running"). */
  count?: number | string | undefined;
  /** Red and bold: something must be looked at today. */
  isHot?: boolean;
};

/** A group of lines under a small heading; the first group has none. */
export type NavSection = { label?: string; items: readonly NavItem[] };

/** A step of the path in the top bar; the last one is the page itself. */
export type Crumb = { label: string; href?: string };

/** Called with the target of an in-app link instead of a full page load. */
export type Navigate = (href: string) => void;

/** The connection in one word: `live`, catching up after a gap, or away since a moment. */
export type ConnectionState = 'live' | 'catching-up' | 'offline';

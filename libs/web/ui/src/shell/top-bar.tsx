import { ActionIcon } from '@mantine/core';
import { IconBell, IconHelp, IconMenu2, IconSearch } from '@tabler/icons-react';
import { Kbd } from '../marks/kbd.tsx';
import { FaceStack } from '../people/face-stack.tsx';
import type { PresentPerson } from '../people/person.rules.ts';
import { AppLink } from './app-link.tsx';
import { ConnectionWord } from './connection-word.tsx';
import type { ConnectionState, Crumb, Navigate } from './nav.types.ts';

/** Props of `TopBar`. */
export type TopBarProps = {
  crumbs: readonly Crumb[];
  connection: ConnectionState;
  onNavigate: Navigate;
  /** The people in this view. */
  here?: readonly PresentPerson[];
  onOpenPalette?: (() => void) | undefined;
  onHelp?: (() => void) | undefined;
  /** Unread notifications and what the bell does. */
  notifications?: { unread: number; onOpen: () => void } | undefined;
  /** Opens the navigation on a phone. */
  onOpenNav?: (() => void) | undefined;
};

/** Place on the left, palette in the middle, people, connection, bell and help; the same on every page. */
export function TopBar({
  crumbs,
  connection,
  onNavigate,
  here = [],
  onOpenPalette,
  onHelp,
  notifications,
  onOpenNav,
}: TopBarProps) {
  return (
    <header className="cb-top">
      <ActionIcon className="cb-only-phone" aria-label="Open navigation" onClick={onOpenNav}>
        <IconMenu2 size={18} />
      </ActionIcon>
      <Crumbs crumbs={crumbs} onNavigate={onNavigate} />
      {onOpenPalette !== undefined && <PaletteButton onClick={onOpenPalette} />}
      <span className="cb-top-end">
        <FaceStack people={here} />
        <ConnectionWord state={connection} />
        {notifications !== undefined && <Bell {...notifications} />}
        {onHelp !== undefined && (
          <ActionIcon aria-label="Keys and help" aria-keyshortcuts="?" onClick={onHelp}>
            <IconHelp size={18} />
          </ActionIcon>
        )}
      </span>
    </header>
  );
}

function Crumbs({ crumbs, onNavigate }: { crumbs: readonly Crumb[]; onNavigate: Navigate }) {
  return (
    <nav className="cb-crumbs" aria-label="Place">
      {crumbs.map((crumb, at) => (
        <span key={crumb.label} className="cb-crumb" aria-current={at === crumbs.length - 1 ? 'page' : undefined}>
          {crumb.href === undefined ? (
            crumb.label
          ) : (
            <AppLink href={crumb.href} onNavigate={onNavigate}>
              {crumb.label}
            </AppLink>
          )}
        </span>
      ))}
    </nav>
  );
}

function PaletteButton({ onClick }: { onClick: () => void }) {
  return (
    <button
      type="button"
      className="cb-palette"
      aria-label="Search or run a command"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={onClick}
    >
      <IconSearch size={16} aria-hidden="true" />
      <span className="cb-cut">Search or run a command</span>
      <span className="cb-push cb-palette-keys">
        <Kbd>Ctrl</Kbd>
        <Kbd>K</Kbd>
      </span>
    </button>
  );
}

function Bell({ unread, onOpen }: { unread: number; onOpen: () => void }) {
  return (
    <ActionIcon
      className="cb-bell"
      aria-label={unread === 0 ? 'Notifications' : `Notifications, ${unread} unread`}
      onClick={onOpen}
    >
      <IconBell size={18} />
      {unread > 0 && (
        <span className="cb-bell-count" aria-hidden="true">
          {unread}
        </span>
      )}
    </ActionIcon>
  );
}

import {
  PageFrameContext,
  useConnection,
  useGo,
  useMay,
  useSession,
  useSessionState,
  useUnread,
  type HerePerson,
  type PageFrame,
} from '@caseboard/web/kernel';
import { AppFrame, ShortcutSheet, useKeymap, UserMenu } from '@caseboard/web/ui';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { activeIdOf, navigation } from './navigation.ts';
import { commandsOf } from './commands.ts';
import { LiveBanner } from './live-banner.tsx';
import { MissedChangesNotice } from './missed-changes-notice.tsx';
import { Palette } from './palette.tsx';
import { SHORTCUTS } from './shortcuts.ts';
import { useQueueBadges } from './use-queue-badges.ts';

const ROLE_WORDS: Record<string, string> = {
  lead: 'Team lead',
  coder: 'Coder',
  physician: 'Physician',
  biller: 'Biller',
  accounts: 'Patient accounts',
  auditor: 'Auditor',
  admin: 'Administrator',
};

/** The frame around every page: navigation with live badges, the connection word, banners, keys. */
export function AppShell({ children }: { children: ReactNode }) {
  const session = useSession();
  const may = useMay();
  const { signOut } = useSessionState();
  const { pathname } = useLocation();
  const { state } = useConnection();
  const [footer, setFooter] = useState<HTMLElement | null>(null);
  const [title, setTitle] = useState('');
  const [here, setHere] = useState<readonly HerePerson[]>([]);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const frame = useMemo<PageFrame>(() => ({ footer, setTitle, setHere }), [footer]);
  const go = useGo();
  useGlobalKeys(
    go,
    () => setHelpOpen(true),
    () => setPaletteOpen(true),
  );
  const unread = useUnread();
  useTabTitle(title, unread);
  const sections = navigation({ ...useQueueBadges(), unread, may });
  return (
    <PageFrameContext.Provider value={frame}>
      <AppFrame
        sections={sections}
        activeId={activeIdOf(pathname)}
        rail={pathname.startsWith('/coding/')}
        crumbs={[{ label: session.organisation.name }, { label: title }]}
        connection={state === 'live' ? 'live' : 'offline'}
        here={here}
        onNavigate={go}
        onHelp={() => setHelpOpen(true)}
        onOpenPalette={() => setPaletteOpen(true)}
        banner={<LiveBanner />}
        userMenu={
          <UserMenu
            me={{ id: session.user.id, name: session.user.name }}
            about={session.roles.map((role) => ROLE_WORDS[role] ?? role).join(', ')}
            onSignOut={() => void signOut()}
            onShowKeys={() => setHelpOpen(true)}
          />
        }
        footer={<div className="cb-foot-slot" ref={setFooter} />}
      >
        {children}
      </AppFrame>
      <ShortcutSheet isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} groups={SHORTCUTS} />
      <Palette
        isOpen={isPaletteOpen}
        go={go}
        onClose={() => setPaletteOpen(false)}
        commands={commandsOf(sections, go, { help: () => setHelpOpen(true), signOut: () => void signOut() })}
      />
      <MissedChangesNotice />
    </PageFrameContext.Provider>
  );
}

/** The browser's tab counts the unread as the badge does. */
function useTabTitle(title: string, unread: number): void {
  useEffect(() => {
    if (title !== '') document.title = `${unread > 0 ? `(${unread}) ` : ''}${title} · Caseboard`;
  }, [title, unread]);
}

function useGlobalKeys(go: (href: string) => void, help: () => void, palette: () => void): void {
  useKeymap([
    { keys: 'g w', run: () => go('/my-work') },
    { keys: 'g d', run: () => go('/denials') },
    { keys: 'g f', run: () => go('/follow-up') },
    { keys: 'g c', run: () => go('/claims') },
    { keys: 'g m', run: () => go('/threads') },
    { keys: 'g i', run: () => go('/imports') },
    { keys: 'g r', run: () => go('/reports') },
    { keys: '?', run: help },
    { keys: 'mod+k', run: palette, evenWhileTyping: true },
  ]);
}

import { useState, type ReactNode } from 'react';
import { SideDrawer } from '../feedback/side-drawer.tsx';
import { Nav } from './nav.tsx';
import type { NavSection } from './nav.types.ts';
import { TopBar, type TopBarProps } from './top-bar.tsx';

/** Props of `AppFrame`. */
export type AppFrameProps = Omit<TopBarProps, 'onOpenNav'> & {
  sections: readonly NavSection[];
  /** Id of the navigation line that is the current place. */
  activeId: string;
  /** 48 px navigation, for pages that need the width. */
  rail?: boolean;
  /** Usually `UserMenu`. */
  userMenu?: ReactNode;
  /** Banners between the top bar and the page, such as `OfflineBanner`. */
  banner?: ReactNode;
  /** Usually `FooterBar`. */
  footer?: ReactNode;
  children: ReactNode;
};

/** Navigation, top bar, page, footer. Below 768 px the navigation becomes a drawer. */
export function AppFrame({
  sections,
  activeId,
  rail = false,
  userMenu,
  banner,
  footer,
  children,
  onNavigate,
  ...top
}: AppFrameProps) {
  const [isNavOpen, setNavOpen] = useState(false);
  const go = (href: string) => {
    setNavOpen(false);
    onNavigate(href);
  };
  return (
    <div className="cb-app" data-rail={rail || undefined}>
      <a className="cb-skip" href="#page">
        Skip to the page
      </a>
      <Nav sections={sections} activeId={activeId} rail={rail} onNavigate={go} foot={userMenu} />
      <TopBar {...top} onNavigate={go} onOpenNav={() => setNavOpen(true)} />
      <main className="cb-main" id="page" tabIndex={-1}>
        {banner}
        {children}
      </main>
      {footer}
      <SideDrawer
        isOpen={isNavOpen}
        onClose={() => setNavOpen(false)}
        label="Navigation"
        side="left"
        width={280}
        fillsPhone={false}
      >
        <Nav sections={sections} activeId={activeId} onNavigate={go} foot={userMenu} />
      </SideDrawer>
    </div>
  );
}

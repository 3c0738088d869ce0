import type { ReactNode } from 'react';
import { formatCount } from '../marks/money.rules.ts';
import { AppLink } from './app-link.tsx';
import { Brand } from './brand.tsx';
import type { NavItem, NavSection, Navigate } from './nav.types.ts';

/** Props of `Nav`. */
export type NavProps = {
  sections: readonly NavSection[];
  activeId: string;
  onNavigate: Navigate;
  /** Narrows to 48 px of icons, as on case pages. */
  rail?: boolean;
  /** The user menu at the foot. */
  foot?: ReactNode;
};

/** What is mine, then queues, then books; counts are exact and grey, red only where today demands it. */
export function Nav({ sections, activeId, onNavigate, rail = false, foot }: NavProps) {
  return (
    <nav className="cb-nav" data-rail={rail || undefined} aria-label="Main">
      <Brand />
      <div className="cb-nav-list">
        {sections.map((section, at) => (
          <section key={section.label ?? at} aria-label={section.label ?? 'Mine'}>
            {section.label !== undefined && <h4>{section.label}</h4>}
            {section.items.map((item) => (
              <NavLine key={item.id} item={item} isActive={item.id === activeId} rail={rail} onNavigate={onNavigate} />
            ))}
          </section>
        ))}
      </div>
      {foot !== undefined && <div className="cb-nav-foot">{foot}</div>}
    </nav>
  );
}

function NavLine({
  item,
  isActive,
  rail,
  onNavigate,
}: {
  item: NavItem;
  isActive: boolean;
  rail: boolean;
  onNavigate: Navigate;
}) {
  const count = typeof item.count === 'number' ? formatCount(item.count) : item.count;
  return (
    <AppLink
      href={item.href}
      onNavigate={onNavigate}
      className="cb-nav-line"
      aria-current={isActive ? 'page' : undefined}
      data-hot={item.isHot || undefined}
      title={rail ? item.label : undefined}
      data-nav={item.id}
    >
      <item.icon size={16} />
      <span className="cb-cut">{item.label}</span>
      {count !== undefined && <span className="cb-nav-count">{count}</span>}
    </AppLink>
  );
}

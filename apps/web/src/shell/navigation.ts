import { queueIcons, type NavItem, type NavSection } from '@caseboard/web/ui';
import { IconBell, IconChartBar, IconCoin, IconInbox, IconUpload, IconUsers } from '@tabler/icons-react';

/** The queues in the order of the navigation. */
const queues = [
  ['coding', 'Coding'],
  ['queries', 'Queries'],
  ['claim-edits', 'Claim edits'],
  ['rejections', 'Rejections'],
  ['follow-up', 'Follow-up'],
  ['denials', 'Denials'],
  ['appeals', 'Appeals'],
  ['records-requests', 'Records requests'],
  ['posting-exceptions', 'Posting exceptions'],
  ['patient-inquiries', 'Patient inquiries'],
  ['credits', 'Credits'],
] as const;

/** Counters by navigation id; a missing one shows no number. `hot` ids must be looked at today. */
export type NavCounts = { counts: Readonly<Record<string, number | string>>; hot?: ReadonlySet<string> };

const mine: NavItem[] = [
  { id: 'my-work', label: 'My work', icon: IconInbox, href: '/my-work' },
  { id: 'assignment', label: 'Assignment', icon: IconUsers, href: '/assignment' },
  { id: 'notifications', label: 'Notifications', icon: IconBell, href: '/notifications' },
];

const queueItems: NavItem[] = queues.map(([key, label]) => ({
  id: key,
  label,
  icon: queueIcons[key] ?? IconInbox,
  href: key === 'denials' ? '/denials' : `/queues/${key}`,
}));

const books: NavItem[] = [
  { id: 'patient-accounts', label: 'Patient accounts', icon: IconCoin, href: '/patient-accounts' },
  { id: 'imports', label: 'Imports', icon: IconUpload, href: '/imports' },
  { id: 'reports', label: 'Reports', icon: IconChartBar, href: '/reports' },
];

/** What is mine, then queues, then books, with their counters; `canSee` drops what the person has no right to. */
export function navigation({ counts, hot = new Set() }: NavCounts, canSee: (id: string) => boolean): NavSection[] {
  const dress = (items: NavItem[]) =>
    items
      .filter((item) => canSee(item.id))
      .map((item) => ({ ...item, count: counts[item.id], isHot: hot.has(item.id) }));
  const sections = [
    { items: dress(mine) },
    { label: 'Queues', items: dress(queueItems) },
    { label: 'Books', items: dress(books) },
  ];
  return sections.filter((section) => section.items.length > 0);
}

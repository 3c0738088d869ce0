import type { Permission } from '@caseboard/contracts';
import { queueIcons, type NavItem, type NavSection } from '@caseboard/web/ui';
import {
  IconBuildingHospital,
  IconChartBar,
  IconCoin,
  IconFileDollar,
  IconFileText,
  IconHelp,
  IconId,
  IconInbox,
  IconMessages,
  IconReceipt,
  IconSend,
  IconStethoscope,
  IconSunset2,
  IconUpload,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';

/** A queue with its badge. */
export interface QueueBadge {
  id: string;
  key: string;
  name: string;
  open: number;
}

/** What the navigation is made from: exact counters, and what this person may do. */
export interface NavFacts {
  queues: readonly QueueBadge[];
  mine: number;
  /** Conversations with something to read. */
  unread: number;
  /** Questions that wait for this person's answer. */
  questions: number;
  may(permission: Permission): boolean;
}

/** Queues that must be looked at today while anything is in them: money that is not posted. */
const HOT = new Set(['posting-exceptions']);

interface Place extends NavItem {
  needs: Permission;
}

const books: Place[] = [
  { id: 'claims', label: 'Claims', icon: IconFileText, href: '/claims', needs: 'billing.claim.read' },
  { id: 'claims-sent', label: 'Sent files', icon: IconSend, href: '/claims/sent', needs: 'billing.submission.read' },
  {
    id: 'accounts',
    label: 'Patient accounts',
    icon: IconCoin,
    href: '/accounts',
    needs: 'patient-accounts.account.read',
  },
  { id: 'patients', label: 'Patients', icon: IconId, href: '/patients', needs: 'records.patient.read' },
  { id: 'imports', label: 'Imports', icon: IconUpload, href: '/imports', needs: 'records.import.read' },
  { id: 'reports', label: 'Reports', icon: IconChartBar, href: '/reports', needs: 'reports.report.read' },
];

const administration: Place[] = [
  { id: 'people', label: 'People', icon: IconUsers, href: '/admin/people', needs: 'identity.user.manage' },
  { id: 'teams', label: 'Teams', icon: IconUsersGroup, href: '/admin/teams', needs: 'identity.team.manage' },
  {
    id: 'facilities',
    label: 'Facilities',
    icon: IconBuildingHospital,
    href: '/admin/facilities',
    needs: 'identity.facility.manage',
  },
  {
    id: 'clinicians',
    label: 'Clinicians',
    icon: IconStethoscope,
    href: '/admin/clinicians',
    needs: 'records.clinician.manage',
  },
  { id: 'payers', label: 'Payers', icon: IconFileDollar, href: '/admin/payers', needs: 'records.payer.manage' },
  { id: 'fees', label: 'Fees', icon: IconReceipt, href: '/admin/fees', needs: 'billing.fee.manage' },
];

/** What is mine, then queues, then books, then administration; sections without a line are left out. */
export function navigation({ queues, mine, unread, questions, may }: NavFacts): NavSection[] {
  const allowed = (places: Place[]) => places.filter(({ needs }) => may(needs));
  const sections = [
    {
      items: [
        ...(may('worklist.item.read')
          ? [{ id: 'my-work', label: 'My work', icon: IconInbox, href: '/my-work', count: mine }]
          : []),
        ...(may('threads.thread.create')
          ? [{ id: 'threads', label: 'Messages', icon: IconMessages, href: '/threads', count: unread }]
          : []),
        ...(may('threads.query.answer')
          ? [{ id: 'queries', label: 'Questions', icon: IconHelp, href: '/queries', count: questions }]
          : []),
        ...(may('reports.day.read') ? [{ id: 'day', label: 'End of day', icon: IconSunset2, href: '/day' }] : []),
      ],
    },
    { label: 'Queues', items: may('worklist.item.read') ? queues.map(queueItem) : [] },
    { label: 'Books', items: allowed(books) },
    { label: 'Administration', items: allowed(administration) },
  ];
  return sections.filter((section) => section.items.length > 0);
}

/** Queues whose cases stand on a board of their own. */
const BOARDS = new Set(['denials', 'follow-up']);

const queueItem = ({ key, name, open }: QueueBadge): NavItem => ({
  id: `queue-${key}`,
  label: name,
  icon: queueIcons[key] ?? IconInbox,
  href: BOARDS.has(key) ? `/${key}` : `/queues/${key}`,
  count: open,
  isHot: HOT.has(key) && open > 0,
});

/** The navigation line of an address. */
export function activeIdOf(path: string): string {
  const [, first = '', second] = path.split('/');
  if (BOARDS.has(first)) return `queue-${first}`;
  if (first === 'coding') return 'queue-coding';
  if (first === 'rejections') return 'queue-rejections';
  if (first === 'claims' && second === 'sent') return 'claims-sent';
  return first === 'queues' ? `queue-${second}` : first === 'admin' ? (second ?? '') : (first ?? '');
}

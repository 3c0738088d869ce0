import type { Role } from './roles.ts';

/** Every act the server knows, as `scope.noun.verb`. A route or socket event names exactly one. */
export const PERMISSIONS = [
  'identity.session.create',
  'identity.session.read',
  'identity.session.end',
  'identity.password.reset',
  'identity.colleague.read',
  'identity.user.read',
  'identity.user.manage',
  'identity.team.manage',
  'identity.facility.manage',
  'records.payer.read',
  'records.payer.manage',
  'records.import.read',
  'records.import.create',
  'worklist.queue.read',
  'worklist.item.read',
  'worklist.item.next',
  'worklist.item.take',
  'worklist.item.assign',
  'worklist.item.release',
  'billing.claim.read',
  'billing.remittance.read',
  'denials.denial.read',
  'denials.case.move',
  'live.channel.subscribe',
  'live.presence.share',
  'docs.interface.read',
  'health.status.read',
] as const;

export type Permission = (typeof PERMISSIONS)[number];

/** Acts that need no session: signing in, resetting a password, and asking whether the server is up. */
export const PUBLIC_PERMISSIONS: ReadonlySet<Permission> = new Set<Permission>([
  'identity.session.create',
  'identity.password.reset',
  'health.status.read',
]);

const everyone: Permission[] = [
  'identity.session.read',
  'identity.session.end',
  'identity.colleague.read',
  'worklist.queue.read',
  'live.channel.subscribe',
  'live.presence.share',
  'docs.interface.read',
];
const work: Permission[] = ['worklist.item.read', 'worklist.item.next', 'worklist.item.take', 'worklist.item.release'];
const money: Permission[] = [
  'billing.claim.read',
  'billing.remittance.read',
  'denials.denial.read',
  'records.payer.read',
];

/** What each role may do. Deny is the default; nothing is inherited. */
export const ROLE_PERMISSIONS: Record<Role, readonly Permission[]> = {
  lead: [
    ...everyone,
    ...work,
    ...money,
    'worklist.item.assign',
    'denials.case.move',
    'records.import.read',
    'identity.user.read',
  ],
  coder: [
    ...everyone,
    ...work,
    'denials.denial.read',
    'billing.claim.read',
    'records.payer.read',
    'records.import.read',
    'records.import.create',
  ],
  physician: [...everyone],
  biller: [...everyone, ...work, ...money, 'denials.case.move', 'records.import.read', 'records.import.create'],
  accounts: [...everyone, ...work, ...money],
  auditor: [...everyone, ...money, 'worklist.item.read', 'records.import.read', 'identity.user.read'],
  admin: [
    ...everyone,
    ...money,
    'worklist.item.read',
    'records.import.read',
    'records.import.create',
    'records.payer.manage',
    'identity.user.read',
    'identity.user.manage',
    'identity.team.manage',
    'identity.facility.manage',
  ],
};

/** The union of what a person's roles allow. */
export const permissionsOf = (roles: readonly Role[]): ReadonlySet<Permission> =>
  new Set(roles.flatMap((held) => ROLE_PERMISSIONS[held]));

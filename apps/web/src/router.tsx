import { useMay } from '@caseboard/web/kernel';
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  Outlet,
} from '@tanstack/react-router';
import { AppShell } from './shell/app-shell.tsx';
import { NotFound } from './shell/not-found.tsx';
import { PageFailed } from './shell/page-failed.tsx';
import { RequireSession } from './shell/require-session.tsx';

function Signed() {
  return (
    <RequireSession>
      <AppShell>
        <Outlet />
      </AppShell>
    </RequireSession>
  );
}

/** Where a day begins: with one's work, or with the questions put to one. */
function FirstPage() {
  const may = useMay();
  return <Navigate to={!may('worklist.item.read') && may('threads.query.answer') ? '/queries' : '/my-work'} />;
}

const identity = () => import('@caseboard/web/identity');
const records = () => import('@caseboard/web/records');
const worklist = () => import('@caseboard/web/worklist');
const billing = () => import('@caseboard/web/billing');
const accounts = () => import('@caseboard/web/patient-accounts');
const denials = () => import('@caseboard/web/denials');
const reports = () => import('@caseboard/web/reports');
const threads = () => import('@caseboard/web/threads');
const questions = () => import('@caseboard/web/coding');
const coding = async () => (await questions()).workspacePages();

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });
const signed = createRoute({ getParentRoute: () => root, id: 'signed', component: Signed });
const page = (path: string, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => signed, path, component, errorComponent: PageFailed });

const routes = [
  createRoute({
    getParentRoute: () => root,
    path: '/forgot-password',
    component: lazyRouteComponent(identity, 'ForgotPasswordPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/set-password',
    component: lazyRouteComponent(identity, 'SetPasswordPage'),
  }),
  signed.addChildren([
    createRoute({ getParentRoute: () => signed, path: '/', component: FirstPage }),
    page('/my-work', lazyRouteComponent(worklist, 'MyWorkPage')),
    page('/threads', lazyRouteComponent(threads, 'ThreadsPage')),
    page('/queues/$key', lazyRouteComponent(worklist, 'QueuePage')),
    page('/coding/$id', lazyRouteComponent(coding, 'CodingWorkspacePage')),
    page('/coding/queries/$id', lazyRouteComponent(coding, 'QueryCasePage')),
    page('/queries', lazyRouteComponent(questions, 'QueriesPage')),
    page('/queries/$id', lazyRouteComponent(questions, 'QueryPage')),
    page('/denials', lazyRouteComponent(denials, 'DenialsPage')),
    page('/claims', lazyRouteComponent(billing, 'ClaimsPage')),
    page('/claims/sent', lazyRouteComponent(billing, 'SubmissionsPage')),
    page('/follow-up', lazyRouteComponent(billing, 'FollowUpPage')),
    page('/rejections/$id', lazyRouteComponent(billing, 'RejectionPage')),
    page('/admin/fees', lazyRouteComponent(billing, 'FeesPage')),
    page('/accounts', lazyRouteComponent(accounts, 'AccountsPage')),
    page('/accounts/$id', lazyRouteComponent(accounts, 'AccountPage')),
    page('/reports', lazyRouteComponent(reports, 'ReportsPage')),
    page('/day', lazyRouteComponent(reports, 'DayPage')),
    page('/imports', lazyRouteComponent(records, 'ImportsPage')),
    page('/admin/people', lazyRouteComponent(identity, 'PeoplePage')),
    page('/admin/teams', lazyRouteComponent(identity, 'TeamsPage')),
    page('/admin/facilities', lazyRouteComponent(identity, 'FacilitiesPage')),
    page('/patients', lazyRouteComponent(records, 'PatientsPage')),
    page('/encounters/$id', lazyRouteComponent(records, 'EncounterPage')),
    page('/admin/clinicians', lazyRouteComponent(records, 'CliniciansPage')),
    page('/admin/payers', lazyRouteComponent(records, 'PayersPage')),
  ]),
];

/** Every page there is; filters and the open case live in the address. */
export const router = createRouter({ routeTree: root.addChildren(routes), defaultPreload: 'intent' });

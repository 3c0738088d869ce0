export { ClaimsPage } from './pages/claims.page.tsx';
export { FeesPage } from './pages/fees.page.tsx';
export { FollowUpPage } from './pages/follow-up.page.tsx';
export { RejectionPage } from './pages/rejection.page.tsx';
export { SubmissionsPage } from './pages/submissions.page.tsx';
export { ClaimLines } from './components/claim-lines.tsx';

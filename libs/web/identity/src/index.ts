export { FacilitiesPage } from './pages/facilities.page.tsx';
export { ForgotPasswordPage } from './pages/forgot-password.page.tsx';
export { PeoplePage } from './pages/people.page.tsx';
export { SetPasswordPage } from './pages/set-password.page.tsx';
export { SignInPage } from './pages/sign-in.page.tsx';
export { TeamsPage } from './pages/teams.page.tsx';

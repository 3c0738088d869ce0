export { ForgotPasswordPage } from './pages/forgot-password.page.tsx';
export { SetPasswordPage } from './pages/set-password.page.tsx';
export { SignInPage } from './pages/sign-in.page.tsx';

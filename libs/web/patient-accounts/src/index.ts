export { AccountPage } from './pages/account.page.tsx';
export { AccountsPage } from './pages/accounts.page.tsx';

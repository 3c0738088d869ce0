export { ImportsPage } from './pages/imports.page.tsx';
export { PayersPage } from './pages/payers.page.tsx';

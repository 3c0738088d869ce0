export { ImportsPage } from './pages/imports.page.tsx';

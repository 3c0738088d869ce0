export { DenialsPage } from './pages/denials.page.tsx';

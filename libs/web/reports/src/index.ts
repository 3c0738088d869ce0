export { DayPage } from './pages/day.page.tsx';
export { ReportsPage } from './pages/reports.page.tsx';

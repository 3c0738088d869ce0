export { QueriesPage } from './pages/queries.page.tsx';
export { QueryPage } from './pages/query.page.tsx';

/** The pages of those who code, loaded by themselves: a physician’s phone does not carry them. */
export const workspacePages = () => import('./workspace.ts');

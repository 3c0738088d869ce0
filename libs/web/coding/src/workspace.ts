export { CodingWorkspacePage } from './pages/coding-workspace.page.tsx';
export { QueryCasePage } from './pages/query-case.page.tsx';

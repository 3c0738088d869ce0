export { CaseThread } from './components/case-thread.tsx';
export { MessageBody } from './components/message-body.tsx';
export { ThreadsPage } from './pages/threads.page.tsx';

export { CaseThread, type CaseThreadProps } from './components/case-thread.tsx';
export { MessageBody } from './components/message-body.tsx';
export { Talk } from './components/talk.tsx';
export { ThreadPane } from './components/thread-pane.tsx';
export { oneThread, threadOfCase } from './threads.live.ts';
export { useComposer } from './use-composer.ts';
export { ThreadsPage } from './pages/threads.page.tsx';

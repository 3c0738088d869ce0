import { CaseboardProvider } from '@caseboard/web/ui';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './app.css';
import { NotFound } from './shell/not-found.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root element');

createRoot(root).render(
  <StrictMode>
    <CaseboardProvider>
      <NotFound onNavigate={(href) => window.location.assign(href)} />
    </CaseboardProvider>
  </StrictMode>,
);

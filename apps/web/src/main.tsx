import { SessionProvider } from '@caseboard/web/kernel';
import { CaseboardProvider } from '@caseboard/web/ui';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './app.css';
import { router } from './router.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root element');

createRoot(root).render(
  <StrictMode>
    <CaseboardProvider>
      <SessionProvider>
        <RouterProvider router={router} />
      </SessionProvider>
    </CaseboardProvider>
  </StrictMode>,
);

import { createContext, useContext, useEffect } from 'react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';

/** What the shell lends a page: its footer, its path in the top bar, and the people on it. */
export interface PageFrame {
  footer: HTMLElement | null;
  setTitle(title: string): void;
  setHere(people: readonly HerePerson[]): void;
}

/** Somebody on this page now, as the top bar shows them. */
export interface HerePerson {
  id: string;
  name: string;
  presence: 'viewing' | 'away' | 'editing';
}

export const PageFrameContext = createContext<PageFrame | undefined>(undefined);

function usePageFrame(): PageFrame {
  const frame = useContext(PageFrameContext);
  if (!frame) throw new Error('There is no page frame here.');
  return frame;
}

/** Names the page in the top bar and, without any patient, in the browser's tab. */
export function usePageTitle(title: string): void {
  const { setTitle } = usePageFrame();
  useEffect(() => {
    setTitle(title);
    document.title = `${title} · Caseboard`;
  }, [setTitle, title]);
}

/** Shows who is on this page in the top bar; `people` must be stable. */
export function usePeopleHere(people: readonly HerePerson[]): void {
  const { setHere } = usePageFrame();
  useEffect(() => {
    setHere(people);
    return () => setHere([]);
  }, [setHere, people]);
}

/** The page's footer line, shown in the shell's place for it. */
export function PageFooter({ children }: { children: ReactNode }) {
  const { footer } = usePageFrame();
  return footer ? createPortal(children, footer) : null;
}

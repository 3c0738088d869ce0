import type { ReactNode } from 'react';
import { SideDrawer } from '../feedback/side-drawer.tsx';
import { CloseButton } from '../marks/close-button.tsx';
import { CaseTitle, type CaseTitleProps } from './case-title.tsx';

/** Props of `CaseDrawer`. */
export type CaseDrawerProps = {
  isOpen: boolean;
  onClose: () => void;
  title: CaseTitleProps;
  /** Usually `NextStepBar`, or a lease banner. */
  banner?: ReactNode;
  /** `CaseSection`s. */
  children: ReactNode;
  /** Docked below the sections: the acts of the case. */
  footer?: ReactNode;
};

/** A case beside its list: 560 px from the right, the whole screen on a phone. Escape goes back to the row. */
export function CaseDrawer({ isOpen, onClose, title, banner, children, footer }: CaseDrawerProps) {
  return (
    <SideDrawer isOpen={isOpen} onClose={onClose} label={title.number} width={560}>
      <div className="cb-case-frame">
        <div className="cb-case-head">
          <CaseTitle {...title} />
          <CloseButton onClick={onClose} />
        </div>
        {banner}
        <div className="cb-case-body" role="region" aria-label={`What is known of ${title.number}`} tabIndex={0}>
          {children}
        </div>
        {footer !== undefined && <div className="cb-case-foot">{footer}</div>}
      </div>
    </SideDrawer>
  );
}

import { useState, type ReactNode } from 'react';
import { SideDrawer } from '../feedback/side-drawer.tsx';
import { CloseButton } from '../marks/close-button.tsx';
import { ViewTabs } from '../shell/view-tabs.tsx';
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
  /** What people say, beside the case; a tab of its own where there is no room for both. */
  side?: { label: string; count?: number | undefined; content: ReactNode } | undefined;
};

const WIDTH = 560;
const WIDTH_WITH_SIDE = 960;

/** A case beside its list: from the right, the whole screen on a phone. Escape goes back to the row. */
export function CaseDrawer({ isOpen, onClose, title, banner, children, footer, side }: CaseDrawerProps) {
  const [tab, setTab] = useState('case');
  const body = (
    <div className="cb-case-body" role="region" aria-label={`What is known of ${title.number}`} tabIndex={0}>
      {children}
    </div>
  );
  return (
    <SideDrawer isOpen={isOpen} onClose={onClose} label={title.number} width={side ? WIDTH_WITH_SIDE : WIDTH}>
      <div className="cb-case-frame">
        <div className="cb-case-head">
          <CaseTitle {...title} />
          <CloseButton onClick={onClose} />
        </div>
        {banner}
        {side === undefined ? (
          body
        ) : (
          <>
            <div className="cb-case-tabs">
              <ViewTabs
                label="Parts of the case"
                tabs={[
                  { id: 'case', label: 'Case' },
                  { id: 'side', label: side.label, count: side.count },
                ]}
                activeId={tab}
                onSelect={setTab}
              />
            </div>
            <div className="cb-case-cols" data-tab={tab}>
              {body}
              <aside className="cb-case-side" aria-label={side.label}>
                <h2>{side.label}</h2>
                {side.content}
              </aside>
            </div>
          </>
        )}
        {footer !== undefined && <div className="cb-case-foot">{footer}</div>}
      </div>
    </SideDrawer>
  );
}

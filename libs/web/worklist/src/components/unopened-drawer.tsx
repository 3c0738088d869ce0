import type { LiveState } from '@caseboard/web/kernel';
import { CloseButton, EmptyState, SideDrawer, SkeletonRows } from '@caseboard/web/ui';
import { isShutOut, ListError, ShutOut } from './list-state.tsx';

/** Props of `UnopenedDrawer`. */
export type UnopenedDrawerProps = {
  /** What would be opened, in lower case: `case`. */
  what: string;
  state: LiveState;
  onRetry: () => void;
  onClose: () => void;
};

/** A drawer without its row: not here, not theirs, or still on its way. */
export function UnopenedDrawer({ what, state, onRetry, onClose }: UnopenedDrawerProps) {
  return (
    <SideDrawer isOpen onClose={onClose} label={what.charAt(0).toUpperCase() + what.slice(1)} width={560}>
      <div className="cb-case-frame">
        <div className="cb-case-head">
          <span className="cb-push">
            <CloseButton onClick={onClose} />
          </span>
        </div>
        <ListError state={state} onRetry={onRetry} />
        <Unopened what={what} state={state} />
      </div>
    </SideDrawer>
  );
}

function Unopened({ what, state }: Pick<UnopenedDrawerProps, 'what' | 'state'>) {
  if (isShutOut(state)) return <ShutOut what={`this ${what}`} />;
  return state.status === 'ready' ? <EmptyState title={`There is no such ${what}`} /> : <SkeletonRows columns="1fr" />;
}

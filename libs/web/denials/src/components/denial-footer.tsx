import { formatCount, Kbd } from '@caseboard/web/ui';
import { ListFooter } from '@caseboard/web/worklist';

/** Props of `DenialFooter`. */
export type DenialFooterProps = {
  isBoard: boolean;
  loaded: number;
  total: number;
  asOf: number;
  hasMore: boolean;
  onMore: () => void;
};

/** How many cases there are, what the lanes count, and as of when. */
export function DenialFooter({ isBoard, loaded, total, asOf, hasMore, onMore }: DenialFooterProps) {
  return (
    <ListFooter
      asOf={asOf}
      keys={
        <>
          <Kbd>M</Kbd> Move <Kbd>?</Kbd> Keys
        </>
      }
    >
      <span>
        <b>{formatCount(total)}</b> {total === 1 ? 'case' : 'cases'}
      </span>
      {isBoard && !hasMore && <span>Totals count every card, shown or not</span>}
      {isBoard && hasMore && (
        <span>
          Lanes count {formatCount(loaded)} loaded cards{' '}
          <button type="button" className="cb-text-button" onClick={onMore}>
            Load more
          </button>
        </span>
      )}
    </ListFooter>
  );
}

import { formatCount, Kbd } from '@caseboard/web/ui';
import { ListFooter } from './list-footer.tsx';

/** Props of `BoardFooter`. */
export type BoardFooterProps = {
  isBoard: boolean;
  loaded: number;
  total: number;
  asOf: number;
  hasMore: boolean;
  onMore: () => void;
};

/** How many cases there are, what the lanes count, and as of when. */
export function BoardFooter({ isBoard, loaded, total, asOf, hasMore, onMore }: BoardFooterProps) {
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

import { usePageTitle } from '@caseboard/web/kernel';
import { ErrorStrip } from '@caseboard/web/ui';

/** A page that broke: the frame and its live connection stay, and the page can be tried again. */
export function PageFailed({ reset }: { reset: () => void }) {
  usePageTitle('This page failed');
  return <ErrorStrip title="This page failed. Nothing you saved is lost." onRetry={reset} />;
}

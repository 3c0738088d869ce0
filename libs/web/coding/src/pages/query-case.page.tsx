import { thread } from '@caseboard/contracts';
import { usePageTitle, wordsOf } from '@caseboard/web/kernel';
import { ErrorStrip, SkeletonRows } from '@caseboard/web/ui';
import { Navigate, useParams } from '@tanstack/react-router';
import { useRead } from '../use-read.ts';

/** Leads from a query to the chart it is about, opened at that query. */
export function QueryCasePage() {
  const { id = '' } = useParams({ strict: false });
  const found = useRead(`/threads/${id}`, thread);
  usePageTitle('Query');
  if (found.value) return <Navigate to={`/coding/${found.value.subjectId}`} search={{ query: id } as never} replace />;
  if (found.error === undefined) return <SkeletonRows columns="1fr" />;
  return (
    <ErrorStrip boxed={false} title="The query could not be read." onRetry={found.again}>
      {wordsOf(found.error).text}
    </ErrorStrip>
  );
}

import {
  dueOf,
  myQueries,
  useColleagues,
  useGo,
  useLiveList,
  useMay,
  useMoments,
  usePageTitle,
  useSession,
  useToday,
} from '@caseboard/web/kernel';
import { EmptyState, ListStates, QueryList } from '@caseboard/web/ui';
import { useMemo } from 'react';
import { bundled, howToAnswer, workload } from '../my-queries.rules.ts';

/** The open questions of a physician, by patient, live. */
export function QueriesPage() {
  usePageTitle('Questions');
  const { user } = useSession();
  const mayAnswer = useMay()('threads.query.answer');
  const { byId } = useColleagues();
  const { today, zone } = useToday();
  const { dayOf } = useMoments();
  const go = useGo();
  const list = useLiveList(useMemo(() => myQueries(user.id, mayAnswer), [user.id, mayAnswer]));
  const bundles = useMemo(() => bundled(list.rows), [list.rows]);
  const dueOfDay = (dueAt: string | null) =>
    dueOf({ dueOn: dueAt === null ? null : dayOf(dueAt), dueRule: null, today, zone });
  return (
    <div className="cb-query-page" role="region" aria-label="Questions for you" tabIndex={0}>
      <ListStates
        status={mayAnswer ? list.state.status : 'closed'}
        noun="questions"
        columns="1fr"
        rowHeight={64}
        onRetry={list.reload}
      >
        {bundles.length === 0 ? (
          <EmptyState title="No question is waiting for you">New ones appear here by themselves.</EmptyState>
        ) : (
          <>
            <p className="cb-query-count" role="status">
              {workload(bundles)}
            </p>
            <QueryList
              onNavigate={go}
              bundles={bundles.map(({ key, patient, dueAt, queries }) => ({
                patientId: key,
                patient,
                about: '',
                due: dueOfDay(dueAt),
                queries: queries.map((query) => ({
                  id: query.id,
                  subject: query.title,
                  about: howToAnswer(query, byId.get(query.askedById)?.name ?? 'a coder'),
                  href: `/queries/${query.id}`,
                  isNew: query.state === 'sent',
                })),
              }))}
            />
          </>
        )}
      </ListStates>
    </div>
  );
}

import {
  MessagePosted,
  QueryAnswered,
  QueryClosed,
  QueryResponded,
  QueryRetracted,
  QuerySent,
  QueryViewed,
  ThreadOpened,
  ThreadRead,
  ThreadsRegated,
} from '@caseboard/contracts';
import type { EventDefinition, Thread } from '@caseboard/contracts';
import { aCodingCase } from './coding-cases.ts';
import type { EventCase, Scene } from './event-case.ts';
import type { Hospital, Login } from './hospital.ts';

const THREAD = ['thread on case', 'thread on thread', 'thread on user'];
const WRITTEN = ['message on thread', ...THREAD];

/** What somebody writes on a denial; the coder is called in. */
const say = (h: Hospital, subjectId: string, who: Login = 'biller'): Promise<Thread> =>
  h.done(
    h.people[who].post<Thread>('/threads', {
      body: {
        subjectType: 'denial',
        subjectId,
        kind: 'message',
        body: 'Does the note support this?',
        mentionIds: who === 'biller' ? [h.ids.coder] : [],
      },
    }),
  );

/** A denial people talk about. */
const onTalk = (
  event: EventDefinition,
  delivers: readonly string[],
  act: (h: Hospital, thread: Thread) => Promise<unknown>,
): EventCase => ({
  event,
  delivers,
  scene: async (h) => {
    const one = await h.aDenial();
    const thread = await say(h, one.id);
    return { caseId: one.id, threadId: thread.id, act: () => act(h, thread) };
  },
});

/** The coder asks the physician of a chart. */
async function ask(h: Hospital): Promise<Thread> {
  const { id } = await aCodingCase(h);
  const body = {
    subjectType: 'coding',
    subjectId: id,
    kind: 'query',
    recipientId: h.ids.physician,
    body: 'Which kind of hypertension does the record support?',
    options: ['Primary', 'Secondary'],
  };
  return h.done(h.people.coder.post<Thread>('/threads', { body }));
}

const to = (h: Hospital, who: Login, { id }: Thread, act: string, body: object = {}) =>
  h.done(h.people[who].post<Thread>(`/threads/${id}/${act}`, { body }));
const answer = (h: Hospital, query: Thread) => to(h, 'physician', query, 'answer', { optionId: 'option-1' });

/** A question that `act` brings further. */
const onQuery = (
  event: EventDefinition,
  delivers: readonly string[],
  act: (h: Hospital, query: Thread) => Promise<unknown>,
  prepare: (h: Hospital, query: Thread) => Promise<unknown> = async () => undefined,
): EventCase => ({
  event,
  delivers,
  scene: async (h) => {
    const query = await ask(h);
    await prepare(h, query);
    return { codingId: query.subjectId, threadId: query.id, act: () => act(h, query) };
  },
});

/** A conversation on a denial of a facility whose gate then closes. */
async function gateStory(h: Hospital): Promise<Scene> {
  const npi = '1467560003';
  const facility = await h.aFacility(npi, 'biller2');
  const one = await h.aDenial({ payeeNpi: npi });
  const thread = await say(h, one.id);
  await say(h, one.id, 'biller2');
  const gate = async () => {
    const change = { body: { isGated: true }, version: facility.version };
    await h.done(h.people.admin.patch(`/facilities/${facility.id}`, change));
    return h.caseboard.settled();
  };
  return { caseId: one.id, threadId: thread.id, act: gate };
}

/** What people say on cases, and what becomes of questions to physicians. */
export const THREAD_CASES: readonly EventCase[] = [
  {
    event: ThreadOpened,
    delivers: THREAD,
    scene: async (h) => {
      const one = await h.aDenial();
      return { caseId: one.id, act: () => say(h, one.id) };
    },
  },
  onTalk(MessagePosted, WRITTEN, (h, thread) => to(h, 'coder', thread, 'messages', { body: 'Page 2 does.' })),
  onTalk(ThreadRead, THREAD, (h, { id }) => h.done(h.people.coder.put(`/threads/${id}/read`, { body: { upTo: 1 } }))),
  { event: ThreadsRegated, delivers: THREAD, scene: gateStory },
  { event: QuerySent, delivers: THREAD, scene: async (h) => ({ act: () => ask(h) }) },
  onQuery(QueryViewed, THREAD, (h, query) => to(h, 'physician', query, 'view')),
  onQuery(QueryAnswered, WRITTEN, answer),
  onQuery(QueryResponded, WRITTEN, (h, query) => to(h, 'physician', query, 'response', { response: 'need-info' })),
  onQuery(QueryRetracted, WRITTEN, (h, query) => to(h, 'coder', query, 'retraction', { reason: 'Wrong visit.' })),
  onQuery(QueryClosed, WRITTEN, (h, query) => to(h, 'coder', query, 'review', { outcome: 'agreed' }), answer),
];

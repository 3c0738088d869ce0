import {
  channels,
  claimSummary,
  clinicianEntry,
  codingCase,
  colleague,
  counter,
  denialCase,
  encounterSummary,
  facility,
  fee,
  followUpCase,
  importJob,
  message,
  pageOf,
  patientAccountSummary,
  patientSummary,
  payer,
  queueList,
  remittanceSummary,
  submission,
  team,
  thread,
  user,
  workItem,
} from '@caseboard/contracts';
import type { Counter, Page } from '@caseboard/contracts';
import * as z from 'zod/mini';
import type { LiveSource } from '../../libs/web/kernel/src/live/live-list.ts';
import type { Visitor } from '../http/visitor.ts';

export interface Row {
  id: string;
}

interface Spec<Body extends Row> {
  channel: string;
  kind: string;
  /** Path and query of its list. */
  path: string;
  query?: string;
  schema: z.ZodMiniType<Body>;
  accepts?(body: Body): boolean;
}

/** The sources of every list there is, over one person's own HTTP: what their pages show and follow. */
export class Sources {
  private readonly visitor: Visitor;

  constructor(visitor: Visitor) {
    this.visitor = visitor;
  }

  users = () => this.list({ channel: channels.directory(), kind: 'user', path: '/users', schema: user });
  teams = () => this.list({ channel: channels.directory(), kind: 'team', path: '/teams', schema: team });
  facilities = () =>
    this.list({ channel: channels.directory(), kind: 'facility', path: '/facilities', schema: facility });
  payers = () => this.list({ channel: channels.directory(), kind: 'payer', path: '/payers', schema: payer });
  clinicians = () =>
    this.list({ channel: channels.directory(), kind: 'clinician', path: '/clinicians', schema: clinicianEntry });
  colleagues = () =>
    this.list({ channel: channels.colleagues(), kind: 'colleague', path: '/colleagues', schema: colleague });
  imports = () => this.list({ channel: channels.imports(), kind: 'import', path: '/imports', schema: importJob });
  remittances = () =>
    this.list({ channel: channels.remittances(), kind: 'remittance', path: '/remittances', schema: remittanceSummary });

  queue = (id: string, key: string) =>
    this.list({
      channel: channels.queue(id),
      kind: 'work-item',
      path: '/work-items',
      query: `queue=${key}`,
      schema: workItem,
    });

  mine = (userId: string) => ({
    ...this.list({
      channel: channels.user(userId),
      kind: 'work-item',
      path: '/work-items',
      query: 'owner=me',
      schema: workItem,
      accepts: (item) => item.ownerId === userId,
    }),
    loadCounters: () => this.queueCounters(channels.user(userId), ({ id, mine }) => [`queue:${id}`, mine]),
    parseCounter: (body: unknown) => countOnly(z.parse(counter, body)),
  });

  board = () => ({
    ...this.list({
      channel: channels.board('denials'),
      kind: 'denial-case',
      path: '/denial-cases',
      schema: denialCase,
      accepts: (one) => one.stage !== 'closed',
    }),
    loadCounters: async () => {
      const totals = await this.get('/boards/denials', z.object({ counters: z.array(counter), asOf: z.int() }));
      return { items: totals.counters, asOf: totals.asOf };
    },
    parseCounter: (body: unknown) => z.parse(counter, body),
  });

  claims = () => this.list({ channel: channels.claims(), kind: 'claim', path: '/claims', schema: claimSummary });
  submissions = () =>
    this.list({ channel: channels.submissions(), kind: 'submission', path: '/submissions', schema: submission });

  fees = () => this.list({ channel: channels.fees(), kind: 'fee', path: '/fees', schema: fee });

  followUps = () => ({
    ...this.list({
      channel: channels.board('follow-up'),
      kind: 'follow-up-case',
      path: '/follow-up-cases',
      schema: followUpCase,
      accepts: (one) => one.stage !== 'resolved',
    }),
    loadCounters: async () => {
      const totals = await this.get('/boards/follow-up', z.object({ counters: z.array(counter), asOf: z.int() }));
      return { items: totals.counters, asOf: totals.asOf };
    },
    parseCounter: (body: unknown) => z.parse(counter, body),
  });

  accounts = () =>
    this.list({
      channel: channels.accounts(),
      kind: 'patient-account',
      path: '/patient-accounts',
      schema: patientAccountSummary,
    });

  /** Badges: no rows of their own. */
  counts = (): LiveSource<Row> => ({
    channel: channels.queueCounts(),
    kind: 'counter',
    idOf: ({ id }) => id,
    load: async () => ({ items: [], nextCursor: null, asOf: (await this.get('/queues', queueList)).asOf }),
    fetch: async () => ({ items: [], asOf: 0 }),
    parse: () => undefined,
    loadCounters: () => this.queueCounters(channels.queueCounts(), ({ id, open }) => [id, open]),
    parseCounter: (body) => countOnly(z.parse(counter, body)),
  });

  /** One opened case, on its own channel. */
  caseOf = (id: string) =>
    this.single(
      { channel: channels.case('denial', id), kind: 'denial-case', path: '/denial-cases', schema: denialCase },
      id,
    );
  /** One coding case opened; its list row is what frames bring. */
  codingCase = (id: string) =>
    this.single(
      { channel: channels.case('coding', id), kind: 'coding-case', path: '/coding-cases', schema: codingCase },
      id,
    );
  threads = (userId: string) =>
    this.list({
      channel: channels.user(userId),
      kind: 'thread',
      path: '/threads',
      query: 'participant=me',
      schema: thread,
      accepts: ({ participantIds }) => participantIds.includes(userId),
    });
  threadOf = (id: string) =>
    this.single({ channel: channels.thread(id), kind: 'thread', path: '/threads', schema: thread }, id);
  messages = (threadId: string) =>
    this.list({
      channel: channels.thread(threadId),
      kind: 'message',
      path: `/threads/${threadId}/messages`,
      schema: message,
    });
  /** One visit; its row is a part of the chart. */
  encounterOf = (id: string) =>
    this.single(
      { channel: channels.case('encounter', id), kind: 'encounter', path: '/encounters', schema: encounterSummary },
      id,
    );
  patientOf = (id: string) =>
    this.single(
      { channel: channels.case('patient', id), kind: 'patient', path: '/patients', schema: patientSummary },
      id,
    );
  job = (id: string) =>
    this.single({ channel: channels.job(id), kind: 'import', path: '/imports', schema: importJob }, id);

  private list<Body extends Row>(spec: Spec<Body>): LiveSource<Body> {
    const { channel, kind, path, query, schema, accepts } = spec;
    const page = pageOf(schema) as unknown as z.ZodMiniType<Page<Body>>;
    return {
      channel,
      kind,
      idOf: ({ id }) => id,
      load: (cursor) =>
        this.get(`${path}?limit=200${query ? `&${query}` : ''}${cursor ? `&cursor=${cursor}` : ''}`, page),
      fetch: async (ids) => {
        const found = await Promise.allSettled(ids.map((id) => this.get(`${path}/${id}`, schema)));
        return { items: found.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])), asOf: 0 };
      },
      parse: (body) => z.parse(schema, body),
      ...(accepts ? { accepts } : {}),
    };
  }

  private single<Body extends Row>(spec: Spec<Body>, id: string): LiveSource<Body> {
    const load = async () => {
      const { asOf } = await this.get('/queues', queueList);
      return { items: [await this.get(`${spec.path}/${id}`, spec.schema)], nextCursor: null, asOf };
    };
    return { ...this.list(spec), load };
  }

  private async queueCounters(
    channel: string,
    pick: (queue: { id: string; open: number; mine: number }) => [key: string, count: number],
  ) {
    const { items, asOf } = await this.get('/queues', queueList);
    const counters = items.map((queue) => {
      const [key, count] = pick(queue);
      return countOnly({ channel, key, count, cents: 0 });
    });
    return { items: counters, asOf };
  }

  /** GET or throw; bodies are parsed by the contract. */
  private async get<T>(path: string, schema: z.ZodMiniType<T>): Promise<T> {
    const answer = await this.visitor.get(path);
    if (answer.status !== 200) throw new Error(`GET ${path}: ${answer.status}`);
    return z.parse(schema, answer.body);
  }
}

/** `GET /queues` tells counts only. */
const countOnly = (held: Counter): Counter => ({ ...held, cents: 0 });

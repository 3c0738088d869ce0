import { channels, EVENTS } from '@caseboard/contracts';
import type { Permission } from '@caseboard/contracts';
import { eventually, runSql } from '@caseboard/testing';
import { startCaseboard } from '../http/caseboard.ts';
import type { Caseboard } from '../http/caseboard.ts';
import { ACKNOWLEDGEMENT_CASES } from './acknowledgement-cases.ts';
import { CHART_CASES } from './chart-cases.ts';
import { CODING_CASES } from './coding-cases.ts';
import { ACCOUNT_CASES } from './account-cases.ts';
import { DIRECTORY_CASES } from './directory-cases.ts';
import { Everybody, may } from './everybody.ts';
import { Hospital, LOGINS, paid } from './hospital.ts';
import { PageConnection } from './page-connection.ts';
import type { Screen } from './screen.ts';
import { FOLLOW_UP_CASES } from './follow-up-cases.ts';
import { THREAD_CASES } from './thread-cases.ts';
import { WORK_CASES } from './work-cases.ts';

const CASES = [
  ...CHART_CASES,
  ...ACKNOWLEDGEMENT_CASES,
  ...DIRECTORY_CASES,
  ...WORK_CASES,
  ...CODING_CASES,
  ...THREAD_CASES,
  ...FOLLOW_UP_CASES,
  ...ACCOUNT_CASES,
];

/**
 * Old snapshot + frames = fresh fetch, for every event of the catalogue and everybody who sees it (live-path,
 * "Proof"; reliability T2). Screens run on the web's own reducers and keep their first snapshot for the whole file.
 * Seeded faults, each red: a move that delivers no row, a gate that shows its remittances no more, a first frame on a
 * quiet channel that asks for a reload, a channel that does not ask for its permission.
 */
describe('what changes', () => {
  let caseboard: Caseboard;
  let hospital: Hospital;
  let everybody: Everybody;

  beforeAll(async () => {
    caseboard = await startCaseboard();
    hospital = await Hospital.of(caseboard);
    everybody = new Everybody(hospital);
    await everybody.arrive();
  }, 60_000);
  afterAll(async () => {
    everybody.leave();
    await caseboard.close();
  });

  const sql = <R>(text: string) => runSql(caseboard.database.backupUrl, text) as Promise<R[]>;
  const head = async () =>
    (await sql<{ head: string }>('SELECT coalesce(max(seq), 0) AS head FROM events.event'))[0]?.head ?? '0';

  /** `kind on channel` of every row the events of a name delivered since. */
  async function delivered(name: string, since: string): Promise<{ times: number; rows: string[] }> {
    const rows = await sql<{ kind: string | null; channel: string | null }>(
      `SELECT d.kind, split_part(d.channel, ':', 1) AS channel FROM events.event e
       LEFT JOIN events.delivery d ON d.org_id = e.org_id AND d.seq = e.seq AND d.kind <> 'counter'
       WHERE e.seq > ${since} AND e.name = '${name}'`,
    );
    const named = rows.flatMap(({ kind, channel }) => (kind === null ? [] : [`${kind} on ${channel}`]));
    return { times: rows.length, rows: [...new Set(named)].sort() };
  }

  async function touchedSince(since: string): Promise<Set<string>> {
    return new Set(
      (await sql<{ channel: string }>(`SELECT DISTINCT channel FROM events.delivery WHERE seq > ${since}`)).map(
        ({ channel }) => channel,
      ),
    );
  }

  /** Every screen shows what a page opened now would show, without having been loaded anew. */
  async function allConverge(screens: readonly Screen[]): Promise<void> {
    for (const screen of screens) {
      await eventually(
        async () => expect({ [screen.name]: screen.shown() }).toEqual({ [screen.name]: await screen.fresh() }),
        { within: 6000, every: 60 },
      );
      expect([screen.name, screen.loads]).toEqual([screen.name, 1]);
    }
  }

  it('is listed: every event of the catalogue has a case, and only one', () => {
    expect(CASES.map(({ event }) => event.name).sort()).toEqual([...EVENTS.keys()].sort());
  });

  it.each(CASES.map((one) => [one.event.name, one] as const))(
    'by %s is the same on every old screen as on a new one',
    async (name, one) => {
      const scene = await one.scene(hospital);
      await caseboard.settled();
      const own = [
        ...(scene.caseId === undefined ? [] : await everybody.watchCase(scene.caseId)),
        ...(scene.codingId === undefined ? [] : await everybody.watchCoding(scene.codingId)),
        ...(scene.encounterId === undefined ? [] : await everybody.watchEncounter(scene.encounterId)),
        ...(scene.patientId === undefined ? [] : await everybody.watchPatient(scene.patientId)),
        ...(scene.threadId === undefined ? [] : await everybody.watchThread(scene.threadId)),
      ];
      const before = await head();
      await scene.act();
      await eventually(async () => expect((await delivered(name, before)).times).toBeGreaterThan(0), {
        within: 8000,
        every: 50,
      });
      await caseboard.settled();
      expect((await delivered(name, before)).rows).toEqual([...one.delivers].sort());
      const touched = await touchedSince(before);
      await allConverge(
        [...everybody.screens, ...own].filter(({ channel, isClosed }) => touched.has(channel) && !isClosed),
      );
      own.forEach((screen) => screen.close());
    },
    30_000,
  );

  it('in a running import is followed on its own channel to the end', async () => {
    const { biller } = hospital.people;
    const claims = Array.from({ length: 300 }, (_, at) => paid(`J${at}`));
    const { body } = await biller.upload('long.edi', hospital.remittance(claims));
    const screens = await everybody.watchJob(body.id);
    await biller.imported(body.id);
    await caseboard.settled();
    await allConverge(screens);
    screens.forEach((screen) => screen.close());
  }, 30_000);

  it('in the end stands on every screen of everybody, closed ones aside', async () => {
    await allConverge(everybody.screens);
    expect(everybody.screens.filter(({ isClosed }) => isClosed)).toEqual([]);
  }, 30_000);

  const follows: [string, Permission][] = [
    [channels.directory(), 'identity.user.read'],
    [channels.colleagues(), 'identity.colleague.read'],
    [channels.imports(), 'records.import.read'],
    [channels.remittances(), 'billing.remittance.read'],
    [channels.accounts(), 'patient-accounts.account.read'],
    [channels.board('denials'), 'denials.denial.read'],
    [channels.queueCounts(), 'worklist.queue.read'],
    ['queue', 'worklist.item.read'],
    ['case', 'denials.denial.read'],
    ['job', 'records.import.read'],
  ];

  it.each(follows)('on %s is heard by nobody without %s, nor by another organisation', async (channel, permission) => {
    const one = await hospital.aDenial();
    const { body } = await hospital.people.biller.upload('job.edi', hospital.remittance([paid(hospital.fresh('C'))]));
    const named: Record<string, string> = {
      queue: channels.queue(hospital.queues.get('denials') ?? ''),
      case: channels.case('denial', one.id),
      job: channels.job(body.id),
    };
    const name = named[channel] ?? channel;
    for (const login of LOGINS) {
      const reply = await everybody.page(login).subscribe(name);
      expect([login, reply.ok, reply.ok || reply.code]).toEqual([
        login,
        may(login, permission),
        may(login, permission) || 'live/unknown-channel',
      ]);
    }
    if (!named[channel]) return;
    const stranger = await PageConnection.of(await caseboard.as('admin@harbor'));
    expect(await stranger.subscribe(name)).toEqual({ ok: false, code: 'live/unknown-channel' });
    stranger.close();
  });

  it('on one person’s channel is theirs alone, and without a session nothing is', async () => {
    const { ids } = hospital;
    expect(await everybody.page('lead').subscribe(channels.user(ids.biller))).toMatchObject({ ok: false });
    expect(await everybody.page('biller').subscribe(channels.user(ids.biller))).toMatchObject({ ok: true });
    await expect(PageConnection.of(caseboard.stranger())).rejects.toThrow('access/no-session');
  });
});

import type { CodingCase, Page, Problem, SearchHit } from '@caseboard/contracts';
import { Charts, EncounterWork } from '@caseboard/server/records';
import { aChart, aDocument, discharge } from '../test/a-chart.ts';
import { codingStory, VISIT_CODES } from '../test/coding-story.ts';
import { codingCaseRow } from './coding-case.row.ts';

describe('coding cases', () => {
  const story = codingStory();

  it('opens one case and one item of work for a chart without codes, and none for a coded one', async () => {
    const opened = await story.aCase();
    await story.aCase({ isCoded: true });
    expect(opened).toMatchObject({
      number: 'COD-000001',
      state: 'ready',
      encounterNumber: 'ENC-000001',
      class: 'outpatient',
      ownerId: null,
      openQueries: 0,
      codes: [],
      dueOn: '2026-11-26',
      version: 1,
    });
    expect(JSON.stringify(opened)).not.toMatch(/wanda|tester/i);
    expect(await story.itemOf(opened)).toMatchObject({
      queueKey: 'coding',
      number: 'COD-000001',
      state: 'open',
      code: 'Outpatient',
      needs: 'Code the chart',
      dueRule: 'bill hold goal: 4 business days after the visit',
    });
    const { body } = await story.coder.get<Page<CodingCase>>('/coding-cases');
    expect(body.items).toHaveLength(1);
  });

  it('waits for the discharge of a stay and for the first document', async () => {
    const stay = await story.aCase({ class: 'inpatient', endedOn: null });
    const bare = await story.aCase({ documents: 0 });
    expect([stay.state, stay.dueOn, bare.state]).toEqual(['not-ready', null, 'not-ready']);
    expect([(await story.itemOf(stay)).needs, (await story.itemOf(stay)).state]).toEqual([
      'Wait for the discharge',
      'waiting',
    ]);
    expect((await story.itemOf(bare)).needs).toBe('Wait for documents');
    await story.byRule((tx) => discharge(tx, stay.encounterId, '2026-11-24'));
    await story.byRule((tx) => aDocument(tx, bare.encounterId));
    expect(await story.reread(stay)).toMatchObject({ state: 'ready', endedOn: '2026-11-24', dueOn: '2026-11-30' });
    expect((await story.reread(bare)).state).toBe('ready');
    expect(await story.itemOf(stay)).toMatchObject({ state: 'open', needs: 'Code the chart' });
  });

  it('lets only the holder enter codes, and begins the chart with the first', async () => {
    const opened = await story.aCase();
    const untaken = await story.putCodes(story.coder, opened);
    expect([untaken.status, (untaken.body as Problem).code]).toEqual([409, 'work-item/not-yours']);
    await story.take(story.coder, opened);
    const stranger = await story.putCodes(story.other, opened);
    expect([stranger.status, (stranger.body as Problem).code]).toEqual([409, 'work-item/not-yours']);
    const saved = await story.putCodes(story.coder, opened);
    expect(saved.body).toMatchObject({ state: 'in-progress', findings: [] });
    expect((saved.body as CodingCase).codes).toEqual([
      expect.objectContaining({ ordinal: 1, code: 'I10', words: 'High blood pressure, essential', units: 1 }),
      expect.objectContaining({ ordinal: 2, code: '99213', pointers: [1] }),
    ]);
    const stale = await story.putCodes(story.coder, opened);
    expect([stale.status, (stale.body as Problem & { current: CodingCase }).current.id]).toEqual([412, opened.id]);
  });

  it('takes a chart for one of two coders who want it at once', async () => {
    const opened = await story.aCase();
    const both = await Promise.all([story.take(story.coder, opened), story.take(story.other, opened)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const winner = both[0]?.status === 200 ? story.coder : story.other;
    expect((await story.reread(opened)).ownerId).toBe(winner.principal.userId);
  });

  it('refuses codes that the set of the date of service does not have, naming each', async () => {
    const taken = await story.aTakenCase();
    const refused = await story.putCodes(story.coder, taken, [
      { system: 'icd-10-cm', code: 'i10' },
      { system: 'icd-10-cm', code: 'M99.99X' },
      { system: 'cpt', code: '99213', servedOn: '2019-01-01' },
    ]);
    expect(refused.status).toBe(422);
    expect((refused.body as Problem).errors).toEqual([
      { pointer: '/codes/1/code', message: 'M9999X is not in the icd-10-cm set for 2026-11-20.' },
      { pointer: '/codes/2/code', message: '99213 is not in the cpt set for 2019-01-01.' },
    ]);
    expect((await story.reread(taken)).codes).toEqual([]);
  });

  it('puts final codes on record, finishes the work and says so to whoever builds the claim', async () => {
    const final = await story.aFinalCase();
    expect(final).toMatchObject({
      state: 'finalized',
      finalizedBy: `user:${story.coder.principal.userId}`,
      finalizedAt: expect.any(String),
    });
    const [record, work] = await story.app.uow.peek(story.hospital.orgId, async (tx) => [
      await story.app.get(Charts).codesOf(tx, final.encounterId),
      await story.app.get(EncounterWork).of(tx, [final.encounterId]),
    ]);
    expect([record.revision, record.codes.map(({ code }) => code)]).toEqual([1, ['I10', '99213']]);
    expect(work.get(final.encounterId)).toEqual([
      { subjectType: 'coding', subjectId: final.id, number: final.number, state: 'finalized' },
    ]);
    expect((await story.itemOf(final)).state).toBe('done');
    const [event] = await story.app.sql<{ data: object }>(
      `SELECT data FROM events.event WHERE org_id = '${story.hospital.orgId}' AND name = 'coding.encounter-finalized'`,
    );
    expect(event?.data).toEqual({ caseId: final.id, encounterId: final.encounterId, revision: 1 });
  });

  it('keeps a chart from being final while a check fails, and says what', async () => {
    const taken = await story.aTakenCase({ class: 'inpatient' });
    const saved = await story.putCodes(story.coder, taken, [{ system: 'icd-10-cm', code: 'J189' }]);
    const refused = await story.finalize(story.coder, saved.body as CodingCase);
    expect([refused.status, (refused.body as Problem).code]).toEqual([409, 'coding/not-final']);
    expect((refused.body as Problem).errors?.map(({ message }) => message)).toEqual(['J189 has no POA.']);
    expect((await story.reread(taken)).barriers).toEqual(['J189 has no POA.']);
    const mended = await story.putCodes(story.coder, saved.body as CodingCase, [
      { system: 'icd-10-cm', code: 'J18.9', poa: 'Y' },
    ]);
    expect((await story.finalize(story.coder, mended.body as CodingCase)).status).toBe(200);
  });

  it('puts a chart aside until what it waits for came', async () => {
    const taken = await story.aTakenCase();
    const pended = await story.coder.post(`/coding-cases/${taken.id}/pends`, { reason: 'Pathology report' });
    expect(pended.body).toMatchObject({ state: 'pended', pends: [{ reason: 'Pathology report', clearedAt: null }] });
    expect(await story.itemOf(taken)).toMatchObject({ state: 'waiting', needs: 'Waiting: Pathology report' });
    const saved = await story.putCodes(story.coder, pended.body as CodingCase);
    const refused = await story.finalize(story.coder, saved.body as CodingCase);
    expect((refused.body as Problem).errors?.map(({ message }) => message)).toEqual(['Pended: Pathology report']);
    const [pend] = (pended.body as CodingCase).pends;
    const notTheirs = await story.other.delete(`/coding-cases/${taken.id}/pends/${pend?.id}`);
    expect(notTheirs.status).toBe(409);
    const cleared = await story.coder.delete(`/coding-cases/${taken.id}/pends/${pend?.id}`);
    expect(cleared.body).toMatchObject({ state: 'in-progress', pends: [{ clearedAt: expect.any(String) }] });
    expect((await story.finalize(story.coder, cleared.body as CodingCase)).status).toBe(200);
  });

  it('reopens a final chart for a reason, by a lead, and lets its coder finish it again', async () => {
    const final = await story.aFinalCase();
    const closed = await story.putCodes(story.coder, final);
    expect([closed.status, (closed.body as Problem).code]).toEqual([409, 'coding/illegal-move']);
    const again = await story.finalize(story.coder, final);
    expect([again.status, (again.body as Problem).code]).toEqual([409, 'coding/illegal-move']);
    const reopened = await story.lead.post(
      `/coding-cases/${final.id}/reopening`,
      { reason: 'late-document', note: 'pathology' },
      final.version,
    );
    expect(reopened.body).toMatchObject({ state: 'reopened', finalizedBy: null });
    expect(await story.itemOf(final)).toMatchObject({ state: 'open', needs: 'Code the chart again' });
    const twice = await story.lead.post(
      `/coding-cases/${final.id}/reopening`,
      { reason: 'audit' },
      (reopened.body as CodingCase).version,
    );
    expect([twice.status, (twice.body as Problem).code]).toEqual([409, 'coding/illegal-move']);
    const done = await story.finalize(story.coder, reopened.body as CodingCase);
    expect(done.body).toMatchObject({ state: 'finalized' });
    expect((await story.reread(final)).timeline.map(({ text }) => text)).toEqual([
      'The chart came in without codes; it is ready',
      'Taken by coder',
      'Coding began',
      'Saved 2 codes',
      'The chart is coded',
      'The chart is final',
      'Reopened for a late document: pathology',
      'Coding began',
      'The chart is coded',
      'The chart is final',
    ]);
  });

  it('lists by state, owner, number and ids, and finds by number', async () => {
    const first = await story.aTakenCase();
    const second = await story.aCase();
    const idsOf = async (query: string) =>
      (await story.coder.get<Page<CodingCase>>(`/coding-cases?${query}`)).body.items.map(({ id }) => id).sort();
    expect(await idsOf('owner=me')).toEqual([first.id]);
    expect(await idsOf('owner=none')).toEqual([second.id]);
    expect(await idsOf('state=ready')).toEqual([first.id, second.id].sort());
    expect(await idsOf('state=billed')).toEqual([]);
    expect(await idsOf('text=cod-000002')).toEqual([second.id]);
    expect(await idsOf('text=1')).toEqual([first.id]);
    expect(await idsOf('text=tester')).toEqual([]);
    expect(await idsOf(`ids=${second.id}`)).toEqual([second.id]);
    const { body } = await story.coder.get<{ items: SearchHit[] }>('/search?text=enc-000002');
    expect(body.items.filter(({ kind }) => kind === 'coding')).toEqual([
      expect.objectContaining({ id: second.id, number: 'COD-000002', href: `/coding/${second.id}` }),
    ]);
  });

  it('pages without a gap or a repeat', async () => {
    await story.byRule(async (tx) => {
      for (let at = 0; at < 7; at += 1) await aChart(tx);
    });
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await story.coder.get<Page<CodingCase>>(`/coding-cases?limit=3${cursor}`);
      seen.push(...body.items.map(({ id }) => id));
      cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`;
    } while (cursor);
    expect([seen.length, new Set(seen).size]).toEqual([7, 7]);
  });

  it('sends screens the very case the list shows', async () => {
    const taken = await story.aTakenCase();
    await story.putCodes(story.coder, taken, VISIT_CODES);
    const listed = await story.caseOf(taken.encounterId);
    const sent = await story.app.uow.peek(story.hospital.orgId, (tx) =>
      codingCaseRow.project(tx, [taken.id], 'coding'),
    );
    expect([...sent]).toEqual([[taken.id, listed]]);
  });
});

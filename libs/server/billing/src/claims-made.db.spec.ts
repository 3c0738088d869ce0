import { cpt, dx } from '../test/a-chart.ts';
import { MadeHere, USUAL_CODES } from '../test/made-here.ts';

describe('claims made here', () => {
  const here = new MadeHere();
  beforeAll(() => here.open());
  afterAll(() => here.app.close());

  const editOf = async (claimId: string) => (await here.edits()).find(({ subject_id }) => subject_id === claimId);
  const eventsOf = async (claimId: string) =>
    (await here.app.sql<{ name: string }>(`SELECT name FROM events.event WHERE id = '${claimId}' ORDER BY seq`)).map(
      ({ name }) => name.split('.')[1],
    );

  it('makes a ready professional claim of an outpatient visit at the price of the day', async () => {
    const claim = await here.aReadyClaim({}, [...USUAL_CODES, cpt(4, '99213', { units: 2 })]);
    expect(claim).toMatchObject({
      kind: 'professional',
      state: 'ready',
      origin: 'here',
      chargeCents: 37_650,
      payerName: 'NORTHLAKE HMO',
      sentAt: null,
      controlNumber: expect.stringMatching(/^CB\d{8}$/),
    });
    const { lines, diagnoses, barriers, timeline } = await here.opened(claim.id);
    expect(
      lines.map(({ procedure, modifiers, units, chargeCents }) => [procedure, modifiers, units, chargeCents]),
    ).toEqual([
      ['99213', ['25'], 1, 12_550],
      ['99213', [], 2, 25_100],
    ]);
    expect(diagnoses.map(({ role, code }) => [role, code])).toEqual([
      ['principal', 'E11.9'],
      ['other', 'I10'],
    ]);
    expect(barriers).toEqual([]);
    expect(timeline.map(({ kind, text }) => [kind, text])).toEqual([
      ['made', 'Made from the final codes; ready to send'],
    ]);
    expect(await editOf(claim.id)).toBeUndefined();
    expect(await eventsOf(claim.id)).toEqual(['claim-made']);
  });

  it('bills a stay as the hospital: days in the house, POA, attending', async () => {
    const claim = await here.aReadyClaim({ class: 'inpatient', startedOn: '2026-02-02', endedOn: '2026-02-05' }, [
      dx(1, 'J18.9', 'Y'),
    ]);
    expect(claim).toMatchObject({ kind: 'institutional', state: 'ready', chargeCents: 600_000 });
    expect((await here.opened(claim.id)).diagnoses).toMatchObject([{ code: 'J18.9', presentOnAdmission: 'Y' }]);
  });

  it('keeps a draft with its barriers as work, and is done once the price comes', async () => {
    const encounterId = await here.visit({ memberId: null });
    await here.finalize(encounterId, [dx(1, 'I10'), cpt(2, '20610')]);
    const draft = await here.claimOf(encounterId);
    expect(draft.state).toBe('draft');
    expect((await here.opened(draft.id)).barriers).toEqual([
      'The coverage has no member id',
      'No price for 20610 on 2026-02-02',
    ]);
    expect(await editOf(draft.id)).toMatchObject({
      number: draft.number,
      state: 'open',
      needs: 'The coverage has no member id',
    });

    const admin = await here.person('Ada', ['admin']);
    await here.add(admin, { code: '20610', cents: 8_500, effectiveFrom: '2026-02-01' });
    expect((await here.opened(draft.id)).barriers).toEqual(['The coverage has no member id']);
    await here.act((tx) =>
      tx.execute("UPDATE records.coverage SET member_id = 'M7' WHERE org_id = $1 AND member_id IS NULL", [tx.orgId]),
    );
    await here.encounterCame(encounterId);
    expect(await here.opened(draft.id)).toMatchObject({ state: 'ready', barriers: [], chargeCents: 8_500 });
    expect(await editOf(draft.id)).toMatchObject({ state: 'done' });
    expect(await eventsOf(draft.id)).toEqual(['claim-made', 'claim-changed', 'claim-changed']);
  });

  it('names a visit without any coverage', async () => {
    const encounterId = await here.visit({ payer: null, attendingNpi: null });
    await here.finalize(encounterId);
    const draft = await here.claimOf(encounterId);
    expect(draft).toMatchObject({ state: 'draft', payerId: null, payerName: '' });
    expect((await here.opened(draft.id)).barriers).toEqual([
      'No payer: the visit has no coverage',
      'No rendering clinician with an NPI',
    ]);
  });

  it('builds the claim again from codes that are finalized again before it leaves, once a revision', async () => {
    const claim = await here.aReadyClaim();
    await here.finalize(claim.encounterId as string, [dx(1, 'I10'), cpt(2, '99213', { units: 3 })]);
    const again = await here.opened(claim.id);
    expect(again).toMatchObject({
      state: 'ready',
      chargeCents: 37_650,
      number: claim.number,
      controlNumber: claim.controlNumber,
    });
    expect(again.lines).toHaveLength(1);
    expect(again.timeline.map(({ kind }) => kind)).toEqual(['made', 'built-again']);
  });

  it('leaves a sent claim alone when its codes change, and asks a person to decide', async () => {
    const claim = await here.aReadyClaim();
    await here.send([claim.id]);
    await here.finalize(claim.encounterId as string, [dx(1, 'I10'), cpt(2, '99213', { units: 3 })]);
    const sent = await here.opened(claim.id);
    expect(sent).toMatchObject({ state: 'sent', chargeCents: 12_550 });
    expect(sent.lines).toHaveLength(1);
    expect(sent.timeline.map(({ kind }) => kind)).toEqual(['made', 'sent', 'changed-after-sent']);
    expect(await editOf(claim.id)).toMatchObject({
      state: 'open',
      needs: 'Decide: replacement (7), void (8), no change',
    });
  });
});

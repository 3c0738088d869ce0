import type { Denial, DenialCase, DenialCaseDetail, Page, PayerRule } from '@caseboard/contracts';
import { PayerRules } from '@caseboard/server/records';
import { asking } from '@caseboard/testing';
import { aClaim, anEra } from '../test/a-decision.ts';
import { denialStory, denied } from '../test/denial-story.ts';
import { denialCaseRow } from './denial-case.row.ts';
import { DenialDeadlines } from './denial-deadlines.ts';

describe('denial cases', () => {
  const story = denialStory();

  it('opens one case for what a remittance denies of a claim, with a headline, a next act and work', async () => {
    await story.app.bring(
      story.hospital,
      anEra('T', [
        {
          number: 'A1',
          lines: [
            {
              chargeCents: 20_000,
              adjustments: [
                ['CO', '45', 5_000],
                ['PR', '3', 2_000],
              ],
            },
            { chargeCents: 30_000, adjustments: [['CO', '16', 30_000]], remarks: ['M76'] },
            { chargeCents: 80_000, adjustments: [['CO', '50', 80_000]], remarks: ['N115'] },
          ],
        },
      ]),
    );
    const card = (await story.biller.cases()).get('A1') as DenialCase;
    expect(card).toMatchObject({
      number: 'DEN-000001',
      stage: 'new',
      category: 'medical-necessity',
      group: 'CO',
      carc: '50',
      carcWords: 'Not medically necessary',
      denialCount: 2,
      amountCents: 110_000,
      claimId: null,
      payerName: 'NORTHLAKE HMO',
      deniedOn: '2026-11-20',
      dueOn: null,
      dueRule: 'no rule on file',
      ownerId: null,
    });
    expect(card.rarcs.map(({ code }) => code)).toEqual(['N115']);
    expect(JSON.stringify(card)).not.toMatch(/wanda|tester/i);
    const { body: item } = await story.biller.get<Record<string, unknown>>(`/work-items/${card.workItemId}`);
    expect(item).toMatchObject({
      number: card.number,
      queueKey: 'denials',
      code: 'CO-50 N115',
      needs: 'Check the local coverage rule, appeal',
    });
    expect(await story.totals()).toEqual({ 'stage:new': [1, 110_000] });
  });

  it('makes no case of contractual and patient adjustments', async () => {
    const job = await story.app.bring(
      story.hospital,
      anEra('T', [
        {
          number: 'A1',
          lines: [
            {
              chargeCents: 20_000,
              adjustments: [
                ['CO', '45', 5_000],
                ['PR', '1', 2_000],
              ],
            },
          ],
        },
      ]),
    );
    expect(job.state).toBe('done');
    expect((await story.biller.cases()).size).toBe(0);
  });

  it('shows the patient by name, the denials and the story only to whoever opens the case', async () => {
    const card = await story.aCase();
    await story.biller.put(`/work-items/${card.workItemId}/owner`, card.workItemVersion, {
      userId: story.biller.principal.userId,
    });
    await story.move(story.biller, card, 'triaged');
    const { body } = await story.biller.get<DenialCaseDetail>(`/denial-cases/${card.id}`);
    expect(body).toMatchObject({ patientName: 'WANDA TESTER', controlNumber: 'A1', stage: 'triaged' });
    expect(body.denials).toEqual([
      expect.objectContaining({ group: 'CO', carc: '197', amountCents: 80_000, lineNumber: 1, procedure: '99210' }),
    ]);
    expect(body.timeline.map(({ text }) => text)).toEqual([
      'The payer denied one item of the claim',
      'Taken by biller',
      'Moved from New to Triaged',
    ]);
    expect(body.moves.find(({ stage }) => stage === 'submitted')).toEqual({
      stage: 'submitted',
      isAllowed: false,
      because: 'decide first',
    });
  });

  it('lists denials with their case, and moves the case by a denial’s id', async () => {
    const card = await story.aCase();
    const { body } = await story.biller.get<Page<Denial>>('/denials');
    expect(body.items).toEqual([
      expect.objectContaining({
        caseId: card.id,
        caseNumber: card.number,
        rarcs: ['N54'],
        stage: 'new',
        version: card.version,
      }),
    ]);
    const id = body.items[0]?.id ?? '';
    const moved = await story.move(story.biller, { id, version: card.version }, 'triaged');
    expect([moved.status, moved.body.id, moved.body.stage]).toEqual([200, card.id, 'triaged']);
    const { body: one } = await story.biller.get<Denial>(`/denials/${id}`);
    expect([one.stage, one.version]).toEqual(['triaged', moved.body.version]);
  });

  it('shows an owner on the card when somebody takes the work item', async () => {
    const card = await story.aCase();
    const next = await story.lead.post('/queues/denials/next');
    expect(next.body).toMatchObject({ id: card.workItemId, because: expect.stringContaining('Denials') });
    const { body } = await story.biller.get<DenialCase>(`/denial-cases/${card.id}`);
    expect(body).toMatchObject({
      ownerId: story.lead.principal.userId,
      workItemVersion: card.workItemVersion + 1,
      version: card.version,
    });
    expect(
      (await story.deliveriesOf('worklist.item-taken')).map(
        ({ channel, kind }) => `${kind} ${channel.split(':', 2).join(':')}`,
      ),
    ).toEqual(expect.arrayContaining(['denial-case board:denials', 'denial-case case:denial']));
    const mine = await story.lead.get<Page<DenialCase>>('/denial-cases?owner=me');
    const free = await story.lead.get<Page<DenialCase>>('/denial-cases?owner=none');
    expect([mine.body.items.length, free.body.items.length]).toEqual([1, 0]);
  });

  it('closes the case by rule when the payer takes its decision back', async () => {
    await story.app.bring(story.hospital, aClaim('A1', [80_000]));
    await story.app.bring(story.hospital, anEra('T1', [denied('A1')]));
    const [card] = (await story.biller.get<Page<DenialCase>>('/denial-cases')).body.items;
    await story.app.bring(
      story.hospital,
      anEra('T2', [
        { number: 'A1', status: '22', lines: [{ chargeCents: -80_000, adjustments: [['CO', '197', -80_000]] }] },
        { number: 'A1', lines: [{ chargeCents: 80_000, adjustments: [['CO', '45', 10_000]] }] },
      ]),
    );
    const { body } = await story.biller.get<DenialCaseDetail>(`/denial-cases/${card?.id}`);
    expect(body).toMatchObject({ stage: 'closed', movedBy: 'rule:denials.open-cases' });
    expect(body.timeline.at(-1)?.text).toBe('The payer took its decision back; closed by rule');
    expect((await story.deliveriesOf('denials.case-reversed')).length).toBeGreaterThan(0);
    expect(await story.totals()).toEqual({ 'stage:closed': [1, 80_000] });
  });

  it('links a case to the claim that comes in later', async () => {
    const card = await story.aCase('A7');
    expect(card.claimId).toBeNull();
    await story.app.bring(story.hospital, aClaim('A7', [80_000]));
    const { body } = await story.biller.get<DenialCaseDetail>(`/denial-cases/${card.id}`);
    expect(body).toMatchObject({
      claimId: expect.any(String),
      claimNumber: 'CLM-000001',
      controlNumber: 'A7',
      version: card.version + 1,
    });
    expect(body.timeline.at(-1)).toMatchObject({ kind: 'linked', evidence: 'CLM-000001' });
  });

  it('counts deadlines by the payer’s rule, and again when the rule changes', async () => {
    const admin = await story.app.person(story.hospital, ['admin']);
    const card = await story.aCase('A1');
    const rules = story.app.get(PayerRules);
    const rule: PayerRule = await rules.add(asking(admin.principal), card.payerId, {
      kind: 'appeal',
      days: 60,
      counts: 'calendar',
      effectiveFrom: '2026-01-01',
      source: 'contract 4.2',
    });
    const settle = async () => {
      await story.app.react(story.hospital.orgId);
      await story.app.get(DenialDeadlines).recount(story.hospital.orgId);
      return (await story.biller.get<DenialCase>(`/denial-cases/${card.id}`)).body;
    };
    expect(await settle()).toMatchObject({
      dueOn: '2027-01-19',
      dueRule: 'appeal within 60 calendar days (contract 4.2)',
    });
    const later = await story.aCase('A2');
    expect(later.dueOn).toBe('2027-01-19');
    await rules.change(asking(admin.principal, rule.version), rule.id, { days: 90 });
    const counted = await settle();
    expect(counted.dueOn).toBe('2027-02-18');
    const { body: item } = await story.biller.get<{ dueOn: string }>(`/work-items/${counted.workItemId}`);
    expect(item.dueOn).toBe('2027-02-18');
    expect(
      (await story.deliveriesOf('denials.deadline-moved')).some(({ channel }) => channel === 'board:denials'),
    ).toBe(true);
  });

  it('sends screens the very card the list shows', async () => {
    const card = await story.aCase();
    await story.lead.post('/queues/denials/next');
    await story.move(story.lead, card, 'waiting');
    const listed = (await story.biller.cases()).get('A1');
    const sent = await story.app.uow.peek(story.hospital.orgId, (tx) =>
      denialCaseRow.project(tx, [card.id], 'denials'),
    );
    expect([...sent]).toEqual([[card.id, listed]]);
  });

  it('pages a column without a gap or a repeat', async () => {
    await story.app.bring(
      story.hospital,
      anEra(
        'T',
        Array.from({ length: 11 }, (_, n) => denied(`P${n}`, 1_000 + (n % 3) * 600_000)),
      ),
    );
    const seen: DenialCase[] = [];
    let cursor = '';
    do {
      const { body } = await story.biller.get<Page<DenialCase>>(`/denial-cases?stage=new&limit=4${cursor}`);
      seen.push(...body.items);
      cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`;
    } while (cursor);
    expect([seen.length, new Set(seen.map(({ id }) => id)).size]).toEqual([11, 11]);
    expect(seen.map(({ priority }) => priority)).toEqual(seen.map(({ priority }) => priority).sort((a, b) => b - a));
  });
});

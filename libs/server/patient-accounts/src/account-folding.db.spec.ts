import { PatientsMerged, PatientsUnmerged } from '@caseboard/contracts';
import { v7 as uuidv7 } from 'uuid';
import { accountStory } from '../test/account-story.ts';

describe('accounts of merged records', () => {
  const story = accountStory();

  /** Two records of one person, each with a visit of 30.00 and 20.00 to pay. */
  async function twoRecords() {
    await story.claims(
      { number: 'W1', chargeCents: 20_000 },
      { number: 'V1', chargeCents: 20_000, firstName: 'VANDA' },
    );
    await story.decisions(
      { number: 'W1', chargeCents: 20_000, adjustments: [['PR', '1', 3_000]] },
      { number: 'V1', chargeCents: 20_000, adjustments: [['PR', '1', 2_000]] },
    );
    const [wanda, vanda] = await story.rep.accounts();
    return { wanda: wanda as NonNullable<typeof wanda>, vanda: vanda as NonNullable<typeof vanda> };
  }

  async function tell(event: typeof PatientsMerged | typeof PatientsUnmerged, fromId: string, intoId: string) {
    const { orgId } = story.hospital;
    await story.app.uow.actAs(orgId, 'rule:test', { action: 'test', kind: 'merge' }, async (tx) =>
      tx.append(event, { id: fromId, data: { mergeId: uuidv7(), fromId, intoId } }),
    );
    await story.app.react(orgId);
  }

  it('become one that owes both visits and has both payments, and part again to the cent', async () => {
    const { wanda, vanda } = await twoRecords();
    await story.pay(vanda.id, 2_500);
    await story.pay(wanda.id, 1_000);
    await tell(PatientsMerged, vanda.patientId, wanda.patientId);
    expect(await story.rep.accounts()).toEqual([
      expect.objectContaining({ id: wanda.id, balanceCents: 1_500, creditCents: 0 }),
    ]);
    const joined = await story.rep.theAccount();
    expect([joined.visits.length, joined.payments.length]).toEqual([2, 2]);
    expect((await story.rep.get<{ id: string }>(`/patient-accounts/${vanda.id}`)).body.id).toBe(wanda.id);
    expect((await story.rep.get<{ items: unknown[] }>('/work-items?queue=credits')).body.items).toEqual([]);
    await tell(PatientsUnmerged, vanda.patientId, wanda.patientId);
    expect(await story.rep.accounts()).toEqual([
      expect.objectContaining({ id: wanda.id, balanceCents: 2_000, creditCents: 0 }),
      expect.objectContaining({ id: vanda.id, balanceCents: 0, creditCents: 500, state: 'refund-due' }),
    ]);
  });

  it('hand the account over to a record that had none', async () => {
    await story.claims(
      { number: 'W1', chargeCents: 20_000 },
      { number: 'V1', chargeCents: 20_000, firstName: 'VANDA' },
    );
    await story.decisions({ number: 'V1', chargeCents: 20_000, adjustments: [['PR', '1', 2_000]] });
    const [vanda] = await story.rep.accounts();
    const [other] = await story.app.sql<{ id: string }>(
      `SELECT id FROM records.patient WHERE org_id = '${story.hospital.orgId}' AND first_name = 'WANDA'`,
    );
    await tell(PatientsMerged, vanda?.patientId ?? '', other?.id ?? '');
    expect(await story.rep.accounts()).toEqual([
      expect.objectContaining({ patientId: other?.id, patientName: 'WANDA TESTER', balanceCents: 2_000 }),
    ]);
    await tell(PatientsUnmerged, vanda?.patientId ?? '', other?.id ?? '');
    const accounts = await story.rep.accounts();
    expect(accounts.map(({ patientName, balanceCents }) => [patientName, balanceCents])).toEqual([
      ['VANDA TESTER', 2_000],
      ['WANDA TESTER', 0],
    ]);
  });
});

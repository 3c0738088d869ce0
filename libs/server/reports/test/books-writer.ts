import type { UnitOfWork } from '@caseboard/server/kernel';
import { v7 as uuidv7 } from 'uuid';
import { insertSql } from './insert-sql.ts';

const ACT = { action: 'test.prepare', kind: 'books' };
const DAY_MS = 86_400_000;

/** Moves of one batch of the ledger; they add up to zero. */
export type Batch = readonly (readonly [account: string, cents: number])[];

/** Writes claims, decisions, cases, items and questions as their modules would, with dates of one's choosing. */
export class BooksWriter {
  private serial = 0;
  private payers = new Map<string, string>();
  private queues = new Map<string, string>();

  constructor(
    private readonly uow: UnitOfWork,
    private readonly orgId: string,
  ) {}

  private insert(table: string, values: Record<string, unknown>): Promise<unknown> {
    const { sql, parameters } = insertSql(table, { org_id: this.orgId, ...values });
    return this.uow.actAs(this.orgId, 'rule:test', ACT, (tx) => tx.execute(sql, parameters));
  }

  private next(prefix: string): string {
    this.serial += 1;
    return `${prefix}-${String(this.serial).padStart(6, '0')}`;
  }

  async payer(name: string): Promise<string> {
    const known = this.payers.get(name);
    if (known) return known;
    const id = uuidv7();
    await this.insert('records.payer', { id, name, name_key: name.toLowerCase(), payer_code: name.slice(0, 5) });
    this.payers.set(name, id);
    return id;
  }

  /** A claim sent at a moment (null: not yet), with what sending it booked. */
  async claim(of: { payer?: string; sentAt: string | null; cents: number; facilityId?: string }): Promise<string> {
    const [id, patientId] = [uuidv7(), uuidv7()];
    await this.insert('records.patient', { id: patientId, last_name: 'Tester', first_name: 'W', name_key: 'tester|w' });
    await this.insert('billing.claim', {
      ...{ id, number: this.next('CLM'), control_number: id, kind: 'professional', content_hash: id, frequency: '1' },
      ...{ payer_sequence: 'P', payer_id: await this.payer(of.payer ?? 'Northlake HMO'), patient_id: patientId },
      ...{ facility_id: of.facilityId ?? null, charge_cents: of.cents, sent_at: of.sentAt },
    });
    if (of.sentAt !== null)
      await this.book({ claim_id: id, reason: 'claim-sent' }, [
        ['insurance-receivable', of.cents],
        ['revenue', -of.cents],
      ]);
    return id;
  }

  /** A payer's decision on a claim and what it booked. */
  async decision(of: {
    claimId: string | null;
    payer?: string;
    decidedOn: string;
    books?: Batch;
    denials?: number;
    facilityId?: string;
    status?: string;
    reversedById?: string;
  }): Promise<string> {
    const [id, remittanceId] = [uuidv7(), uuidv7()];
    const payerId = await this.payer(of.payer ?? 'Northlake HMO');
    await this.importJob(remittanceId);
    await this.insert('billing.remittance', {
      ...{
        id: remittanceId,
        number: this.next('REM'),
        state: 'posted',
        import_id: remittanceId,
        transaction_ordinal: 1,
      },
      ...{ fingerprint: remittanceId, payer_id: payerId, payee_name: 'L', payee_id: '1', trace: remittanceId },
      ...{ paid_cents: 0, paid_on: of.decidedOn, claims: 1, opened_at: of.decidedOn },
    });
    await this.insert('billing.remittance_claim', {
      ...{ id, remittance_id: remittanceId, ordinal: 1, payer_id: payerId, claim_id: of.claimId, control_number: id },
      ...{ status: of.status ?? '1', is_reversal: of.status === '22', reversed_by_id: of.reversedById ?? null },
      ...{ patient_last_name: 'T', patient_first_name: 'W', charge_cents: 0, paid_cents: 0, patient_cents: 0 },
      ...{ denied_cents: 0, denials: of.denials ?? 0, posted_at: of.decidedOn, facility_id: of.facilityId ?? null },
    });
    if (of.books) await this.book({ remittance_claim_id: id, reason: 'decision-posted' }, of.books);
    return id;
  }

  private async importJob(id: string): Promise<void> {
    await this.insert('kernel.file', { id, name: 'f', bytes: 1, sha256: id });
    await this.insert('records.import_job', {
      ...{ id, file_id: id, file_name: 'f', encoding: 'plain', sha256: id, bytes: 1, kind: '835', state: 'done' },
      ...{ progress_text: '', created_at: '2026-01-01' },
    });
  }

  private async book(of: Record<string, string>, batch: Batch): Promise<void> {
    const [batchId, { reason, ...source }] = [uuidv7(), of];
    const [column, id] = Object.entries(source)[0] as [string, string];
    await this.uow.actAs(this.orgId, 'rule:test', ACT, (tx) =>
      tx.execute(
        `INSERT INTO billing.ledger_entry (org_id, batch_id, ordinal, account, debit_cents, credit_cents, reason, ${column}, posted_at)
         SELECT $1, $2, row_number() OVER (), m.account, greatest(m.cents, 0), greatest(-m.cents, 0), $3, $4, now()
         FROM unnest($5::text[], $6::bigint[]) AS m(account, cents)`,
        [this.orgId, batchId, reason, id, batch.map(([account]) => account), batch.map(([, cents]) => cents)],
      ),
    );
  }

  /** A denial case of a decision with its denials, and its work item; the case's id is the item's subject. */
  async denialCase(of: {
    decisionId: string;
    deniedOn: string;
    denials: readonly (readonly [carc: string, cents: number])[];
    payer?: string;
    stage?: string;
    ownerId?: string;
    facilityId?: string;
  }): Promise<{ caseId: string; itemId: string; number: string }> {
    const [caseId, number] = [uuidv7(), this.next('DEN')];
    const cents = of.denials.reduce((sum, [, amount]) => sum + amount, 0);
    const itemId = await this.item({
      ...of,
      number,
      cents,
      queue: 'denials',
      subjectType: 'denial',
      subjectId: caseId,
    });
    await this.insert('denials.denial_case', {
      ...{ id: caseId, number, remittance_claim_id: of.decisionId, remittance_id: of.decisionId, item_id: itemId },
      ...{ remittance_number: 'REM', claim_number: 'CLM', payer_id: await this.payer(of.payer ?? 'Northlake HMO') },
      ...{ payer_name: of.payer ?? 'Northlake HMO', patient: 'WT', stage: of.stage ?? 'new', category: 'other' },
      ...{
        group_code: 'CO',
        carc: of.denials[0]?.[0],
        rarcs: [],
        denial_count: of.denials.length,
        amount_cents: cents,
      },
      ...{ denied_on: of.deniedOn, due_kind: 'appeal', item_version: 1, owner_id: of.ownerId ?? null, priority: 1 },
      facility_id: of.facilityId ?? null,
    });
    for (const [carc, amount] of of.denials)
      await this.insert('denials.denial', {
        ...{
          id: uuidv7(),
          case_id: caseId,
          group_code: 'CO',
          carc,
          rarcs: [],
          amount_cents: amount,
          category: 'other',
        },
      });
    return { caseId, itemId, number };
  }

  /** A work item as it stands. */
  async item(of: {
    cents: number;
    number?: string;
    queue?: string;
    subjectType?: string;
    subjectId?: string;
    state?: string;
    ownerId?: string;
    facilityId?: string;
  }): Promise<string> {
    const id = uuidv7();
    const queue = of.queue ?? 'denials';
    await this.insert('worklist.work_item', {
      ...{ id, queue_id: await this.queue(queue), subject_type: of.subjectType ?? 'test', state: of.state ?? 'open' },
      ...{ subject_id: of.subjectId ?? uuidv7(), number: of.number ?? this.next('ITM'), owner_id: of.ownerId ?? null },
      ...{ priority: 1, priority_parts: '[]', code: 'CO-197', needs: 'Appeal', patient: 'WT', payer: 'P' },
      ...{ amount_cents: of.cents, opened_at: '2026-11-01', facility_id: of.facilityId ?? null },
    });
    return id;
  }

  private async queue(key: string): Promise<string> {
    const id = this.queues.get(key) ?? uuidv7();
    if (!this.queues.has(key)) await this.insert('worklist.queue', { id, key, name: key });
    this.queues.set(key, id);
    return id;
  }

  /** Something that happened to an item. */
  move(of: { itemId: string; at: string; actor: string; act: string }): Promise<unknown> {
    this.serial += 1;
    const { itemId: item_id, ...rest } = of;
    return this.insert('worklist.item_move', { item_id, version: this.serial, ...rest });
  }

  /** A step of a denial case. */
  step(of: { caseId: string; at: string; actor: string; to: string }): Promise<unknown> {
    this.serial += 1;
    const { caseId: case_id, to: to_stage, ...rest } = of;
    return this.insert('denials.case_move', { case_id, version: this.serial, act: 'moved', to_stage, ...rest });
  }

  /** A follow-up whose payer promised an answer for a day. */
  async promise(of: { ownerId: string; promisedOn: string; cents: number }): Promise<string> {
    const claimId = await this.claim({ sentAt: '2026-10-01', cents: of.cents });
    const [id, number] = [uuidv7(), this.next('FUP')];
    const { ownerId, cents } = of;
    const itemId = await this.item({
      ...{ ownerId, cents, number, state: 'waiting', queue: 'follow-up', subjectType: 'follow-up', subjectId: id },
    });
    await this.insert('billing.follow_up_case', {
      ...{ id, number, stage: 'promised', claim_id: claimId, claim_number: 'CLM', control_number: 'C', patient: 'WT' },
      ...{ payer_id: await this.payer('Northlake HMO'), payer_name: 'Northlake HMO', amount_cents: cents },
      ...{ silent_since: '2026-10-01', promised_on: of.promisedOn, item_id: itemId, item_version: 1 },
      ...{ owner_id: ownerId, priority: 1 },
    });
    return id;
  }

  /** A question put to a physician. */
  async query(of: {
    askedById: string;
    recipientId: string;
    hoursAgo: number;
    now: Date;
    state?: string;
    isAnswered?: boolean;
    dueAt?: string;
    facilityId?: string;
  }): Promise<string> {
    const id = uuidv7();
    const askedAt = new Date(of.now.getTime() - (of.hoursAgo / 24) * DAY_MS);
    await this.insert('threads.thread', {
      ...{ id, number: this.next('QRY'), kind: 'query', state: of.state ?? 'sent', subject_type: 'coding' },
      ...{ subject_id: uuidv7(), subject_number: 'CHT-000001', patient: 'WT', title: 'T', body: 'B' },
      ...{ asked_by: of.askedById, recipient_id: of.recipientId, asked_at: askedAt, active_at: askedAt },
      ...{ answer: of.isAnswered ? '{}' : null, due_at: of.dueAt ?? null, facility_id: of.facilityId ?? null },
    });
    return id;
  }
}

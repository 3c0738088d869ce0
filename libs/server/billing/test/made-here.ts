import { EncounterFinalized, EncounterImported } from '@caseboard/contracts';
import type { Claim, ClaimSummary, EncounterCode, Page, Role, WorkItem } from '@caseboard/contracts';
import { ReactionRunner } from '@caseboard/server/kernel';
import type { Principal, Tx } from '@caseboard/server/kernel';
import { Charts, Payers } from '@caseboard/server/records';
import { asking } from '@caseboard/testing';
import type { FixedClock } from '@caseboard/testing';
import { ClaimSender } from '../src/claim-sender.service.ts';
import { Claims } from '../src/claims.service.ts';
import { ClaimsMadeReactions } from '../src/claims-made.reactions.ts';
import { Fees } from '../src/fees.service.ts';
import { aVisitOnRecord, cpt, dx } from './a-chart.ts';
import type { ChartFacts } from './a-chart.ts';
import { billingApp } from './billing-app.ts';
import type { BillingApp } from './billing-app.ts';

const ACT = { action: 'test.prepare', kind: 'claim' };
export const USUAL_CODES = [dx(1, 'E11.9'), dx(2, 'I10'), cpt(3, '99213', { modifiers: ['25'], pointers: [1, 2] })];

/** A hospital that makes its own claims. */
export class MadeHere {
  app!: BillingApp;
  biller!: Principal;
  facilityId = '';
  payerId = '';
  ask!: Awaited<ReturnType<BillingApp['person']>>;

  async open(clock?: FixedClock): Promise<void> {
    this.app = await billingApp(clock);
    this.biller = await this.app.lakeside.person('Bea Biller', ['biller']);
    this.ask = await this.app.person(['biller']);
    this.facilityId = await this.aFacility('Lakeside Clinic', '1234567893');
    this.payerId = (
      await this.act((tx) => this.app.get(Payers).findOrAdd(tx, { payerCode: 'NLHMO', name: 'NORTHLAKE HMO' }))
    ).id;
    await this.act((tx) =>
      this.app.get(Fees).saveMany(tx, [
        { code: '99213', revenueCode: '0510', cents: 12_550, effectiveFrom: '2026-01-01' },
        { code: '0120', revenueCode: null, cents: 200_000, effectiveFrom: '2026-01-01' },
        { code: '99283', revenueCode: '0450', cents: 40_000, effectiveFrom: '2026-01-01' },
      ]),
    );
    await this.settle();
  }

  act<R>(work: (tx: Tx) => Promise<R>): Promise<R> {
    return this.app.uow.actAs(this.app.lakeside.orgId, 'rule:test', { ...ACT }, work);
  }

  person(name: string, roles: Role[], facilityIds: string[] = []): Promise<Principal> {
    return this.app.lakeside.person(name, roles, facilityIds);
  }

  async aFacility(name: string, npi: string | null, isGated = false): Promise<string> {
    const id = await this.app.lakeside.facility(name, isGated);
    await this.act((tx) =>
      tx.execute('UPDATE identity.facility SET npi = $3 WHERE org_id = $1 AND id = $2', [tx.orgId, id, npi]),
    );
    return id;
  }

  visit(facts: Partial<ChartFacts> = {}): Promise<string> {
    return this.act((tx) => aVisitOnRecord(tx, { facilityId: this.facilityId, payer: { id: this.payerId }, ...facts }));
  }

  /** Coding finishes a visit; what follows has happened. */
  async finalize(encounterId: string, codes: readonly EncounterCode[] = USUAL_CODES): Promise<void> {
    await this.act(async (tx) => {
      const revision = await this.app.get(Charts).writeCodes(tx, encounterId, codes);
      tx.append(EncounterFinalized, { id: encounterId, data: { caseId: encounterId, encounterId, revision } });
    });
    await this.settle();
  }

  /** Gives a code its price; drafts that lacked it are built again. */
  async add(who: Principal, fee: { code: string; cents: number; effectiveFrom: string; revenueCode?: string }) {
    const saved = await this.app.get(Fees).add(asking(who), fee);
    await this.settle();
    return saved;
  }

  /** The EHR sent the visit again. */
  async encounterCame(encounterId: string): Promise<void> {
    await this.act(async (tx) =>
      tx.append(EncounterImported, { id: encounterId, data: { encounterId, isCoded: true } }),
    );
    await this.settle();
  }

  /** Reactions and chores have done their part. */
  async settle(): Promise<void> {
    const { orgId } = this.app.lakeside;
    while (await this.app.get(ReactionRunner).run(orgId));
    await this.app.get(ClaimsMadeReactions).retryDrafts.run(orgId);
    while (await this.app.get(ReactionRunner).run(orgId));
  }

  async claimOf(encounterId: string): Promise<ClaimSummary> {
    const { items } = (await this.ask('/claims?limit=200').expect(200)).body as Page<ClaimSummary>;
    const found = items.find((claim) => claim.encounterId === encounterId);
    if (!found) throw new Error('The visit has no claim.');
    return found;
  }

  async opened(id: string): Promise<Claim> {
    return (await this.ask(`/claims/${id}`).expect(200)).body;
  }

  /** A claim that is ready to send. */
  async aReadyClaim(
    facts: Partial<ChartFacts> = {},
    codes: readonly EncounterCode[] = USUAL_CODES,
  ): Promise<ClaimSummary> {
    const encounterId = await this.visit(facts);
    await this.finalize(encounterId, codes);
    return this.claimOf(encounterId);
  }

  /** The same where only people of a gated facility see it. */
  async aReadyClaimOf(who: Principal, facts: Partial<ChartFacts>): Promise<{ id: string; number: string }> {
    const encounterId = await this.visit(facts);
    await this.finalize(encounterId);
    const { items } = await this.app.get(Claims).list(asking(who), { limit: 200 });
    const found = items.find((claim) => claim.encounterId === encounterId);
    if (!found) throw new Error('The visit has no claim.');
    return found;
  }

  payerNamed(tx: Tx, payerCode: string) {
    return this.app.get(Payers).findOrAdd(tx, { payerCode, name: `${payerCode} INSURANCE` });
  }

  send(ids: readonly string[], who = this.biller) {
    return this.app.get(ClaimSender).send(asking(who), ids);
  }

  edits(): Promise<(Pick<WorkItem, 'number' | 'state' | 'needs' | 'code'> & { subject_id: string })[]> {
    return this.app.sql(
      "SELECT number, state, needs, code, subject_id FROM worklist.work_item WHERE subject_type = 'claim-edit' ORDER BY id",
    );
  }
}

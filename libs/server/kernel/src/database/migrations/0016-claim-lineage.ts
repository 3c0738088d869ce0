import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Claims that replace or void another one, who decided that, and the charge that is taken back when they leave. */
export class ClaimLineage1764000000016 implements MigrationInterface {
  name = 'ClaimLineage1764000000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LINEAGE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE billing.claim_making DROP COLUMN note, DROP COLUMN other_claim_id, DROP CONSTRAINT claim_making_act_check,
        ADD CONSTRAINT claim_making_act_check CHECK (act IN ('made', 'built-again', 'priced-again', 'changed-after-sent'));
      DROP INDEX billing.claim_build_encounter;
      ALTER TABLE billing.claim_build DROP COLUMN decided_revision, ADD UNIQUE (encounter_id, org_id);
      ALTER TABLE billing.claim DROP COLUMN replaces_id;
      ALTER TABLE billing.ledger_entry DROP CONSTRAINT ledger_entry_reason_check, ADD CONSTRAINT ledger_entry_reason_check
        CHECK (reason IN ('claim-sent', 'decision-posted', 'claim-linked', 'payment-received', 'patient-payment',
          'payment-applied', 'payment-reversed'));
    `);
  }
}

const LINEAGE = `
  -- The claim made here that this one replaces or voids: one claim follows another, never two.
  ALTER TABLE billing.claim ADD COLUMN replaces_id uuid, ADD FOREIGN KEY (org_id, replaces_id) REFERENCES billing.claim (org_id, id);
  CREATE UNIQUE INDEX claim_replaced_once ON billing.claim (replaces_id, org_id) WHERE replaces_id IS NOT NULL;

  -- A visit has one claim after another; the last of them may change. decided_revision: the late revision somebody decided on.
  ALTER TABLE billing.claim_build DROP CONSTRAINT claim_build_encounter_id_org_id_key, ADD COLUMN decided_revision int;
  CREATE INDEX claim_build_encounter ON billing.claim_build (encounter_id, org_id);

  ALTER TABLE billing.claim_making ADD COLUMN note text, ADD COLUMN other_claim_id uuid,
    ADD FOREIGN KEY (org_id, other_claim_id) REFERENCES billing.claim (org_id, id),
    DROP CONSTRAINT claim_making_act_check,
    ADD CONSTRAINT claim_making_act_check CHECK (act IN ('made', 'built-again', 'priced-again', 'changed-after-sent',
      'kept', 'replaced', 'voided', 'made-to-replace', 'made-to-void'));

  ALTER TABLE billing.ledger_entry DROP CONSTRAINT ledger_entry_reason_check, ADD CONSTRAINT ledger_entry_reason_check
    CHECK (reason IN ('claim-sent', 'charge-taken-back', 'decision-posted', 'claim-linked', 'payment-received',
      'patient-payment', 'payment-applied', 'payment-reversed'));
`;

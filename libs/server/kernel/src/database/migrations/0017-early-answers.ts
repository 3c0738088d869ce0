import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What it takes to find a claim whose answer came first, and the right one of several senders' files. */
export class EarlyAnswers1764000000017 implements MigrationInterface {
  name = 'EarlyAnswers1764000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE billing.claim
        -- GS02 and GS03 of the 837 it left in: a 999 has them the other way round.
        ADD COLUMN sender_code text COLLATE "C",
        ADD COLUMN receiver_code text COLLATE "C";
      CREATE INDEX claim_made_here ON billing.claim (id, org_id) WHERE origin = 'here';
      ALTER TABLE billing.acknowledgement
        ADD COLUMN charge_cents bigint,
        -- Where it brings its claim; NULL: nowhere.
        ADD COLUMN claim_state text;
      ALTER TABLE billing.acknowledged_set
        -- GS03 and ISA08 of the 999: who sent the file it answers to.
        ADD COLUMN sender_codes text[] NOT NULL DEFAULT '{}',
        -- GS04 of the 999.
        ADD COLUMN answered_on date,
        -- The import whose claims it reached.
        ADD COLUMN sent_import_id uuid,
        ADD FOREIGN KEY (org_id, sent_import_id) REFERENCES records.import_job (org_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE billing.acknowledged_set DROP COLUMN sender_codes, DROP COLUMN answered_on, DROP COLUMN sent_import_id;
      ALTER TABLE billing.acknowledgement DROP COLUMN charge_cents, DROP COLUMN claim_state;
      DROP INDEX billing.claim_made_here;
      ALTER TABLE billing.claim DROP COLUMN sender_code, DROP COLUMN receiver_code;
    `);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets the ledger say why a patient's part went on to a later payer. */
export class LaterPayers1764000000019 implements MigrationInterface {
  name = 'LaterPayers1764000000019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(reasons(`${REASONS}, 'left-to-later-payer'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(reasons(REASONS));
  }
}

const REASONS = `'claim-sent', 'charge-taken-back', 'decision-posted', 'claim-linked', 'payment-received',
  'patient-payment', 'payment-applied', 'payment-reversed'`;

const reasons = (list: string) => `
  ALTER TABLE billing.ledger_entry DROP CONSTRAINT ledger_entry_reason_check,
    ADD CONSTRAINT ledger_entry_reason_check CHECK (reason IN (${list}));
`;

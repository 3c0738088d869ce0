import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Leaves patients no full index but the primary key that begins with the organisation: the check of a foreign key,
 * planned on the empty table, took the one by name, and each claim of a first import read all patients before it.
 */
export class PatientKeys1764000000018 implements MigrationInterface {
  name = 'PatientKeys1764000000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX records.patient_org_id_name_key_birth_date_idx;
      CREATE INDEX patient_by_name ON records.patient (name_key, org_id, birth_date);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX records.patient_by_name;
      CREATE INDEX patient_org_id_name_key_birth_date_idx ON records.patient (org_id, name_key, birth_date);
    `);
  }
}

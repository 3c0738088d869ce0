import type { MigrationInterface, QueryRunner } from 'typeorm';

const PATIENTS = `
  ALTER TABLE records.payer_rule DROP CONSTRAINT payer_rule_kind_check;
  ALTER TABLE records.payer_rule ADD CONSTRAINT payer_rule_kind_check
    CHECK (kind IN ('appeal', 'corrected-claim', 'timely-filing', 'records', 'follow-up'));

  ALTER TABLE records.patient
    ADD COLUMN version int NOT NULL DEFAULT 1,
    ADD COLUMN mrn text,
    ADD COLUMN source text,
    ADD COLUMN address jsonb,
    ADD COLUMN merged_into uuid,
    ADD FOREIGN KEY (org_id, merged_into) REFERENCES records.patient (org_id, id);
  COMMENT ON COLUMN records.patient.source IS 'The system the chart came from; NULL: known from claims only.';
  COMMENT ON COLUMN records.patient.mrn IS 'Not unique: two records with one number are a fault of the source that people sort out.';
  COMMENT ON COLUMN records.patient.merged_into IS 'The record at the end of all merges in force; counted again at each merge and undoing.';
  CREATE INDEX ON records.patient (mrn, org_id) WHERE mrn IS NOT NULL;
  CREATE INDEX ON records.patient (merged_into, org_id) WHERE merged_into IS NOT NULL;
  CREATE INDEX ON records.patient (name_key, id, org_id);

  CREATE TABLE records.patient_token (
    org_id uuid NOT NULL,
    token text COLLATE "C" NOT NULL,
    patient_id uuid NOT NULL,
    PRIMARY KEY (org_id, token, patient_id),
    FOREIGN KEY (org_id, patient_id) REFERENCES records.patient (org_id, id)
  );
  COMMENT ON TABLE records.patient_token IS 'Words of names and numbers, lower case, found by their beginning with text ranges.';
  CREATE INDEX ON records.patient_token (patient_id, org_id);
  INSERT INTO records.patient_token (org_id, token, patient_id)
    SELECT DISTINCT p.org_id, word, p.id FROM records.patient p, regexp_split_to_table(p.name_key, '[| ]+') AS word WHERE word <> '';

  CREATE TABLE records.patient_identifier (
    org_id uuid NOT NULL,
    patient_id uuid NOT NULL,
    system text NOT NULL,
    value text NOT NULL,
    PRIMARY KEY (org_id, patient_id, system, value),
    FOREIGN KEY (org_id, patient_id) REFERENCES records.patient (org_id, id)
  );

  CREATE TABLE records.coverage (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    patient_id uuid NOT NULL,
    payer_id uuid,
    payer_name text NOT NULL,
    member_id text,
    ordinal int NOT NULL,
    starts_on date,
    ends_on date,
    PRIMARY KEY (org_id, id),
    FOREIGN KEY (org_id, patient_id) REFERENCES records.patient (org_id, id),
    FOREIGN KEY (org_id, payer_id) REFERENCES records.payer (org_id, id)
  );
  CREATE INDEX ON records.coverage (patient_id, org_id);

  CREATE TABLE records.patient_merge (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    from_id uuid NOT NULL,
    into_id uuid NOT NULL,
    reason text NOT NULL,
    merged_by text NOT NULL,
    merged_at timestamptz NOT NULL,
    undone_at timestamptz,
    PRIMARY KEY (org_id, id),
    FOREIGN KEY (org_id, from_id) REFERENCES records.patient (org_id, id),
    FOREIGN KEY (org_id, into_id) REFERENCES records.patient (org_id, id)
  );
  COMMENT ON TABLE records.patient_merge IS 'A merge moves no row: records are read together while it is in force, so undoing it is exact.';
  CREATE UNIQUE INDEX patient_merged_once ON records.patient_merge (from_id, org_id) WHERE undone_at IS NULL;
  CREATE INDEX ON records.patient_merge (into_id, org_id);

  CREATE TABLE records.source_key (
    org_id uuid NOT NULL,
    source text NOT NULL,
    type text NOT NULL,
    key text NOT NULL,
    row_id uuid NOT NULL,
    digest text,
    PRIMARY KEY (org_id, source, type, key)
  );
  CREATE INDEX ON records.source_key (row_id, org_id) WHERE type = 'Patient' AND digest IS NOT NULL;
  COMMENT ON TABLE records.source_key IS 'What a source calls a row: its id (with the digest of what it last said), urn or system|value.';
`;

const CHARTS = `
  CREATE TABLE records.organization (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    npi text,
    payer_code text,
    is_payer boolean NOT NULL,
    facility_id uuid,
    PRIMARY KEY (org_id, id),
    FOREIGN KEY (org_id, facility_id) REFERENCES identity.facility (org_id, id)
  );
  COMMENT ON TABLE records.organization IS 'FHIR Organization and Location: who provides or pays.';

  CREATE TABLE records.clinician (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    name_key text NOT NULL,
    npi text,
    service text,
    user_id uuid,
    version int NOT NULL DEFAULT 1,
    PRIMARY KEY (org_id, id),
    FOREIGN KEY (org_id, user_id) REFERENCES identity.user_account (org_id, id)
  );
  CREATE UNIQUE INDEX clinician_user_once ON records.clinician (user_id, org_id) WHERE user_id IS NOT NULL;
  CREATE INDEX ON records.clinician (name_key, id, org_id);

  CREATE TABLE records.encounter (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    number text NOT NULL,
    patient_id uuid NOT NULL,
    class text NOT NULL CHECK (class IN ('inpatient', 'outpatient', 'emergency', 'other')),
    words text NOT NULL,
    status text NOT NULL,
    started_on date,
    ended_on date,
    sorted_on date NOT NULL,
    facility_id uuid,
    is_coded boolean NOT NULL DEFAULT false,
    code_revision int NOT NULL DEFAULT 0,
    version int NOT NULL DEFAULT 1,
    PRIMARY KEY (org_id, id),
    FOREIGN KEY (org_id, patient_id) REFERENCES records.patient (org_id, id),
    FOREIGN KEY (org_id, facility_id) REFERENCES identity.facility (org_id, id)
  );
  COMMENT ON COLUMN records.encounter.sorted_on IS 'started_on, or the first day there is: what lists are sorted by.';
  CREATE INDEX ON records.encounter (patient_id, org_id, sorted_on, id);
  CREATE INDEX ON records.encounter (sorted_on, id, org_id);
  CREATE INDEX ON records.encounter (number, org_id);

  CREATE TABLE records.encounter_clinician (
    org_id uuid NOT NULL,
    encounter_id uuid NOT NULL,
    clinician_id uuid NOT NULL,
    role text NOT NULL CHECK (role IN ('attending', 'participant')),
    PRIMARY KEY (org_id, encounter_id, clinician_id),
    FOREIGN KEY (org_id, encounter_id) REFERENCES records.encounter (org_id, id),
    FOREIGN KEY (org_id, clinician_id) REFERENCES records.clinician (org_id, id)
  );
  CREATE INDEX ON records.encounter_clinician (clinician_id, org_id);

  CREATE TABLE records.chart_entry (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('condition', 'procedure')),
    patient_id uuid NOT NULL,
    encounter_id uuid,
    system text NOT NULL,
    code text NOT NULL,
    words text NOT NULL,
    on_date date,
    PRIMARY KEY (org_id, id),
    FOREIGN KEY (org_id, patient_id) REFERENCES records.patient (org_id, id),
    FOREIGN KEY (org_id, encounter_id) REFERENCES records.encounter (org_id, id)
  );
  CREATE INDEX ON records.chart_entry (encounter_id, org_id, id) WHERE encounter_id IS NOT NULL;

  CREATE TABLE records.document (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    patient_id uuid NOT NULL,
    encounter_id uuid,
    title text NOT NULL,
    type text NOT NULL,
    author_name text,
    authored_at timestamptz,
    content_type text NOT NULL,
    bytes int NOT NULL,
    text text NOT NULL,
    is_cut boolean NOT NULL,
    has_text boolean NOT NULL,
    file_id uuid,
    PRIMARY KEY (org_id, id),
    FOREIGN KEY (org_id, patient_id) REFERENCES records.patient (org_id, id),
    FOREIGN KEY (org_id, encounter_id) REFERENCES records.encounter (org_id, id),
    FOREIGN KEY (org_id, file_id) REFERENCES kernel.file (org_id, id)
  );
  COMMENT ON COLUMN records.document.file_id IS 'The whole content, where text is cut or there is none.';
  CREATE INDEX ON records.document (encounter_id, org_id, id) WHERE encounter_id IS NOT NULL;

  CREATE TABLE records.encounter_code (
    org_id uuid NOT NULL,
    encounter_id uuid NOT NULL,
    ordinal int NOT NULL,
    system text NOT NULL CHECK (system IN ('icd-10-cm', 'icd-10-pcs', 'cpt', 'hcpcs')),
    code text NOT NULL,
    words text NOT NULL,
    poa text CHECK (poa IN ('Y', 'N', 'U', 'W', '1')),
    modifiers text[] NOT NULL,
    units int NOT NULL,
    pointers int[] NOT NULL,
    served_on date,
    PRIMARY KEY (org_id, encounter_id, ordinal),
    FOREIGN KEY (org_id, encounter_id) REFERENCES records.encounter (org_id, id)
  );
  COMMENT ON TABLE records.encounter_code IS 'Final codes, replaced as a set: encounter.code_revision grows each time.';
`;

const TABLES = [
  'patient_token',
  'patient_identifier',
  'coverage',
  'patient_merge',
  'source_key',
  'organization',
  'clinician',
  'encounter',
  'encounter_clinician',
  'chart_entry',
  'document',
  'encounter_code',
];

/** Charts: what FHIR brings in, patients with their numbers and merges, final codes. */
export class Charts1764000000009 implements MigrationInterface {
  name = 'Charts1764000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PATIENTS);
    await runner.query(CHARTS);
    for (const table of TABLES) await runner.query(`CALL kernel.protect('records.${table}')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES.toReversed()) await runner.query(`DROP TABLE records.${table} CASCADE`);
    await runner.query(
      'ALTER TABLE records.patient DROP COLUMN version, DROP COLUMN mrn, DROP COLUMN source, DROP COLUMN address, DROP COLUMN merged_into',
    );
  }
}

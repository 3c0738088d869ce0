/** Claims as they were sent: the 837 side of the schema `billing`. */
export const CLAIM_TABLES = `
  CREATE TABLE billing.claim (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    number text COLLATE "C" NOT NULL,
    control_number text COLLATE "C" NOT NULL,
    kind text NOT NULL CHECK (kind IN ('professional', 'institutional')),
    -- Same control number and same content again is the same claim.
    content_hash text COLLATE "C" NOT NULL,
    frequency text NOT NULL,
    -- REF*F8: the payer's number of the claim that frequency 7 or 8 replaces or voids.
    original_reference text COLLATE "C",
    payer_sequence text NOT NULL,
    payer_id uuid NOT NULL,
    patient_id uuid NOT NULL,
    member_id text,
    facility_id uuid,
    charge_cents bigint NOT NULL,
    service_from date,
    service_to date,
    import_id uuid NOT NULL,
    sent_at timestamptz NOT NULL,
    PRIMARY KEY (org_id, id),
    UNIQUE (control_number, org_id, content_hash),
    UNIQUE (number, org_id),
    FOREIGN KEY (org_id, payer_id) REFERENCES records.payer (org_id, id),
    FOREIGN KEY (org_id, patient_id) REFERENCES records.patient (org_id, id),
    FOREIGN KEY (org_id, facility_id) REFERENCES identity.facility (org_id, id),
    FOREIGN KEY (org_id, import_id) REFERENCES records.import_job (org_id, id)
  );
  COMMENT ON TABLE billing.claim IS 'The claim as it was sent: never changes.';
  CREATE INDEX ON billing.claim (payer_id, org_id, id);

  -- What the decisions on a claim add up to, and the state that follows from it. No row: sent, nothing decided.
  CREATE TABLE billing.claim_standing (
    org_id uuid NOT NULL,
    claim_id uuid NOT NULL,
    state text NOT NULL CHECK (state IN ('paid-full', 'paid-partial', 'denied', 'reversed')),
    paid_cents bigint NOT NULL,
    denied_cents bigint NOT NULL,
    decisions int NOT NULL,
    standing int NOT NULL,
    last_status text NOT NULL,
    PRIMARY KEY (org_id, claim_id),
    FOREIGN KEY (org_id, claim_id) REFERENCES billing.claim (org_id, id)
  );
  CREATE INDEX ON billing.claim_standing (state, org_id, claim_id);

  CREATE TABLE billing.claim_line (
    org_id uuid NOT NULL,
    claim_id uuid NOT NULL,
    line_number int NOT NULL,
    id uuid NOT NULL,
    procedure text,
    modifiers text NOT NULL,
    revenue_code text,
    units numeric NOT NULL,
    charge_cents bigint NOT NULL,
    service_from date,
    control_number text COLLATE "C",
    PRIMARY KEY (org_id, claim_id, line_number),
    FOREIGN KEY (org_id, claim_id) REFERENCES billing.claim (org_id, id)
  );

  CREATE TABLE billing.claim_diagnosis (
    org_id uuid NOT NULL,
    claim_id uuid NOT NULL,
    ordinal int NOT NULL,
    role text NOT NULL,
    system text NOT NULL CHECK (system IN ('icd-10', 'icd-9')),
    code text NOT NULL,
    present_on_admission text,
    PRIMARY KEY (org_id, claim_id, ordinal),
    FOREIGN KEY (org_id, claim_id) REFERENCES billing.claim (org_id, id)
  );

  CALL kernel.protect('billing.claim');
  CALL kernel.protect('billing.claim_standing');
  CALL kernel.protect('billing.claim_line');
  CALL kernel.protect('billing.claim_diagnosis');
`;

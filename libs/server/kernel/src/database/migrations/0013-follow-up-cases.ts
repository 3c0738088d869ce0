/** Follow-up cases, their moves, the calls to payers: the rest of the schema `billing` that 0013 adds. */
export const FOLLOW_UP_TABLES = `
  -- The day a number of days after another, as records' dueDate counts it: business days are Monday to Friday.
  CREATE FUNCTION billing.due_after(start date, days int, counts text) RETURNS date LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN counts = 'calendar' THEN start + days ELSE w.day + days + 2 * ((w.dow - 1 + days) / 5) END
    FROM (SELECT start - greatest(extract(isodow FROM start)::int - 5, 0) AS day,
                 least(extract(isodow FROM start)::int, 5) AS dow) AS w
  $$;

  CREATE TABLE billing.follow_up_case (
    org_id uuid NOT NULL,
    id uuid NOT NULL,
    number text COLLATE "C" NOT NULL,
    stage text NOT NULL CHECK (stage IN ('silent', 'contacted', 'promised', 'info-requested', 'resolved')),
    claim_id uuid NOT NULL,
    claim_number text COLLATE "C" NOT NULL,
    control_number text COLLATE "C" NOT NULL,
    patient text NOT NULL,
    payer_id uuid NOT NULL,
    payer_name text NOT NULL,
    facility_id uuid,
    amount_cents bigint NOT NULL,
    amount_rank bigint NOT NULL GENERATED ALWAYS AS (-amount_cents) STORED,
    silent_since date NOT NULL,
    call_count int NOT NULL DEFAULT 0,
    last_contact_at timestamptz,
    promised_on date,
    due_on date,
    due_rule text,
    -- Copied from the work item in the same transaction, so that a board is read from one table.
    item_id uuid NOT NULL,
    item_version int NOT NULL,
    owner_id uuid,
    priority int NOT NULL,
    rank int NOT NULL GENERATED ALWAYS AS (-priority) STORED,
    moved_by text,
    moved_at timestamptz,
    version int NOT NULL DEFAULT 1,
    PRIMARY KEY (org_id, id),
    UNIQUE (number, org_id),
    CHECK ((stage = 'promised') = (promised_on IS NOT NULL)),
    FOREIGN KEY (org_id, claim_id) REFERENCES billing.claim (org_id, id),
    FOREIGN KEY (org_id, item_id) REFERENCES worklist.work_item (org_id, id),
    FOREIGN KEY (org_id, payer_id) REFERENCES records.payer (org_id, id),
    FOREIGN KEY (org_id, facility_id) REFERENCES identity.facility (org_id, id)
  ) WITH (fillfactor = 80);
  -- One open case a claim, however often the rule looks.
  CREATE UNIQUE INDEX follow_up_case_open ON billing.follow_up_case (claim_id, org_id) WHERE stage <> 'resolved';
  CREATE INDEX follow_up_case_claim ON billing.follow_up_case (claim_id, org_id, moved_at);
  CREATE INDEX follow_up_case_stage ON billing.follow_up_case (stage, org_id, rank, id);
  CREATE INDEX follow_up_case_owner ON billing.follow_up_case (owner_id, org_id, stage, rank, id) WHERE owner_id IS NOT NULL;
  CREATE INDEX follow_up_case_promised ON billing.follow_up_case (promised_on, org_id, id) WHERE promised_on IS NOT NULL;

  CREATE TABLE billing.follow_up_move (
    org_id uuid NOT NULL,
    case_id uuid NOT NULL,
    version int NOT NULL,
    at timestamptz NOT NULL,
    actor text NOT NULL,
    act text NOT NULL CHECK (act IN ('opened', 'moved', 'called', 'woke', 'answered')),
    from_stage text,
    to_stage text NOT NULL,
    reason text,
    PRIMARY KEY (org_id, case_id, version),
    FOREIGN KEY (org_id, case_id) REFERENCES billing.follow_up_case (org_id, id)
  );

  CREATE TABLE billing.payer_call (
    org_id uuid NOT NULL,
    case_id uuid NOT NULL,
    id uuid NOT NULL,
    at timestamptz NOT NULL,
    by_id uuid NOT NULL,
    way text NOT NULL CHECK (way IN ('phone', 'portal', 'mail')),
    spoke_with text,
    reference text,
    outcome text NOT NULL,
    note text,
    promised_on date,
    PRIMARY KEY (org_id, case_id, id),
    FOREIGN KEY (org_id, case_id) REFERENCES billing.follow_up_case (org_id, id),
    FOREIGN KEY (org_id, by_id) REFERENCES identity.user_account (org_id, id)
  );

  CALL kernel.protect('billing.follow_up_case');
  CALL kernel.protect('billing.follow_up_move');
  CALL kernel.protect('billing.payer_call');
`;

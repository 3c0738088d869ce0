/** Columns of a case aliased `c`, named as the row's fields; for SELECT and RETURNING alike. */
export const CASE_COLUMNS = `c.id, c.number, c.encounter_id AS "encounterId", c.encounter_number AS "encounterNumber", c.class, c.patient,
  to_char(c.started_on, 'YYYY-MM-DD') AS "startedOn", to_char(c.ended_on, 'YYYY-MM-DD') AS "endedOn", c.facility_id AS "facilityId",
  EXISTS (SELECT 1 FROM identity.facility f WHERE f.org_id = c.org_id AND f.id = c.facility_id AND f.is_gated) AS "isRestricted",
  c.state, c.codes, c.findings, c.open_queries AS "openQueries", to_char(c.due_on, 'YYYY-MM-DD') AS "dueOn", c.due_rule AS "dueRule",
  c.item_id AS "itemId", c.item_version AS "itemVersion", c.owner_id AS "ownerId", c.priority, c.finalized_by AS "finalizedBy",
  c.finalized_at AS "finalizedAt", c.version`;

/**
 * Which rows a report counts for a person: all of the organisation's but those of gated facilities he is not assigned
 * to. Every view says whether its row is gated, so that lists, numbers and the rows behind them agree. `alias` names
 * the view, `parameter` holds `principal.facilityIds`.
 */
export const visibleSql = (alias: string, parameter: string): string =>
  `(NOT ${alias}.is_gated OR ${alias}.facility_id = ANY(${parameter}::uuid[]))`;

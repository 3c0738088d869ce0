/** One row as an INSERT; names come from tests only. */
export function insertSql(
  table: string,
  values: Readonly<Record<string, unknown>>,
): { sql: string; parameters: unknown[] } {
  const columns = Object.keys(values);
  return {
    sql: `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
    parameters: Object.values(values),
  };
}

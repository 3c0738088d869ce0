type Type = 'uuid' | 'text' | 'int' | 'smallint' | 'bigint' | 'numeric' | 'date' | 'boolean' | 'timestamptz' | 'jsonb';

/**
 * A table's columns with their types and where each value comes from: one `INSERT … SELECT FROM unnest(…)` writes
 * any number of rows (COPY does not run under row-level security).
 */
export type Columns<Row> = readonly (readonly [name: string, type: Type, value: (row: Row) => unknown])[];

/** The statement; its first parameter is the organisation, then one array a column. */
export function insertSql<Row>(table: string, columns: Columns<Row>): string {
  const names = columns.map(([name]) => name).join(', ');
  const arrays = columns.map(([, type], at) => `$${at + 2}::${type}[]`).join(', ');
  return `INSERT INTO ${table} (org_id, ${names}) SELECT $1::uuid, u.* FROM unnest(${arrays}) AS u`;
}

/** The arrays, in the order of the columns. */
export const valuesOf = <Row>(columns: Columns<Row>, rows: readonly Row[]): unknown[][] =>
  columns.map(([, , value]) => rows.map(value));

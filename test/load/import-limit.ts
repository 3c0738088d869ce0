import pg from 'pg';

/** What posting inserts, parents first; the conditions leave out what taking the claims in wrote before. */
const WRITTEN: readonly (readonly [table: string, condition: string])[] = [
  ['billing.remittance', 'true'],
  ['billing.remittance_claim', 'true'],
  ['billing.remittance_line', 'true'],
  ['billing.adjustment', 'true'],
  ['billing.remark', 'true'],
  ['billing.claim_standing', 'true'],
  ['billing.ledger_entry', "reason <> 'claim-sent' ORDER BY batch_id, ordinal"],
  ['events.event', "name LIKE 'billing.%' AND name <> 'billing.claim-imported' ORDER BY seq"],
  ['events.delivery', "kind = 'remittance'"],
];
/** What those rows refer to and must be there before. */
const REFERRED = ['records.payer', 'records.patient', 'kernel.file', 'records.import_job', 'billing.claim'];
const ROWS_A_STATEMENT = 1_000;

interface Column {
  name: string;
  type: string;
}

/** All rows of one table of an organisation, column by column, ready to be inserted as another organisation's. */
export interface TableRows {
  table: string;
  columns: Column[];
  values: unknown[][];
  rows: number;
}

/**
 * The limit of `import`: the very rows that posting wrote, through bare `INSERT … SELECT FROM unnest` as the runtime
 * role, into the same tables with the same keys, indexes and triggers; no reading, matching, updates, audit or log.
 */
export class BareInserts {
  private readonly client: pg.Client;

  private constructor(client: pg.Client) {
    this.client = client;
  }

  static async connect(databaseUrl: string): Promise<BareInserts> {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    // As text, so that what is read is exactly what is written.
    client.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => text);
    client.setTypeParser(pg.types.builtins.DATE, (text) => text);
    return new BareInserts(client);
  }

  close(): Promise<void> {
    return this.client.end();
  }

  /** Copies what the rows refer to into `to`, unmeasured, and returns the rows themselves. */
  async prepare(from: string, to: string): Promise<TableRows[]> {
    for (const table of REFERRED) await this.insertTable(to, await this.read(from, table));
    const tables: TableRows[] = [];
    for (const [table, condition] of WRITTEN) tables.push(await this.read(from, table, condition));
    return tables;
  }

  /** Writes the rows as those of organisation `to`; milliseconds it took. */
  async insert(to: string, tables: readonly TableRows[]): Promise<number> {
    const started = performance.now();
    for (const table of tables) await this.insertTable(to, table);
    return performance.now() - started;
  }

  private async read(org: string, table: string, condition = 'true'): Promise<TableRows> {
    const columns = await this.columnsOf(table);
    const values = await this.within(org, async () => {
      const { rows } = await this.client.query({
        text: `SELECT ${columns.map(({ name }) => name).join(', ')} FROM ${table} WHERE ${condition}`,
        rowMode: 'array',
      });
      return columns.map((_, at) => rows.map((row: unknown[]) => asText(row[at])));
    });
    return { table, columns, values, rows: values[0]?.length ?? 0 };
  }

  /** Arrays keep their default: unnest would flatten them. */
  private async columnsOf(table: string): Promise<Column[]> {
    const { rows } = await this.client.query(
      `SELECT attname AS name, format_type(atttypid, NULL) AS type FROM pg_attribute
       WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND attndims = 0 AND attname <> 'org_id' ORDER BY attnum`,
      [table],
    );
    return rows as Column[];
  }

  private async insertTable(org: string, { table, columns, values, rows }: TableRows): Promise<void> {
    const names = columns.map(({ name }) => name).join(', ');
    const arrays = columns.map(({ type }, at) => `$${at + 2}::${type}[]`).join(', ');
    const sql = `INSERT INTO ${table} (org_id, ${names}) SELECT $1::uuid, u.* FROM unnest(${arrays}) AS u`;
    const batches = values[columns.findIndex(({ name }) => name === 'batch_id')];
    for (let first = 0, end = 0; first < rows; first = end) {
      end = Math.min(first + ROWS_A_STATEMENT, rows);
      // A ledger batch must come whole, or the database refuses it.
      while (batches && end < rows && batches[end] === batches[end - 1]) end += 1;
      await this.within(org, () => this.client.query(sql, [org, ...values.map((column) => column.slice(first, end))]));
    }
  }

  private async within<R>(org: string, work: () => Promise<R>): Promise<R> {
    await this.client.query('BEGIN');
    await this.client.query("SELECT set_config('caseboard.org', $1, true)", [org]);
    const result = await work();
    await this.client.query('COMMIT');
    return result;
  }
}

const asText = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !(value instanceof Date) ? JSON.stringify(value) : value;

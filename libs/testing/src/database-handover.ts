/** What the global set-up tells the test workers, through the environment they inherit. */
export interface DatabaseHandover {
  /** May create and drop databases; the embedded server's superuser, else the given owner. */
  readonly adminUrl: string;
  /** URLs of the template, one per role; a clone differs in the database name only. */
  readonly url: string;
  readonly ownerUrl: string;
  readonly backupUrl: string;
}

const VARIABLE = 'CASEBOARD_TEST_DATABASE';

/** The migrated database that every test file copies. */
export const TEMPLATE = 'caseboard_template';

/** Lays the URLs ready for the workers that Jest starts after the global set-up. */
export function handOver(handover: DatabaseHandover): void {
  process.env[VARIABLE] = JSON.stringify(handover);
}

/** Reads what the global set-up left. Throws outside the "stories" project, which has no database. */
export function takeOver(): DatabaseHandover {
  const text = process.env[VARIABLE];
  if (!text) throw new Error('No test database here: name the file *.db.spec.ts or put it under test/.');
  return JSON.parse(text) as DatabaseHandover;
}

/** The same server and role, another database. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

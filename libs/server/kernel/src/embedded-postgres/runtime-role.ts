import { DatabaseSetupError } from './database-setup-error.ts';

/** The part of a pg client or TypeORM-free connection this check needs. */
export interface RoleQuery {
  query(sql: string): Promise<{ rows: unknown[] }>;
}

interface TooStrong {
  role: string;
  reason: string;
}

/**
 * Every role the session is or can become, with what would let it around row-level security. The owner of a
 * table can switch its protection off, so owning is as bad as bypassing.
 */
const TOO_STRONG = `
  SELECT r.rolname AS role,
         CASE WHEN r.rolsuper THEN 'is a superuser'
              WHEN r.rolbypassrls THEN 'bypasses row-level security'
              ELSE 'owns tables or schemas' END AS reason
    FROM pg_roles r
   WHERE (r.rolname IN (session_user, current_user) OR pg_has_role(session_user, r.oid, 'MEMBER'))
     AND (r.rolsuper OR r.rolbypassrls
          OR EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                      WHERE c.relowner = r.oid AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
                        AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema')
          OR EXISTS (SELECT FROM pg_namespace n WHERE n.nspowner = r.oid AND n.nspname !~ '^pg_'
                        AND n.nspname <> 'information_schema'))
   ORDER BY r.rolname <> session_user LIMIT 1`;

/**
 * Refuses a runtime connection whose role (or a role it is member of) is superuser, bypasses row-level
 * security or owns tables. Throws `database/runtime-role-too-strong`. Run it at each start, for the
 * embedded database as for an external one.
 */
export async function assertRuntimeRole(client: RoleQuery): Promise<void> {
  const { rows } = await client.query(TOO_STRONG);
  const found = rows[0] as TooStrong | undefined;
  if (!found) return;
  throw new DatabaseSetupError(
    'database/runtime-role-too-strong',
    `DATABASE_URL reaches the role "${found.role}", which ${found.reason}: organisations would not be kept apart. Use a role that owns nothing, and DATABASE_OWNER_URL for migrations.`,
  );
}

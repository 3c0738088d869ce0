export { DatabaseSetupError, type DatabaseSetupCode } from './database-setup-error.ts';
export { startEmbeddedPostgres, type EmbeddedPostgres, type EmbeddedPostgresOptions } from './embedded-postgres.ts';
export { freePort } from './free-port.ts';
export { DATABASE_ROLES, prepareDatabase, type DatabaseUrls, type PrepareDatabaseOptions } from './prepare-database.ts';
export { findRunningPostgres } from './running.ts';
export { assertRuntimeRole, type RoleQuery } from './runtime-role.ts';

-- The roles and the database of Caseboard, on PostgreSQL 15 or newer. Run once, as a superuser, with psql:
--   psql -v owner_password=… -v app_password=… -v backup_password=… -f docker/postgres/roles.sql

-- Owns schemas and tables; runs migrations.
CREATE ROLE caseboard_owner LOGIN PASSWORD :'owner_password';
-- What the application runs as: owns nothing, row-level security binds it.
CREATE ROLE caseboard_app LOGIN PASSWORD :'app_password';
-- Reads everything of every organization, for backups only.
CREATE ROLE caseboard_backup LOGIN BYPASSRLS PASSWORD :'backup_password';
GRANT pg_read_all_data TO caseboard_backup;
-- Cannot log in; the owner takes it on to link the audit chain.
CREATE ROLE caseboard_chainer NOLOGIN;
GRANT caseboard_chainer TO caseboard_owner;

CREATE DATABASE caseboard OWNER caseboard_owner ENCODING 'UTF8' TEMPLATE template0;
REVOKE ALL ON DATABASE caseboard FROM PUBLIC;
GRANT CONNECT ON DATABASE caseboard TO caseboard_app, caseboard_backup;

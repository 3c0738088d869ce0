#!/bin/sh
# Runs once, when the database container makes its cluster.
set -eu
psql --no-psqlrc --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  --set owner_password="$OWNER_PASSWORD" \
  --set app_password="$APP_PASSWORD" \
  --set backup_password="$BACKUP_PASSWORD" \
  --file /caseboard/roles.sql

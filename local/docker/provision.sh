#!/bin/sh
# Run by PostgreSQL's image when its volume is new: extensions, and the schemas and roles of all services. Passwords are the
# roles' names, which is what services take by default; for developers only.
set -eu

run() { psql -v ON_ERROR_STOP=1 --quiet --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" "$@"; }

run -f /provision/provision-database.sql
for service in tenant contact messaging; do
  sed -e "s/\${service}/$service/g" \
    -e "s/\${ownerPassword}/${service}_owner/" -e "s/\${servicePassword}/${service}_service/" \
    -e "s/\${relayPassword}/${service}_relay/" -e "s/\${platformPassword}/${service}_platform/" \
    /provision/provision-service.sql | run
done

#!/usr/bin/env bash
# A private PostgreSQL for the tests: its own folder, a free port, gone when the command ends.
#   tests/postgres.sh COMMAND...   runs COMMAND with TEST_DATABASE_URL set
set -euo pipefail
bin=$(ls -d /usr/lib/postgresql/*/bin /opt/homebrew/opt/postgresql*/bin 2>/dev/null | sort -V | tail -1 || true)
[ -n "$bin" ] || bin=$(dirname "$(command -v initdb)")
data=$(mktemp -d /tmp/awards-pg.XXXXXX)
port=$(python3 -c 'import socket; s=socket.socket(); s.bind(("127.0.0.1",0)); print(s.getsockname()[1])' 2>/dev/null || echo $((20000 + RANDOM % 20000)))
# PostgreSQL refuses to run as root: then as the account its package made.
as() { if [ "$(id -u)" = 0 ]; then su -s /bin/bash postgres -c "$*"; else bash -c "$*"; fi; }
[ "$(id -u)" != 0 ] || chown postgres "$data"
stop() { as "'$bin/pg_ctl' -D '$data/db' -m immediate stop" >/dev/null 2>&1 || true; rm -rf "$data"; }
trap stop EXIT
as "'$bin/initdb' -D '$data/db' -U awards -A trust -E UTF8 --no-sync" >/dev/null
# Speed over safety: these databases live for a test. For measurements POSTGRES_DURABLE=1 keeps every promise.
unsafe="-c fsync=off -c full_page_writes=off -c synchronous_commit=off"
[ -z "${POSTGRES_DURABLE:-}" ] || unsafe=""
as "'$bin/pg_ctl' -D '$data/db' -w -l '$data/log' -o '-p $port -k $data -c listen_addresses=127.0.0.1 $unsafe -c max_connections=400 -c max_pred_locks_per_transaction=256' start" >/dev/null
export TEST_DATABASE_URL="postgres://awards@127.0.0.1:$port/postgres"
"$@"

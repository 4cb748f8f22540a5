#!/bin/sh
# The whole suite: the style, then everything on SQLite, then what touches the database on a real PostgreSQL.
set -eu
py=.venv/bin/python
.venv/bin/ruff check -q .
.venv/bin/ruff format -q --check .
.venv/bin/lint-imports >/dev/null || .venv/bin/lint-imports
$py -m pytest "$@"
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
folder=$($py scripts/postgres.py start "$bin")
trap '$py scripts/postgres.py stop "$folder"' EXIT INT TERM
SNOWDROP_DATABASE="postgresql://snowdrop@/postgres?host=$folder" $py -m pytest -m 'not slow' "$@"

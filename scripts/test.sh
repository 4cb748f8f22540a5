#!/bin/sh
# The whole suite: style, floors and types, then everything on SQLite, then all that is quick on a real PostgreSQL.
set -eu
py=.venv/bin/python
.venv/bin/ruff check -q .
.venv/bin/ruff format -q --check .
.venv/bin/lint-imports >/dev/null || .venv/bin/lint-imports
SNOWDROP_DATA=.mypy_cache/data .venv/bin/mypy snowdrop
$py -m pytest "$@"
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
folder=$($py scripts/postgres.py start "$bin")
trap '$py scripts/postgres.py stop "$folder"' EXIT INT TERM
SNOWDROP_DATABASE="postgresql://snowdrop@/postgres?host=$folder" $py -m pytest -m 'not slow' "$@"

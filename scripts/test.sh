#!/bin/sh
# The whole suite: style, floors and types, then everything on SQLite, then all that is quick and asks a database on a real PostgreSQL.
set -eu
unset PYTHONDONTWRITEBYTECODE # else each of hundreds of processes compiles everything anew
py=.venv/bin/python
shared='-n 2 --dist worksteal' # two processes share the tests
.venv/bin/ruff check -q .
.venv/bin/ruff format -q --check .
.venv/bin/lint-imports >/dev/null || .venv/bin/lint-imports
SNOWDROP_DATA=.mypy_cache/data .venv/bin/mypy snowdrop
$py -m pytest $shared "$@"
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
folders=
trap 'for folder in $folders; do $py scripts/postgres.py stop "$folder"; done' EXIT INT TERM
databases=
for process in 0 1; do
  folder=$($py scripts/postgres.py start "$bin")
  folders="$folders $folder" databases="$databases postgresql://snowdrop@/postgres?host=$folder"
done
TEST_DATABASES=$databases $py -m pytest $shared -m 'not slow' "$@"

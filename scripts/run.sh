#!/bin/sh
# Tries Snowdrop without make: the environment if it is not there or not of this version, then `snowdrop run`.
set -eu
cd "$(dirname "$0")/.."
stamp=${VENV:-.venv}/.run.stamp
if ! [ -e "$stamp" ] || [ requirements/run.txt -nt "$stamp" ] || [ requirements/boot.txt -nt "$stamp" ]; then
  sh scripts/bootstrap.sh run
fi
exec "${VENV:-.venv}/bin/python" -m snowdrop run "$@"

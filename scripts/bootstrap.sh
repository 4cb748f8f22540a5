#!/bin/sh
# Makes the environment: scripts/bootstrap.sh run|test. Works as root (installs what the system lacks) and as an
# ordinary user (says what to install).
set -eu
want=$1
venv=${VENV:-.venv}
log() { printf 'snowdrop: %s\n' "$*" >&2; }

updated=
apt() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
  [ -n "$updated" ] || { apt-get -qq update; updated=1; }
  DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "$@" >/dev/null
}

py=
for candidate in ${PYTHON:-} python3.11 python3.12 python3.13 python3; do
  command -v "$candidate" >/dev/null 2>&1 || continue
  "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { py=$candidate; break; }
done
[ -n "$py" ] || { log "Python 3.11 or newer is needed: apt install python3"; exit 1; }

if ! [ -x "$venv/bin/pip" ]; then
  rm -rf "$venv"
  # Debian ships Python without what makes environments.
  "$py" -c 'import ensurepip' 2>/dev/null || apt python3-venv || { log "first: apt install python3-venv"; exit 1; }
  "$py" -m venv "$venv"
fi
log "installing what is needed to $want (locked, with checksums)"
"$venv/bin/pip" install -q --disable-pip-version-check --require-hashes -r requirements/boot.txt || log "without uv: this takes longer"
if ! { [ -x "$venv/bin/uv" ] && VIRTUAL_ENV=$venv "$venv/bin/uv" pip install -q --compile-bytecode --require-hashes -r "requirements/$want.txt"; }; then
  "$venv/bin/pip" install -q --require-hashes -r "requirements/$want.txt" # it trusts what the system trusts, uv what it brings
fi

if [ "$want" = test ]; then
  if ! ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ] && [ ! -e /etc/postgresql-common/createcluster.conf ]; then
      mkdir -p /etc/postgresql-common # the tests start their own; none is wanted on the usual port
      echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.conf
    fi
    apt postgresql || { log "the tests need PostgreSQL: apt install postgresql"; exit 1; }
  fi
  if ! { command -v chromium && ldconfig -p | grep -q libatomic.so.1; } >/dev/null 2>&1; then
    apt chromium libatomic1 || { log "the tests need a browser: apt install chromium libatomic1"; exit 1; }
  fi
  if ! PATH=$PATH:/usr/sbin:/sbin command -v ip >/dev/null 2>&1; then
    apt iproute2 || log "the tests of machines that die are left out without network namespaces: apt install iproute2"
  fi
  if ! { command -v cc || command -v gcc; } >/dev/null 2>&1; then
    apt gcc libc6-dev || log "the tests of power cuts are left out without a compiler: apt install gcc libc6-dev"
  fi
  if ! PATH=$PATH:/usr/sbin command -v nginx >/dev/null 2>&1 && [ ! -x "$venv/nginx/usr/sbin/nginx" ]; then
    mkdir -p "$venv/nginx" # unpacked only: installed, it would listen on the usual port at once
    { [ "$(id -u)" != 0 ] || [ -n "$updated" ] || apt-get -qq update; } &&
      (cd "$venv/nginx" && apt-get -qq download nginx >/dev/null 2>&1 && dpkg -x nginx_*.deb .) ||
      log "the tests of several machines are left out without a load balancer: apt install nginx"
  fi
fi
touch "$venv/.$want.stamp"

"""A real load balancer (nginx) in front of several instances, on loopback."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.world.instance import Instance, free_port
from tests.world.machines import Machine

_CONFIGURATION = """
daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/log; {user}
events {{ worker_connections 512; }}
http {{
  access_log off;
  client_body_temp_path {folder}/bodies; proxy_temp_path {folder}/answers;
  fastcgi_temp_path {folder}/none1; uwsgi_temp_path {folder}/none2; scgi_temp_path {folder}/none3;
  upstream snowdrop {{ {servers} }}
  server {{
    listen {host}:{port};
    location / {{
      proxy_pass http://snowdrop;
      proxy_http_version 1.1;
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      proxy_connect_timeout 1s;
      proxy_read_timeout {patience}s;
      proxy_next_upstream error timeout http_502 http_503 non_idempotent;
    }}
  }}
}}
"""
"""As docs/running.md has it: a form that nobody answered goes to the other machine, and is kept once (its token)."""


@contextmanager
def a_balancer(
    folder: Path, nodes: Sequence[Instance], *, on: Machine | None = None, port: int = 0, patience: int = 30
) -> Iterator[Instance]:
    """Where people ask, and whom it passes them on to in turn; without nginx the test is left out.

    `on` is the machine on which it stands, `patience` the seconds after which another node is asked.
    """
    nginx = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin:{sys.prefix}/nginx/usr/sbin")
    if not nginx:
        pytest.skip("nginx is not installed")
    folder.mkdir()
    host, within = (on.address, on.within) if on else ("127.0.0.1", ())
    asked = Instance(folder, port=port or free_port(), host=host, within=within)
    servers = " ".join(f"server {node.host}:{node.port} max_fails=1 fail_timeout=1s;" for node in nodes)
    user = "user root;" if os.getuid() == 0 else ""
    written = _CONFIGURATION.format(
        folder=folder, servers=servers, host=asked.host, port=asked.port, user=user, patience=patience
    )
    (folder / "nginx.conf").write_text(written)
    process = subprocess.Popen(
        [*asked.within, nginx, "-p", str(folder), "-e", f"{folder}/log", "-c", f"{folder}/nginx.conf"]
    )
    try:
        _wait_until_it_listens(asked, process)
        yield asked
    finally:
        process.terminate()
        process.wait(10)


def _wait_until_it_listens(asked: Instance, process: subprocess.Popen[bytes]) -> None:
    patience = time.monotonic() + 10
    while time.monotonic() < patience:
        assert process.poll() is None, "nginx ended by itself"
        with suppress(OSError):
            socket.create_connection((asked.host, asked.port), timeout=1).close()
            return
        time.sleep(0.05)
    raise AssertionError("nginx does not listen")

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

_CONFIGURATION = """
daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/log; {user}
events {{ worker_connections 512; }}
http {{
  access_log off;
  client_body_temp_path {folder}/bodies; proxy_temp_path {folder}/answers;
  fastcgi_temp_path {folder}/none1; uwsgi_temp_path {folder}/none2; scgi_temp_path {folder}/none3;
  upstream snowdrop {{ {servers} }}
  server {{
    listen 127.0.0.1:{port};
    location / {{
      proxy_pass http://snowdrop;
      proxy_http_version 1.1;
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      proxy_connect_timeout 1s;
      proxy_next_upstream error timeout http_502 http_503 non_idempotent;
    }}
  }}
}}
"""
"""As docs/running.md has it: a form that nobody answered goes to the other machine, and is kept once (its token)."""


@contextmanager
def a_balancer(folder: Path, nodes: Sequence[Instance]) -> Iterator[Instance]:
    """Where people ask, and whom it passes them on to in turn; without nginx the test is left out."""
    nginx = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin:{sys.prefix}/nginx/usr/sbin")
    if not nginx:
        pytest.skip("nginx is not installed")
    folder.mkdir()
    asked = Instance(folder, port=free_port())
    servers = " ".join(f"server 127.0.0.1:{node.port} max_fails=1 fail_timeout=1s;" for node in nodes)
    user = "user root;" if os.getuid() == 0 else ""
    written = _CONFIGURATION.format(folder=folder, servers=servers, port=asked.port, user=user)
    (folder / "nginx.conf").write_text(written)
    process = subprocess.Popen([nginx, "-p", str(folder), "-e", f"{folder}/log", "-c", f"{folder}/nginx.conf"])
    try:
        _wait_until_it_listens(asked.port, process)
        yield asked
    finally:
        process.terminate()
        process.wait(10)


def _wait_until_it_listens(port: int, process: subprocess.Popen[bytes]) -> None:
    patience = time.monotonic() + 10
    while time.monotonic() < patience:
        assert process.poll() is None, "nginx ended by itself"
        with suppress(OSError):
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        time.sleep(0.05)
    raise AssertionError("nginx does not listen")

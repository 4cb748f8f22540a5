"""A PostgreSQL of the tests' own on a unix socket: `start BINDIR [name=value ...]` prints its folder, `stop FOLDER`
ends it. One that ended otherwise is started on its data by `again FOLDER BINDIR [name=value ...]`.

With `fsync=on synchronous_commit=on full_page_writes=on` what it commits is on disk, as a server of people's has it.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

# The cluster lives for one run of the tests, so it need not survive a power cut.
QUICK = "-c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=60"


def _run_as() -> dict[str, object]:
    """PostgreSQL refuses root, so root hands it to the user that the package made."""
    quiet = {
        "env": {**os.environ, "LC_ALL": "C.UTF-8"},
        "cwd": "/",
        "stdin": subprocess.DEVNULL,
        "stdout": subprocess.DEVNULL,
    }
    if os.getuid() != 0:
        return quiet
    user = pwd.getpwnam("postgres")
    return quiet | {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def start(binaries: str, *options: str) -> None:
    folder = tempfile.mkdtemp(prefix="snowpg")  # short: the path of a socket holds 107 bytes
    how = _run_as()
    if "user" in how:
        os.chown(folder, how["user"], how["group"])
    make = [f"{binaries}/initdb", "-D", f"{folder}/data", "-U", "snowdrop", "--auth=trust", "--no-sync", "-E", "UTF8"]
    subprocess.run([*make, "--locale=C.UTF-8"], check=True, **how)
    again(folder, binaries, *options)
    print(folder)


def again(folder: str, binaries: str, *options: str) -> None:
    how, said = _run_as(), [word for option in options for word in ("-c", option)]
    serve = [f"{binaries}/postgres", "-D", f"{folder}/data", "-k", folder, *QUICK.split(), *said]
    subprocess.Popen(serve, start_new_session=True, stderr=subprocess.DEVNULL, **how)
    for _ in range(200):
        ready = subprocess.run([f"{binaries}/pg_isready", "-q", "-h", folder, "-U", "snowdrop"], **how)
        if ready.returncode == 0:
            return
        time.sleep(0.05)
    sys.exit("PostgreSQL did not start within ten seconds.")


def stop(folder: str) -> None:
    pidfile = Path(folder, "data", "postmaster.pid")
    os.kill(int(pidfile.read_text().splitlines()[0]), signal.SIGINT)
    for _ in range(1200):  # what was committed is brought to its place first, which takes longest where it is on disk
        if not pidfile.exists():
            break
        time.sleep(0.05)
    shutil.rmtree(folder)


if __name__ == "__main__":
    {"start": start, "again": again, "stop": stop}[sys.argv[1]](*sys.argv[2:])

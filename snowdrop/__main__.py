"""The `snowdrop` command: `python -m snowdrop COMMAND`."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from typing import Final

COMMANDS: Final[Mapping[str, str]] = {
    "run": "try it: prepares everything, tells a demo story if nobody is there yet, and serves",
    "serve": "serve a prepared instance: --host 127.0.0.1 --port 8000",
    "restart": "let the running server begin anew, without an error for anybody who comes meanwhile",
    "migrate": "prepare the database, or bring it to this version",
    "import-comfort": "take in comfort that was gathered elsewhere: FILE.jsonl --memorial NAME",
    "screen": "say in which lane messages go, and why: FILE.jsonl, or - for standard input",
    "match": "find the nearest stories for readers: --stories FILE.jsonl --readers FILE.jsonl --top 20",
    "bench-memorial": "make a public memorial to measure with: --messages 50",
    "bounce": "take in a mail that a server has sent back, on standard input",
    "doctor": "say what is wrong with this instance and how to mend it: --address https://… --json",
    "backup": "back up the running instance: FOLDER --keys ANOTHER-FOLDER; first --make-key > backup-key.txt",
    "verify-backup": "read every byte of the backups: FOLDER",
    "restore": "put a backup back into an empty instance: FOLDER --keys ANOTHER-FOLDER --key-file backup-key.txt",
    "move-to": "move everything to another database, or back: postgresql://… or sqlite:///",
    "status": "say how this server runs: --watch, --json; ends with 1 if something is stuck, 2 if it does not run",
    "rotate-instance-key": "make a new instance key, and wrap every data key with it",
    "mend-journal": "let journal readers go on after a database was restored in another PostgreSQL",
    "dispute": "hold a memorial as it is while its keepers are in dispute: NAME, and --end to let it go on",
    "staff": "say who keeps people safe here: list, add ADDRESS ROLE, end ADDRESS [ROLE]",
    "groups": "let somebody begin a support group: list, open ADDRESS SUBJECT --name NAME",
    "check": "look for mistakes in the settings: --deploy for an instance on the open web",
    "shell": "a Python prompt inside the program",
}


def main(words: Sequence[str] | None = None) -> int:
    """Runs one command; its own --help says more. Answers with the exit status."""
    given = list(sys.argv[1:] if words is None else words)
    if not given or given[0] in ("help", "-h", "--help"):
        print(_usage())
        return 0
    if given[0] not in COMMANDS:
        print(f"There is no command “{given[0]}”.\n\n{_usage()}", file=sys.stderr)
        return 2
    os.umask(0o077)  # what is made here is for its user alone, also in a folder that others may enter
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "snowdrop.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(["snowdrop", given[0].replace("-", "_"), *given[1:]])
    return 0


def _usage() -> str:
    width = max(map(len, COMMANDS))
    lines = [f"  {name:{width}}  {words}" for name, words in COMMANDS.items()]
    return "\n".join(["python -m snowdrop COMMAND", "", *lines])


if __name__ == "__main__":
    sys.exit(main())

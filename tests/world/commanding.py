"""A `snowdrop` command, run inside a process of the instance that is there already: quick, and otherwise the same."""

from __future__ import annotations

import io

from django.core.management import CommandError, call_command


def run_command(*words: str) -> dict[str, int | str]:
    """How it ended, and what it said."""
    out, err, status = io.StringIO(), io.StringIO(), 0
    try:
        call_command(words[0].replace("-", "_"), *words[1:], stdout=out, stderr=err)
    except CommandError as refused:
        status = 1
        err.write(f"CommandError: {refused}")
    except SystemExit as ended:
        status = int(ended.code or 0)
    return {"status": status, "out": out.getvalue(), "err": err.getvalue()}

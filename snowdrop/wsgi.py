"""What the web process serves: Django, reached by the front door alone, over a private socket."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterable
from typing import Any

from django.core.wsgi import get_wsgi_application

from snowdrop.ground.tally import Tally

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "snowdrop.settings")
_django = get_wsgi_application()
_counting = threading.Lock()
_TOO_MANY = 429

tally = Tally("web")
_took = tally.durations("answer")
_under_way = 0
tally.gauges["under_way"] = lambda: _under_way


def application(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """Django's answer. Who asks is whom the front door names: it says so itself and believes no visitor in it."""
    environ["REMOTE_ADDR"] = environ.get("HTTP_X_FORWARDED_FOR", "")
    began = time.perf_counter()
    _note_under_way(1)
    try:
        answer = _django(environ, start_response)
        _note(answer, time.perf_counter() - began)
        return answer
    finally:
        _note_under_way(-1)


def _note(answer: Any, seconds: float) -> None:
    """Counts an answer by its class, and by itself what a limit has refused; one that is a file has no status."""
    status = getattr(answer, "status_code", 200)
    with _counting:
        _took.add(seconds)
        tally.count(f"answers.{status // 100}xx")
        if status == _TOO_MANY:
            tally.count("limited")


def _note_under_way(by: int) -> None:
    global _under_way
    with _counting:
        _under_way += by

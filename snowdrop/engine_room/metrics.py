"""The same figures for Prometheus, at a port of this computer alone, for whoever brings the word that opens it.

The library writes the format and serves it; its counters are not used: in several processes one costs six millionths
of a second, thirty times what ours do (docs/decisions/0026).
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from hmac import compare_digest
from typing import TYPE_CHECKING, Any, Final
from wsgiref.simple_server import WSGIRequestHandler, make_server

from django.conf import settings
from django.db import close_old_connections
from django.utils.crypto import salted_hmac

from snowdrop.engine_room.looking import look
from snowdrop.ground import clock, running
from snowdrop.ground.tally import BOUNDS

if TYPE_CHECKING:
    from prometheus_client.metrics_core import Metric

_SECONDS: Final = 10
"""Within which whoever connects has to have asked."""

HELP: Final[Mapping[str, str]] = {
    "running_seconds": "Seconds since Snowdrop began to serve.",
    "process_unheard_seconds": "Seconds since a process has told how it runs.",
    "process_memory_bytes": "Memory of a process and of those that it started (PSS).",
    "front_answers_per_second": "Answers from memory, over the last minute.",
    "front_answers_p99_seconds": "Within which 99 of 100 visitors were answered from memory in the last minute.",
    "front_late_seconds": "The longest that somebody who asked waited for the front door, in the last minute.",
    "front_kept_per_second": "What was sent and kept, over the last minute.",
    "front_kept_p99_seconds": "Within which 99 of 100 were kept in the last minute, from the whole body on.",
    "front_waiting": "The most that waited to be kept at once in the last minute.",
    "front_batch_size": "How many were kept in one transaction, on average over the last minute.",
    "front_commit_p99_seconds": "Within which 99 of 100 batches were on disk in the last minute.",
    "front_refused_per_second": "Requests that the front door refused, by status, over the last minute.",
    "front_sieges": "The most pages under siege at once in the last minute.",
    "front_asked_per_second": "Forms that were asked for a moment, over the last minute.",
    "web_answers_per_second": "Answers by Django, over the last minute.",
    "web_answers_p99_seconds": "Within which 99 of 100 answers were made by Django in the last minute.",
    "web_under_way": "The most pages that were made at once in the last minute.",
    "web_failed_per_second": "Answers of class 5xx by Django, over the last minute.",
    "web_limited_per_second": "Answers that a limit refused, over the last minute.",
    "failures": "How often in a row a round of the worker has failed.",
    "journal_behind_entries": "By how many entries, at most, a reader of the journal is behind.",
    "journal_behind_seconds": "How old the oldest entry is that a reader of the journal has before it.",
    "queue_oldest_seconds": "How long the oldest of a queue waits.",
    "database_bytes": "Size of the database, and of its write-ahead log.",
    "disk_free_bytes": "What is free where the data lies.",
    "backup_age_seconds": "How old the last backup is.",
    "backup_bytes": "Size of the last backup.",
    "backup_verified_age_seconds": "How long ago a backup was tried out.",
    "instance_key_age_seconds": "How old the instance key is.",
}

COUNTED: Final[Mapping[str, tuple[str, str, str]]] = {
    "handed_on": ("handed_on", "", "Requests that the front door handed on to Django."),
    "sent": ("sent", "", "Pieces that were brought to the writer."),
    "refused": ("refused", "status", "Requests that were refused, by status."),
    "asked": ("asked", "", "Forms that were asked for a moment, because their page was under siege."),
    "let_in": ("let_in", "by", "Forms that were let in after that, by work or by waiting."),
    "answers": ("answers", "class", "Answers, by class of status."),
    "limited": ("limited", "", "Answers that a limit refused."),
}
"""What processes count, by the first part of its name: how it is called here, what the second part says, in words."""

TIMED: Final[Mapping[str, str]] = {
    "answer": "How long answers took.",
    "keeping": "How long it took to keep what was sent, from the whole body to the answer.",
    "commit": "How long it took until a batch was on disk.",
}


def secret() -> str:
    """The word that opens the figures: the same on all machines that share a secret, and new with a new one."""
    return salted_hmac("snowdrop.engine_room.metrics", "read", algorithm="sha256").hexdigest()


def serve(host: str, port: int) -> None:
    """Serves the figures in a thread of its own, one question at a time. Raises OSError where the port is taken."""
    server = make_server(host, port, application(), handler_class=_Quiet)
    threading.Thread(target=server.serve_forever, name="metrics", daemon=True).start()


def application() -> Callable[..., Iterable[bytes]]:
    """What answers `/metrics`, and at every other address, or without the secret, that there is nothing."""
    from prometheus_client import CollectorRegistry, make_wsgi_app

    registry = CollectorRegistry(auto_describe=False)
    registry.register(_Figures())
    figures = make_wsgi_app(registry)

    def answer(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        given = environ.get("HTTP_AUTHORIZATION", "").encode()
        if environ["PATH_INFO"] != "/metrics" or not compare_digest(given, f"Bearer {secret()}".encode()):
            start_response("404 Not Found", [("Content-Type", "text/plain")])
            return [b"There is nothing here.\n"]
        return figures(environ, start_response)

    return answer


class _Quiet(WSGIRequestHandler):
    timeout = _SECONDS

    def handle(self) -> None:
        try:
            super().handle()
        finally:
            close_old_connections()

    def log_message(self, format: str, *args: Any) -> None:
        """The log holds what failed, not who asked."""


class _Figures:
    """What the library asks at each question."""

    def collect(self) -> Iterator[Metric]:
        """All that is seen, as it is now, and what each process has counted since it began."""
        from prometheus_client.core import GaugeMetricFamily

        seen = look(clock.now())
        yield GaugeMetricFamily("snowdrop_state", "0 fine, 1 slow, 2 stuck: that of whatever stands worst.", seen.state)
        families: dict[str, GaugeMetricFamily] = {}
        for figure in (one for part in seen.parts for line in part.lines for one in line.figures):
            if figure.name not in families:
                families[figure.name] = GaugeMetricFamily(
                    f"snowdrop_{figure.name}", HELP[figure.name], labels=[*figure.of]
                )
            families[figure.name].add_metric([*figure.of.values()], figure.value)
        yield from families.values()
        for report in running.reports(settings.SNOWDROP.running).values():
            yield from _counted(report)


def _counted(report: running.Report) -> Iterator[Metric]:
    from prometheus_client.core import CounterMetricFamily, HistogramMetricFamily

    families: dict[str, CounterMetricFamily] = {}
    for name, times in report.now.counts.items():
        first, _, second = name.partition(".")
        called, says, words = COUNTED[first]
        if first not in families:
            full = f"snowdrop_{report.process}_{called}"
            families[first] = CounterMetricFamily(full, words, labels=[says] if says else [])
        families[first].add_metric([second] if says else [], times)
    yield from families.values()
    for name, took in report.now.durations.items():
        family = HistogramMetricFamily(f"snowdrop_{report.process}_{name}_seconds", TIMED[name])
        family.add_metric([], [*_cumulative(took["counts"])], took["total"])
        yield family


def _cumulative(counts: Iterable[int]) -> Iterator[tuple[str, float]]:
    seen = 0
    for bound, count in zip([*map(str, BOUNDS), "+Inf"], counts, strict=True):
        seen += count
        yield bound, seen

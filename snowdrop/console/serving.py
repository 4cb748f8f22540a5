"""Serves: three processes that end together. The front listens to people, web is Django, the worker does the rest."""

from __future__ import annotations

import gc
import multiprocessing
import os
import resource
import signal
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from typing import Any, Final

from django.conf import settings
from django.urls import get_resolver

from snowdrop.engine_room.vocabulary import WEB_THREADS
from snowdrop.front.edition import edition
from snowdrop.ground import published, running
from snowdrop.ground.processes import end_with_parent

_CONNECTIONS: Final = 8192
_HEADER_MILLISECONDS: Final = 5000
"""For the head of a request; also how long an idle connection is kept."""
_HEAD_BYTES: Final = 64 * 1024
"""About as much of a head is taken; browsers and proxies stay far below."""
_LEAVE_SECONDS: Final = 5
"""For requests that are under way at the end."""
_END_SECONDS: Final = 8.0

_ENDINGS: Final = (signal.SIGTERM, signal.SIGINT)
"""How somebody asks a process to end."""

LOOPBACK: Final = "127.0.0.1"
"""Where figures are read, and nowhere else."""

_forking = multiprocessing.get_context("fork")  # children share what the parent has loaded already


class CannotServe(SystemExit):
    """Serving cannot begin; the sentence says why."""


def serve(host: str, port: int) -> int:
    """Serves until it is asked to end, or until one of the three processes ends. Answers with the exit status."""
    _refuse_open_mailbox(host)
    _refuse_port_in_use(host, port, "choose another port with --port.")
    if settings.SNOWDROP.metrics_port:
        _refuse_port_in_use(LOOPBACK, settings.SNOWDROP.metrics_port, "choose another SNOWDROP_METRICS_PORT.")
    bell = _hang_bell()
    published.trust_nothing()
    _note_serving(edition())  # found once, so that all processes mean the same
    with tempfile.TemporaryDirectory(prefix="snowdrop-") as folder:
        web = os.path.join(folder, "web")
        processes = [
            _process("front", partial(_serve_front, host, port, web)),
            _process("web", partial(_serve_web, web)),
            _process("worker", _work),
        ]
        try:
            _start(*processes)
            return _watch(processes, bell)
        finally:
            _end(processes)
            running.note_end(settings.SNOWDROP.running)


def _note_serving(edition: str) -> None:
    """A disk without room keeps nobody from being served; they are only not seen."""
    try:
        running.note_serving(settings.SNOWDROP.running, edition)
    except OSError as failure:
        _say(f"It could not be noted that Snowdrop serves ({failure.strerror}); `snowdrop status` will not know of it.")


def _hang_bell() -> int:
    """What becomes readable once somebody asks this process to end, also if they ask while it is still starting.

    An exception raised by a signal could be lost in whatever happens to run at that moment.
    """
    bell, rope = os.pipe()
    os.set_blocking(rope, False)
    for number in _ENDINGS:
        signal.signal(number, lambda _number, _frame: os.write(rope, b"."))
    return bell


def _start(front: BaseProcess, *others: BaseProcess) -> None:
    """Starts the front first, which is wanted soonest; then loads every view, once, for the others."""
    import granian.server  # noqa: F401 - for all of them

    gc.freeze()
    _start_one(front)
    get_resolver().url_patterns  # noqa: B018 - loading is what it is asked for
    gc.freeze()
    for process in others:
        _start_one(process)


def _start_one(process: BaseProcess) -> None:
    """Nobody asks a process to end before it can hear it: until then the wish waits."""
    signal.pthread_sigmask(signal.SIG_BLOCK, _ENDINGS)
    try:
        process.start()
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDINGS)


def _watch(processes: Sequence[BaseProcess], bell: int) -> int:
    """Waits until the bell rings, or until one of the processes ends."""
    ended = wait([bell, *(process.sentinel for process in processes)])
    if bell in ended:
        return 0
    for process in processes:
        if process.sentinel in ended:
            process.join()
            _say(f"The {process.name} process ended by itself (status {process.exitcode}); so everything ends.")
    return 1


def _end(processes: Sequence[BaseProcess]) -> None:
    for number in _ENDINGS:
        signal.signal(number, signal.SIG_IGN)
    started = [process for process in processes if process.pid is not None]
    for process in started:
        process.terminate()
    patience = time.monotonic() + _END_SECONDS
    for process in started:
        process.join(max(0.0, patience - time.monotonic()))
        if process.is_alive():
            _say(f"The {process.name} process did not end in {_END_SECONDS:.0f} s and was stopped.")
            process.kill()
            process.join()


def _process(name: str, run: Callable[[], None]) -> BaseProcess:
    return _forking.Process(name=name, target=_child, args=(run, os.getpid()))


def _child(run: Callable[[], None], parent: int) -> None:
    end_with_parent(parent)
    for number in _ENDINGS:
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDINGS)
    run()


def _serve_front(host: str, port: int, web: str) -> None:
    from granian.constants import Interfaces, Loops

    _allow_many_connections()
    _serve_with_granian(
        _load_front,
        web,
        address=host,
        port=port,
        interface=Interfaces.RSGI,
        loop=Loops.uvloop,
        backlog=_CONNECTIONS,
        backpressure=_CONNECTIONS,
    )


def _serve_web(web: str) -> None:
    from granian.constants import Interfaces

    _serve_with_granian(
        _load_web, web, uds=web, uds_permissions=0o600, interface=Interfaces.WSGI, blocking_threads=WEB_THREADS
    )


def _serve_with_granian(load: Callable[[int, str], Any], web: str, **options: Any) -> None:
    from pathlib import Path

    from granian import Granian
    from granian.constants import HTTPModes
    from granian.http import HTTP1Settings
    from granian.log import LogLevels

    if "uds" in options:
        options["uds"] = Path(options["uds"])
    server = Granian(
        target="snowdrop",
        workers=1,
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(header_read_timeout=_HEADER_MILLISECONDS, max_buffer_size=_HEAD_BYTES),
        websockets=False,
        workers_kill_timeout=_LEAVE_SECONDS,
        log_level=LogLevels.error,
        **options,
    )
    server.serve(target_loader=partial(load, os.getpid(), web), wrap_loader=False)


def _load_front(parent: int, web: str) -> Any:
    """In granian's own child: the application."""
    end_with_parent(parent)
    from snowdrop.front.app import Front
    from snowdrop.safeguarding import gentle

    _beside(gentle.warm)
    return Front(web)


def _load_web(parent: int, _web: str) -> Any:
    end_with_parent(parent)
    from snowdrop.safeguarding import screening
    from snowdrop.wsgi import application, tally

    tally.start(settings.SNOWDROP.running)
    _beside(screening.warm)
    return application


def _beside(act: Callable[[], None]) -> None:
    """In a thread of its own, so that whoever asks meanwhile is answered."""
    threading.Thread(target=act, daemon=True).start()


def _work() -> None:
    from snowdrop.console.backups import standby
    from snowdrop.engine_room import metrics
    from snowdrop.front.readers import tidy_up
    from snowdrop.front.watching import watching
    from snowdrop.ground import worker
    from snowdrop.ground.tally import Tally
    from snowdrop.safeguarding import screening

    def at_start() -> None:
        tidy_up()
        screening.warm()

    stop = threading.Event()
    for number in _ENDINGS:
        signal.signal(number, lambda *_: stop.set())
    if copy := standby.wanted():
        _beside(partial(standby.keep_up, copy, stop))
    tally = Tally("worker")
    tally.start(settings.SNOWDROP.running)
    if settings.SNOWDROP.metrics_port:
        metrics.serve(LOOPBACK, settings.SNOWDROP.metrics_port)
    worker.work(stop, at_start=at_start, tally=tally, beside=watching())


def _refuse_open_mailbox(host: str) -> None:
    """While developing, whoever reaches the server can read its mails, and the codes to sign in that are in them."""
    if settings.SNOWDROP.developing and host not in {"127.0.0.1", "::1", "localhost"}:
        raise CannotServe(
            f"Snowdrop does not listen on {host} while it shows its mails to everybody who can reach it. Set"
            f" SNOWDROP_ADDRESS to the address that people use, or SNOWDROP_DEVELOPING=no."
        )


def _refuse_port_in_use(host: str, port: int, otherwise: str) -> None:
    """Without asking for a share in the port, as granian does: two servers on one port would take turns in silence."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as failure:
            raise CannotServe(
                f"Snowdrop cannot listen on {host}, port {port}: {failure.strerror}. Another server may be running"
                f" there; {otherwise}"
            ) from failure


def _allow_many_connections() -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 2 * _CONNECTIONS
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, min(wanted, hard)), hard))


def _say(sentence: str) -> None:
    print(f"snowdrop: {sentence}", file=sys.stderr, flush=True)

"""Serves: three processes that end together. The front listens to people, web is Django, the worker does the rest."""

from __future__ import annotations

import gc
import mmap
import multiprocessing
import os
import signal
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from functools import partial
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from typing import Any, Final, NoReturn

from django.conf import settings
from django.urls import get_resolver

from snowdrop.console.listening import CannotListen, OneSocket, hand_over, knocking_place, most_connections
from snowdrop.engine_room.vocabulary import WEB_THREADS
from snowdrop.front.edition import edition
from snowdrop.ground import published, running
from snowdrop.ground.processes import end_with_parent

_HEADER_MILLISECONDS: Final = 5000
"""For the head of a request; also how long an idle connection is kept."""
_HEAD_BYTES: Final = 64 * 1024
"""About as much of a head is taken; browsers and proxies stay far below."""
_FAREWELL_SECONDS: Final = 0.5
"""In which every answer says that it is the last of its connection, so that hardly one is cut between two requests."""
_LEAVE_SECONDS: Final = 5
"""For requests that are under way at the end; whoever reads or sends more slowly goes on where they were."""
_END_SECONDS: Final = 8.0

_FRONT_LOOKS_FOR_CIRCLES_AFTER: Final = 20_000
"""New objects. What is under way makes hundreds of them, and hardly ever a circle; a look at each 700 took 4 %."""
_ENDINGS: Final = (signal.SIGTERM, signal.SIGINT)
"""How somebody asks a process to end."""
ANEW: Final = signal.SIGUSR1
"""How somebody asks it to begin anew: not by SIGHUP, which a terminal sends when it is closed."""
_WISHES: Final = {**dict.fromkeys(_ENDINGS, b"."), ANEW: b"a"}

LOOPBACK: Final = "127.0.0.1"
"""Where figures are read, and nowhere else."""

_forking = multiprocessing.get_context("fork")  # children share what the parent has loaded already


class CannotServe(SystemExit):
    """Serving cannot begin; the sentence says why."""


def serve(host: str, port: int) -> int:
    """Serves until it is asked to end, or until one of the three processes ends. Answers with the exit status.

    Asked to begin anew (`snowdrop restart`), it ends everything in order and becomes the program as it is by then;
    people who come meanwhile wait at the socket for those seconds.
    """
    _refuse_open_mailbox(host)
    place = _place_of(host, port)
    if settings.SNOWDROP.metrics_port:
        _refuse_port_in_use(settings.SNOWDROP.metrics_port)
    bell = _hang_bell()
    published.trust_nothing()
    _note_serving(edition())  # found once, so that all processes mean the same
    leaving = mmap.mmap(-1, 1)
    with tempfile.TemporaryDirectory(prefix="snowdrop-") as folder:
        web = os.path.join(folder, "web")
        processes = [
            _process("front", partial(_serve_front, place, web, leaving)),
            _process("web", partial(_serve_web, web)),
            _process("worker", _work),
        ]
        try:
            _start(*processes)
            status = _watch(processes, bell)
        finally:
            _end(processes, leaving)
            running.note_end(settings.SNOWDROP.running)
    if status is None and _is_wished_anew(bell):
        _begin_anew(place)
    return status or 0


def _begin_anew(place: socket.socket) -> NoReturn:
    """The same process, so that whoever watches over it sees none end. A wish to end that comes meanwhile waits."""
    signal.pthread_sigmask(signal.SIG_BLOCK, _WISHES)
    hand_over(place)
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])


def _note_serving(edition: str) -> None:
    """A disk without room keeps nobody from being served; they are only not seen."""
    try:
        running.note_serving(settings.SNOWDROP.running, edition)
    except OSError as failure:
        _say(f"It could not be noted that Snowdrop serves ({failure.strerror}); `snowdrop status` will not know of it.")


def _hang_bell() -> int:
    """What becomes readable once somebody wishes something of this process, also if it is still starting.

    An exception raised by a signal could be lost in whatever happens to run at that moment.
    """
    bell, rope = os.pipe()
    os.set_blocking(bell, False)
    os.set_blocking(rope, False)
    for number, sound in _WISHES.items():
        signal.signal(number, lambda _number, _frame, sound=sound: os.write(rope, sound))
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _WISHES)  # where this process has begun anew they have waited
    return bell


def _is_wished_anew(bell: int) -> bool:
    """Whether nobody wished that it ends, neither before nor while it was ending."""
    return b"." not in os.read(bell, 1024)


def _start(front: BaseProcess, *others: BaseProcess) -> None:
    """Starts the front first, which is wanted soonest; then loads every view and phrase set, once, for the others.

    The phrase sets of the screens are fifty megabytes that nobody writes to: made ready here, they are there once.
    """
    import granian.server  # noqa: F401 - for all of them

    from snowdrop.safeguarding import screening

    gc.freeze()
    _start_one(front)
    get_resolver().url_patterns  # noqa: B018 - loading is what it is asked for
    screening.warm()
    gc.freeze()
    for process in others:
        _start_one(process)


def _start_one(process: BaseProcess) -> None:
    """Nobody asks a process to end before it can hear it: until then the wish waits."""
    signal.pthread_sigmask(signal.SIG_BLOCK, _WISHES)
    try:
        process.start()
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _WISHES)


def _watch(processes: Sequence[BaseProcess], bell: int) -> int | None:
    """Waits until the bell rings (None), or until one of the processes ends (the exit status)."""
    ended = wait([bell, *(process.sentinel for process in processes)])
    if bell in ended:
        return None
    for process in processes:
        if process.sentinel in ended:
            process.join()
            _say(f"The {process.name} process ended by itself (status {process.exitcode}); so everything ends.")
    return 1


def _end(processes: Sequence[BaseProcess], leaving: mmap.mmap) -> None:
    """Ends all in order: the worker at once, and web last, for it answers what the front has under way."""
    started = {process.name: process for process in processes if process.pid is not None}
    patience = time.monotonic() + _END_SECONDS
    is_orderly = len(started) == len(processes) and all(process.is_alive() for process in processes)
    leaving[0] = 1
    if "worker" in started:
        started["worker"].terminate()
    time.sleep(_FAREWELL_SECONDS if is_orderly else 0)
    for name in ("front", "web", "worker"):
        if name in started:
            _end_one(started[name], patience)


def _end_one(process: BaseProcess, patience: float) -> None:
    process.terminate()
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
    signal.signal(ANEW, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _WISHES)
    run()


def _serve_front(place: socket.socket, web: str, leaving: mmap.mmap) -> None:
    from granian.constants import Interfaces, Loops

    most = most_connections()
    OneSocket.place = place
    _serve_with_granian(
        OneSocket,
        partial(_load_front, os.getpid(), web, leaving),
        interface=Interfaces.RSGI,
        loop=Loops.uvloop,
        backlog=most,
        backpressure=most,
    )


def _serve_web(web: str) -> None:
    from pathlib import Path

    from granian import Granian
    from granian.constants import Interfaces

    _serve_with_granian(
        Granian,
        partial(_load_web, os.getpid()),
        uds=Path(web),
        uds_permissions=0o600,
        interface=Interfaces.WSGI,
        blocking_threads=WEB_THREADS,
    )


def _serve_with_granian(kind: type[Any], load: Callable[[], Any], **options: Any) -> None:
    from granian.constants import HTTPModes
    from granian.http import HTTP1Settings
    from granian.log import LogLevels

    server = kind(
        target="snowdrop",
        workers=1,
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(header_read_timeout=_HEADER_MILLISECONDS, max_buffer_size=_HEAD_BYTES),
        websockets=False,
        workers_kill_timeout=_LEAVE_SECONDS,
        log_level=LogLevels.error,
        **options,
    )
    server.serve(target_loader=load, wrap_loader=False)


def _load_front(parent: int, web: str, leaving: mmap.mmap) -> Any:
    """In granian's own child: the application."""
    end_with_parent(parent)
    from snowdrop.front.app import Front
    from snowdrop.safeguarding import gentle

    _beside(gentle.warm)
    gc.freeze()
    gc.set_threshold(_FRONT_LOOKS_FOR_CIRCLES_AFTER)
    return Front(web, is_leaving=lambda: leaving[0] != 0)


def _load_web(parent: int) -> Any:
    end_with_parent(parent)
    from snowdrop.wsgi import application, tally

    tally.start(settings.SNOWDROP.running)
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

    stop = threading.Event()
    for number in _ENDINGS:
        signal.signal(number, lambda *_: stop.set())
    if copy := standby.wanted():
        _beside(partial(standby.keep_up, copy, stop))
    tally = Tally("worker")
    tally.start(settings.SNOWDROP.running)
    if settings.SNOWDROP.metrics_port:
        metrics.serve(LOOPBACK, settings.SNOWDROP.metrics_port)
    worker.work(stop, at_start=tidy_up, tally=tally, beside=watching())


def _refuse_open_mailbox(host: str) -> None:
    """While developing, whoever reaches the server can read its mails, and the codes to sign in that are in them."""
    if settings.SNOWDROP.developing and host not in {"127.0.0.1", "::1", "localhost"}:
        raise CannotServe(
            f"Snowdrop does not listen on {host} while it shows its mails to everybody who can reach it. Set"
            f" SNOWDROP_ADDRESS to the address that people use, or SNOWDROP_DEVELOPING=no."
        )


def _place_of(host: str, port: int) -> socket.socket:
    try:
        return knocking_place(host, port)
    except CannotListen as failure:
        raise CannotServe(
            f"Snowdrop cannot listen on {host}, port {port}: {failure.strerror}. Another server may be running"
            f" there; choose another port with --port."
        ) from failure


def _refuse_port_in_use(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError as failure:
            raise CannotServe(
                f"Snowdrop cannot listen on {LOOPBACK}, port {port}: {failure.strerror}. Another server may be running"
                f" there; choose another SNOWDROP_METRICS_PORT."
            ) from failure


def _say(sentence: str) -> None:
    print(f"snowdrop: {sentence}", file=sys.stderr, flush=True)

"""The socket at which people knock. It outlives a restart: whoever comes meanwhile waits in its queue, and is let in.

It comes from systemd, or from the process itself before it began anew (sd_listen_fds(3)), or is opened here.
"""

from __future__ import annotations

import os
import resource
import socket
from contextlib import suppress
from typing import Any, Final

from granian.server.mp import MPServer

QUEUE: Final = 8192
"""Connections that wait to be accepted; the system allows fewer where net.core.somaxconn says so."""
MOST_CONNECTIONS: Final = 16384
"""Accepted at the same time, one or two kB each while they are idle; more of them wait in the queue."""
SPARE_FILES: Final = 1024
"""Of those that this process may open: for the database, the way to Django, and what is served from files."""
_FEWEST: Final = 64
_GIVEN: Final = 3
"""The first file that is handed over (SD_LISTEN_FDS_START)."""


class CannotListen(OSError):
    """Nobody can be listened to there; `strerror` says why."""


def knocking_place(host: str, port: int) -> socket.socket:
    """The socket that was handed over, or a new one at this address. Raises CannotListen."""
    handed_over = os.environ.pop("LISTEN_PID", "") == str(os.getpid()) and os.environ.pop("LISTEN_FDS", "0") != "0"
    if handed_over:
        place = socket.socket(fileno=_GIVEN)
        place.set_inheritable(False)
        return place
    return _opened(host, port)


def hand_over(place: socket.socket) -> None:
    """Before this process begins anew: it will find the socket where systemd would have put it."""
    os.dup2(place.fileno(), _GIVEN, inheritable=True)
    os.set_inheritable(_GIVEN, True)  # dup2 does nothing where it is there already
    os.environ |= {"LISTEN_PID": str(os.getpid()), "LISTEN_FDS": "1"}


def most_connections() -> int:
    """How many are accepted at once: never more than there are files for, or none could be accepted at all."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST_CONNECTIONS + SPARE_FILES
    allowed = min(wanted, hard) if hard != resource.RLIM_INFINITY else wanted
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, allowed), hard))
    return max(_FEWEST, allowed - SPARE_FILES)


class OneSocket(MPServer):
    """granian, accepting from a socket that is open already instead of one of its own.

    Its own would end with the process, and with it whoever waits there; one that is shared lets nobody go.
    """

    place: socket.socket

    def _init_shared_socket(self) -> None:
        from granian._granian import SocketHolder

        self._ssp, self._sso, self._sfd = None, None, self.place.fileno()  # type: ignore[assignment]
        self._shd: Any = SocketHolder(self._sfd, False, QUEUE)  # type: ignore[call-arg]


def _opened(host: str, port: int) -> socket.socket:
    """Without a share in the port for others: two servers on one port would take turns in silence."""
    place = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    try:
        place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        place.bind((host, port))
        place.listen(QUEUE)
    except OSError as failure:
        place.close()
        raise CannotListen(failure.errno, failure.strerror) from failure
    return place

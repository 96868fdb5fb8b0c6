"""The caller's end of a nursery: starts it when first needed, and again should it have died."""

import atexit
import json
import os
import select
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO

from .limits import Limits
from .serving import LENGTH_BYTES

PROGRAM = (
    "import sys; sys.path[:] = sys.argv[3:]; "
    "from core.nursery.serving import serve; serve(int(sys.argv[1]), sys.argv[2])"
)
SEND_SECONDS = 2.0
GRACE_SECONDS = 1.0  # the kernel has ended the child by then
PIECE = 1024 * 1024


class Busy(Exception):
    """Others' work took the whole time this one could wait."""


class Silent(Exception):
    """The child ended without a whole answer. ``ran_out_of_time`` says whether the kernel stopped it for that."""

    def __init__(self, ran_out_of_time: bool):
        self.ran_out_of_time = ran_out_of_time


class Nursery:
    """Safe to share between threads. A forked copy of the caller gets a nursery of its own.

    ``module`` has a function ``work(data: bytes) -> bytes`` and, if it shall be rehearsed while nobody waits, data for
    it as ``EXAMPLE``; ``environment`` is all the environment it sees.
    """

    def __init__(
        self, module: str, *, at_once: int = 2, environment: Mapping[str, str] | None = None
    ) -> None:
        self._module, self._at_once, self._environment = module, at_once, dict(environment or {})
        self._begin()
        os.register_at_fork(after_in_child=self._forget)
        atexit.register(self.stop)

    def _begin(self) -> None:
        self._lock = threading.Lock()
        self._places = threading.BoundedSemaphore(self._at_once)
        self._process: subprocess.Popen[bytes] | None = None
        self._orders: socket.socket | None = None

    def answer(self, data: bytes, limits: Limits, *, longest: int) -> bytes:
        """What ``work`` makes of the data. Raises Busy, or Silent; never waits much longer than the limits say."""
        places = self._places
        if not places.acquire(timeout=limits.wall_seconds):
            raise Busy
        try:
            started = time.monotonic()
            answer = self._exchange(data, limits, longest, started)
        finally:
            places.release()
        length, answer = int.from_bytes(answer[:LENGTH_BYTES]), answer[LENGTH_BYTES:]
        if not answer or len(answer) != length:
            raise Silent(time.monotonic() - started >= min(limits.cpu_seconds, limits.wall_seconds) - 0.1)
        return answer

    def _exchange(self, data: bytes, limits: Limits, longest: int, started: float) -> bytes:
        read_end, write_end = os.pipe()
        with os.fdopen(read_end, "rb", buffering=0) as pipe:
            with os.fdopen(write_end, "wb") as theirs, os.fdopen(os.memfd_create("work"), "wb") as given:
                given.write(data)
                given.seek(0)
                self._send(json.dumps(limits._asdict()).encode(), [given.fileno(), theirs.fileno()])
            answer, has_ended = _received(pipe, longest, started + limits.wall_seconds + GRACE_SECONDS)
        if not has_ended:
            self.stop()  # the kernel has long ended the child, so it is the nursery that hangs
        return answer

    def start(self) -> None:
        """Ahead of the first work, which otherwise waits for it."""
        with self._lock:
            self._running_orders()

    def stop(self) -> None:
        with self._lock:
            self._stop()

    def _send(self, order: bytes, descriptors: list[int]) -> None:
        with self._lock:
            try:
                socket.send_fds(self._running_orders(), [order], descriptors)
            except OSError:  # it was killed, or hangs: once more with a new one
                self._stop()
                socket.send_fds(self._running_orders(), [order], descriptors)

    def _running_orders(self) -> socket.socket:
        if self._orders is None:
            ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
            with theirs:
                self._process = self._spawned(theirs.fileno())
            ours.settimeout(SEND_SECONDS)
            self._orders = ours
        return self._orders

    def _spawned(self, socket_number: int) -> subprocess.Popen[bytes]:
        """With nothing of the caller's but the socket: no environment, no other descriptor, a session of its own."""
        path = [str(Path(entry).absolute()) for entry in sys.path]
        return subprocess.Popen(  # noqa: S603  our own Python, program and module name; no word of a user's
            [sys.executable, "-I", "-c", PROGRAM, str(socket_number), self._module, *path],
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            pass_fds=[socket_number],
            start_new_session=True,
        )

    def _stop(self) -> None:
        if self._orders is not None:
            self._orders.close()
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            self._orders = self._process = None

    def _forget(self) -> None:
        """In a forked copy: the nursery belongs to the original, and must see its socket close when that ends."""
        if self._orders is not None:
            self._orders.close()
            self._process.returncode = 0
        self._begin()


def _received(pipe: IO[bytes], most: int, until: float) -> tuple[bytes, bool]:
    """What comes until the child closes its end or says too much; False if neither came in time."""
    poll = select.poll()
    poll.register(pipe, select.POLLIN)
    pieces, size = [], 0
    while poll.poll(max(0, until - time.monotonic()) * 1000):
        piece = os.read(pipe.fileno(), PIECE)
        pieces.append(piece)
        size += len(piece)
        if not piece or size > most:
            return b"".join(pieces), True
    return b"".join(pieces), False

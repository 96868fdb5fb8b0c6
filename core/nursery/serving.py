"""The nursery itself: small, single-threaded, without secrets, kept warm by the caller.

For every piece of work it forks a child with limits that the kernel keeps. Forking the web worker itself would copy
its threads' locks, its database connections and its memory into the one process that touches hostile bytes.

It is started with one socket, on which each message is an order (the limits as JSON) with two descriptors: the bytes
to work on and a pipe for the answer. When the other end of the socket closes, everything here ends.
"""

import gc
import json
import os
import signal
import socket
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module

from .limits import Limits, keep_within

ORDER_BYTES = 4096
LENGTH_BYTES = 8  # before the answer, so that one cut short is noticed

Work = Callable[[bytes], bytes]


def serve(socket_number: int, module: str) -> None:
    """``module`` has a function ``work``; what it needs is imported here, once, for all its children."""
    work: Work = import_module(module).work
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C ends the caller, and that ends us
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # finished children leave nothing behind
    gc.freeze()
    orders = socket.socket(fileno=socket_number)
    while True:
        order, descriptors, _, _ = socket.recv_fds(orders, ORDER_BYTES, 2)
        if not order:
            os.killpg(0, signal.SIGKILL)  # the caller is gone: no child need finish
        with suppress(OSError):  # no process to be had: the caller sees the pipe close
            if os.fork() == 0:
                orders.close()
                _work_and_exit(work, order, *descriptors)
        for descriptor in descriptors:
            os.close(descriptor)


def _work_and_exit(work: Work, order: bytes, given: int, pipe: int) -> None:
    """In the child. Whatever happens here, it ends; a fault that ``work`` lets through is silence."""
    try:
        with os.fdopen(given, "rb") as file:
            data = file.read()
        keep_within(Limits(**json.loads(order)))
        answer = work(data)
        with os.fdopen(pipe, "wb") as out:
            out.write(len(answer).to_bytes(LENGTH_BYTES))
            out.write(answer)
    finally:
        os._exit(0)

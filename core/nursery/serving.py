"""The nursery itself: small, single-threaded, without secrets, kept warm by the caller.

Every piece of work is done by a child, forked ahead, with limits that the kernel keeps. Forking the web worker itself
would copy its threads' locks, its database connections and its memory into the one process that touches hostile bytes.

It is started with one socket, on which each message is an order (the limits as JSON) with two descriptors: the bytes
to work on and a pipe for the answer. When the other end of the socket closes, everything here ends.
"""

import gc
import json
import os
import signal
import socket
from collections.abc import Callable
from importlib import import_module

from .limits import Limits, keep_within

ORDER_BYTES = 4096
LENGTH_BYTES = 8  # before the answer, so that one cut short is noticed

Work = Callable[[bytes], bytes]


def serve(socket_number: int, module: str) -> None:
    """``module`` has a function ``work``; what it needs is imported here, once, for all its children.

    One child is always waiting, so that nobody waits for a fork. Each does one piece of work and ends.
    """
    imported = import_module(module)
    work: Work = imported.work
    example: bytes | None = getattr(imported, "EXAMPLE", None)
    _rehearse(work, example)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C ends the caller, and that ends us
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # finished children leave nothing behind
    gc.freeze()
    orders = socket.socket(fileno=socket_number)
    while True:
        taken, told = os.pipe()
        if os.fork() == 0:
            os.close(taken)
            _take_one_and_exit(work, example, orders, told)
        os.close(told)
        os.read(taken, 1)
        os.close(taken)


def _rehearse(work: Work, example: bytes | None) -> None:
    """Work that was done before takes half as long: its code is known, and no page of memory is still to be copied.

    Of the code it is enough that the nursery knows it; its memory each child has to make its own.
    """
    if example is not None:
        work(example)


def _take_one_and_exit(work: Work, example: bytes | None, orders: socket.socket, told: int) -> None:
    """In the child. Whatever happens here, it ends; the closing of ``told`` calls for the next child."""
    try:
        _rehearse(work, example)
        order, descriptors, _, _ = socket.recv_fds(orders, ORDER_BYTES, 2)
        if not order:
            os.killpg(0, signal.SIGKILL)  # the caller is gone: nobody here need finish
        os.close(told)
        orders.close()
        _work(work, order, *descriptors)
    finally:
        os._exit(0)


def _work(work: Work, order: bytes, given: int, pipe: int) -> None:
    """A fault that ``work`` lets through is silence."""
    with os.fdopen(given, "rb") as file:
        data = file.read()
    keep_within(Limits(**json.loads(order)))
    answer = work(data)
    with os.fdopen(pipe, "wb") as out:
        out.write(len(answer).to_bytes(LENGTH_BYTES))
        out.write(answer)

"""What the nursery of the tests can be asked to do."""

import os
import resource
import signal
import socket
import time

EXAMPLE = b"rehearse"
rehearsals: list[int] = []  # in which process


def work(data: bytes) -> bytes:
    return globals()[data.decode()]()


def rehearse() -> bytes:
    rehearsals.append(os.getpid())
    return b"rehearsed"


def where_rehearsed() -> bytes:
    return repr(rehearsals == [os.getppid(), os.getpid()]).encode()


def echo() -> bytes:
    return b"echo"


def environment() -> bytes:
    return repr(dict(os.environ)).encode()


def process() -> bytes:
    return f"{os.getppid()}".encode()


def spin() -> bytes:
    while True:
        pass


def sleep() -> bytes:
    time.sleep(60)
    return b"woken"


def eat() -> bytes:
    try:
        return bytes(10**12)[:1]
    except MemoryError:
        return b"no more memory"


def open_a_file() -> bytes:
    try:
        os.close(os.open(os.devnull, os.O_RDONLY))
        return b"opened"
    except OSError:
        return b"not allowed"


def write_a_file() -> bytes:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    file = os.memfd_create("test")
    try:
        return f"{os.pwrite(file, bytes(2000), 0)}".encode()
    except OSError:
        return b"not allowed"


def open_a_socket() -> bytes:
    try:
        socket.socket().close()
        return b"opened"
    except OSError:
        return b"not allowed"


def core_limit() -> bytes:
    return f"{resource.getrlimit(resource.RLIMIT_CORE)}".encode()


def die() -> bytes:
    os.kill(os.getpid(), signal.SIGKILL)
    return b""


def raise_a_fault() -> bytes:
    raise ValueError("fault")


def long() -> bytes:
    return bytes(5 * 1024 * 1024)

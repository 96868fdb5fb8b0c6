import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress

import psutil
import pytest

from core.nursery import Busy, Limits, Nursery, Silent

LIMITS = Limits(512 * 1024 * 1024, cpu_seconds=5, wall_seconds=5)
LONGEST = 10 * 1024 * 1024


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    made = Nursery("tests.core.nursery_work", environment={"NAME": "value"})
    yield made
    made.stop()


def ask(nursery: Nursery, order: str, **limits) -> bytes:
    return nursery.answer(order.encode(), LIMITS._replace(**limits), longest=LONGEST)


def test_work_is_answered(nursery):
    assert ask(nursery, "echo") == b"echo"


def test_work_was_rehearsed_once_by_the_nursery_and_once_by_each_child(nursery):
    assert [ask(nursery, "where_rehearsed") for _ in range(2)] == [b"True"] * 2


def test_a_long_answer_comes_whole(nursery):
    assert ask(nursery, "long") == bytes(5 * 1024 * 1024)


def test_an_answer_longer_than_allowed_is_silence(nursery):
    with pytest.raises(Silent):
        nursery.answer(b"long", LIMITS, longest=1024)


def test_it_sees_no_environment_but_its_own(nursery, monkeypatch):
    monkeypatch.setenv("DATABASE_PASSWORD", "secret")

    assert ask(nursery, "environment") == repr({"NAME": "value", "LC_CTYPE": "C.UTF-8"}).encode()


@pytest.mark.parametrize(
    ("order", "limits", "answer"),
    [
        ("eat", {}, b"no more memory"),
        ("open_a_file", {}, b"not allowed"),
        ("open_a_file", {"open_files": 16}, b"opened"),
        ("open_a_socket", {}, b"not allowed"),
        ("write_a_file", {"open_files": 16, "file_bytes": 1000}, b"1000"),
        ("core_limit", {}, b"(0, 0)"),
    ],
)
def test_the_limits_hold(nursery, order, limits, answer):
    assert ask(nursery, order, **limits) == answer


@pytest.mark.parametrize(
    ("order", "limits"), [("spin", {"cpu_seconds": 1}), ("sleep", {"wall_seconds": 0.3})]
)
def test_work_that_does_not_end_is_ended(nursery, order, limits):
    with pytest.raises(Silent) as silence:
        ask(nursery, order, **limits)

    assert silence.value.ran_out_of_time


@pytest.mark.parametrize("order", ["die", "raise_a_fault"])
def test_a_child_that_dies_is_silence_and_others_go_on(nursery, order):
    with pytest.raises(Silent) as silence:
        ask(nursery, order)

    assert not silence.value.ran_out_of_time
    assert ask(nursery, "echo") == b"echo"


def test_a_killed_nursery_is_started_again(nursery):
    first = int(ask(nursery, "process"))
    os.kill(first, signal.SIGKILL)
    psutil.wait_procs([psutil.Process(first)], timeout=5)

    assert int(ask(nursery, "process")) != first


def test_a_killed_waiting_child_is_replaced(nursery):
    (waiting,) = psutil.Process(int(ask(nursery, "process"))).children()[-1:]
    waiting.kill()
    psutil.wait_procs([waiting], timeout=5)

    assert [ask(nursery, "echo") for _ in range(3)] == [b"echo"] * 3


def test_a_nursery_that_hangs_is_replaced(nursery):
    hanging = int(ask(nursery, "process"))
    os.killpg(hanging, signal.SIGSTOP)

    with pytest.raises(Silent) as silence:
        ask(nursery, "echo", wall_seconds=0.1)

    assert silence.value.ran_out_of_time
    assert int(ask(nursery, "process")) != hanging
    assert not psutil.pid_exists(hanging)


def test_no_descriptor_and_no_process_is_left_behind(nursery):
    process = psutil.Process(int(ask(nursery, "process")))
    before = psutil.Process().num_fds()

    for order in ("echo", "die", "long") * 5:
        with suppress(Silent):
            ask(nursery, order)

    *finished, waiting = process.children()
    assert psutil.wait_procs(finished, timeout=5)[1] == []
    assert waiting.is_running()
    assert psutil.Process().num_fds() == before


def test_work_waits_for_its_turn_no_longer_than_it_may_take():
    with pytest.raises(Busy):
        ask(Nursery("tests.core.nursery_work", at_once=0), "echo", wall_seconds=0.1)


def test_a_forked_copy_of_the_caller_gets_its_own_and_the_original_keeps_its_own(nursery):
    ours = ask(nursery, "process")
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(write_end, ask(nursery, "process"))
        nursery.stop()
        os._exit(0)
    os.waitpid(child, 0)

    with os.fdopen(read_end, "rb", buffering=0) as pipe:
        assert pipe.read(100) != ours
    os.close(write_end)
    assert ask(nursery, "process") == ours


CALLER = """
import sys
from core.nursery import Limits, Nursery
nursery = Nursery("tests.core.nursery_work")
print(int(nursery.answer(b"process", Limits(10**9, 5, 5), longest=100)), flush=True)
sys.stdin.read()
"""


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_nothing_outlives_a_caller_that_is_killed(end):
    path = {"PYTHONPATH": os.pathsep.join(sys.path)}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen([sys.executable, "-c", CALLER], env=path, **pipes) as caller:
        nursery = psutil.Process(int(caller.stdout.readline()))
        everyone = [nursery, *nursery.children()]

        caller.send_signal(end)
        try:
            caller.wait(10)  # for ever where the tests were started with the signal ignored
        finally:
            caller.kill()

    _, alive = psutil.wait_procs(everyone, timeout=5)
    assert not [left for left in alive if left.status() != psutil.STATUS_ZOMBIE]


def test_it_ends_with_its_caller():
    made = Nursery("tests.core.nursery_work")
    process = psutil.Process(int(ask(made, "process")))

    made._orders.close()

    _, alive = psutil.wait_procs([process], timeout=5)
    assert not [left for left in alive if left.status() != psutil.STATUS_ZOMBIE]
    made._process.wait()
    made._orders = None

"""Whatever happens to the reading child, the caller gets the workbook or a sentence."""

import logging
import resource
from concurrent.futures import ThreadPoolExecutor

import pytest

from core.workbook import HISTORY, MONTHLY, Limits, UnreadableWorkbook, read_workbook
from core.workbook.asking import nursery
from core.workbook.example import example_order
from core.workbook.wire import unpack_order
from tests.factories.workbooks import scorecard_bytes, xlsx, xlsx_with

MEGABYTE = 1024 * 1024
GOOD = xlsx_with('<c r="A1"><v>98.9</v></c>')


def read_good() -> str:
    return read_workbook(GOOD, filename="figures.xlsx").sheets[0].rows[0].cells[0].text


def code_of(data: bytes, limits: Limits = MONTHLY) -> str:
    with pytest.raises(UnreadableWorkbook) as refusal:
        read_workbook(data, filename="figures.xlsx", limits=limits)
    return refusal.value.code


def many_rows(rows: int) -> bytes:
    cells = [f'<c r="{letter}%d"><v>0.98899999999999999</v></c>' for letter in "ABCDEFGHIJKL"]
    return xlsx(
        "".join(f'<row r="{n}">{"".join(cell % n for cell in cells)}</row>' for n in range(1, rows + 1))
    )


@pytest.fixture(scope="module")
def slow() -> bytes:
    """Some half a second's work."""
    return many_rows(20_000)


def test_a_whole_scorecard_arrives():
    sheet = read_workbook(scorecard_bytes(61), filename="figures.xlsx").sheets[0]

    assert [len(row.cells) for row in sheet.rows] == [12] * 61
    assert (sheet.rows[60].cells[2].address, sheet.rows[60].cells[2].text) == ("C61", "42")


def test_the_example_is_a_workbook_without_a_fault():
    ending, limits, data = unpack_order(example_order())

    workbook = read_workbook(data, filename=f"example{ending}", limits=limits)

    assert ([len(row.cells) for row in workbook.sheets[0].rows], workbook.warnings) == ([8] * 60, ())


def test_a_long_history_is_read_within_limits_of_its_own(slow: bytes, caplog):
    caplog.set_level(logging.DEBUG, logger="core.workbook.asking")

    (sheet,) = read_workbook(slow, filename="history.xlsx", limits=HISTORY).sheets

    assert (len(sheet.rows), sheet.rows[-1].cells[-1].address) == (20_000, "L20000")
    assert caplog.records[0].args[0] < 512 * 1024


def test_a_month_has_no_room_for_a_long_history(slow: bytes):
    assert code_of(slow) == "too_many_rows"


@pytest.mark.parametrize("megabytes", [1, 24, 32])
def test_lack_of_memory_is_said_and_the_next_file_is_read(megabytes: int):
    code = code_of(many_rows(4_000), MONTHLY._replace(memory_bytes=megabytes * MEGABYTE))

    assert code in ("too_much_memory", "reader_stopped")
    assert read_good() == "98.9"


def test_a_history_has_20000_rows_at_most():
    last, beyond = (xlsx(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>') for n in (20_000, 20_001))

    assert read_workbook(last, filename="a.xlsx", limits=HISTORY).sheets[0].rows[0].number == 20_000
    assert code_of(beyond, HISTORY) == "too_many_rows"


def test_a_file_that_takes_too_long_is_stopped_and_the_next_one_is_read(slow: bytes):
    assert code_of(slow, HISTORY._replace(wall_seconds=0.05)) == "too_slow"
    assert read_good() == "98.9"


def test_a_third_file_at_once_waits_and_is_then_sent_away():
    with nursery._places, nursery._places:
        code = code_of(GOOD, MONTHLY._replace(wall_seconds=0.01))

    assert code == "busy"
    assert read_good() == "98.9"


def test_threads_get_each_their_own_answer():
    files = [xlsx_with(f'<c r="A1"><v>{number}</v></c>') for number in range(16)]

    with ThreadPoolExecutor(8) as threads:
        workbooks = list(threads.map(lambda data: read_workbook(data, filename="a.xlsx"), files))

    assert [workbook.sheets[0].rows[0].cells[0].text for workbook in workbooks] == [str(n) for n in range(16)]


def test_a_refused_file_costs_the_caller_no_memory():
    read_good()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    code_of(many_rows(4_000), MONTHLY._replace(rows=3_999))

    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20 * 1024

"""A file of nothing but faults: all are counted, a readable number is kept, and the check stays cheap."""

import datetime
import io
import time
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from core.access import Role
from core.workbook import HISTORY, warm_up
from scorecard.actions import receive_upload
from scorecard.forms.uploads import SubmitForm
from scorecard.imports.findings import LISTED_AT_MOST, Finding, Pile, Rule
from scorecard.periods import shift_months
from tests.factories.scorecard import IndicatorFactory
from tests.scorecard.checking import report_of
from tests.scorecard.workbooks import HEADINGS, csv_file, row, value

pytestmark = pytest.mark.django_db

NINE_FAULTS = dict.fromkeys(HEADINGS, "nonsense")
MEGABYTE = 1024 * 1024


def faulty(rows: int) -> bytes:
    """Every row has nine problems: only its name and its note can be read."""
    return csv_file(*(row(**NINE_FAULTS | {"Code": f"XX{n}"}) for n in range(rows)))


def finding(rule=Rule.NUMBER, cell="E2", *, must_confirm=False):
    return Finding(rule, "Enter it again.", "Scorecard", cell, must_confirm=must_confirm)


def test_pile_counts_all_and_keeps_what_can_be_listed_of_each_kind():
    pile = Pile()

    pile.extend(finding(cell=f"E{n}") for n in range(2, LISTED_AT_MOST + 5))
    pile.add(finding(Rule.MONTH, "D900"))

    assert (len(pile), len(pile.kept)) == (LISTED_AT_MOST + 4, LISTED_AT_MOST + 1)
    assert pile.listed()[-1].rule is Rule.MONTH
    assert pile.left_out() == {"Numbers": 4}


@pytest.mark.parametrize(("number", "left_out"), [(0, {}), (500, {}), (501, {"Numbers": 1})])
def test_pile_leaves_nothing_out_up_to_its_limit(number, left_out):
    pile = Pile()
    pile.extend(finding(cell=f"E{n}") for n in range(number))

    assert (len(pile.listed()), pile.left_out()) == (min(number, LISTED_AT_MOST), left_out)


def test_findings_are_listed_sheet_by_sheet_the_scorecard_first():
    def at(sheet, cell):
        return Finding(Rule.NUMBER, "Enter it again.", sheet, cell)

    scorecard = [at("Scorecard", cell) for cell in ("", "E2", "AA2", "A10")]
    others = [at("Demographics", cell) for cell in ("", "B1", "B12")]
    in_order = [*scorecard, *others, at("Notes", "A1")]
    pile = Pile()
    pile.extend(reversed(in_order))

    assert pile.listed() == in_order


def test_pile_lists_what_must_be_confirmed_before_anything_else():
    pile = Pile()
    pile.extend(finding(Rule.NAME, f"B{n}") for n in range(2, 600))
    pile.extend(finding(Rule.SMALL_PERCENTAGE, f"E{n}", must_confirm=True) for n in range(2, 452))

    kinds = [listed.rule for listed in pile.listed()]

    assert (kinds.count(Rule.SMALL_PERCENTAGE), kinds.count(Rule.NAME)) == (450, 50)
    assert pile.left_out() == {"Names that differ": 548}


def test_report_lists_every_kind_and_says_how_many_more_there_are():
    report = report_of(faulty(100), "figures.csv")

    listed = [problem.rule for problem in report.problems]
    assert (report.problem_count, len(listed), len(set(listed))) == (900, LISTED_AT_MOST, 7)
    assert sum(report.problems_left_out.values()) == 400
    assert report.problems_left_out["Months"] == 100 - listed.count(Rule.MONTH)


def test_page_and_command_say_how_many_more_there_are(client_as, uploads_folder, tmp_path):
    officer, file, err = client_as(Role.MI_OFFICER), tmp_path / "figures.csv", io.StringIO()
    data = csv_file(*(row(f"XX{n}") for n in range(2_400)))
    file.write_bytes(data)

    upload = receive_upload(data, original_name=file.name, by=officer.user)
    page = officer.get(reverse("scorecard:upload_detail", kwargs={"pk": upload.pk})).content.decode()
    with pytest.raises(CommandError):
        call_command("import_scorecard", str(file), "--check", stderr=err)

    assert "2,400 problems to fix in the workbook" in page
    assert "<li>Codes: 1,900 more of this kind</li>" in page
    assert err.getvalue().splitlines()[-1] == "And 1,900 more of this kind: Codes."


def test_tick_answers_for_the_warnings_that_are_not_listed_too():
    IndicatorFactory(code="CIC01")
    months = [shift_months(datetime.date(2018, 8, 31), -back) for back in range(520)]
    report = report_of(
        csv_file(*(value("CIC01", 50, Indicator="Another", Month=m) for m in months if m.year >= 1990)),
        "figures.csv",
        is_history=True,
    )
    report.warnings_left_out = {"Names that differ": 1_600}

    form = SubmitForm(None, report=report, fingerprint="")

    ((key, label),) = form.fields["ticked"].choices
    assert (key, label) == ("name", f"Names that differ: {report.warning_count + 1_600:,} warnings")
    assert form.looks["ticked"].hints == {"name": f"{report.warning_count} of them are listed above."}


def test_largest_history_of_faults_is_checked_within_its_limits():
    """Reading has a process of its own; this is what the check takes of the web worker's."""
    data = faulty(HISTORY.rows - 1)
    warm_up()
    before, started = peak_memory(), time.process_time()

    report = report_of(data, "figures.csv", is_history=True)

    assert report.problem_count == 9 * (HISTORY.rows - 1)
    assert time.process_time() - started < 10
    assert peak_memory() - before < 200 * MEGABYTE


def peak_memory() -> int:
    """Bytes: the most that this process has held so far."""
    status = Path("/proc/self/status").read_text()
    return 1024 * int(status.partition("VmHWM:")[2].split()[0])

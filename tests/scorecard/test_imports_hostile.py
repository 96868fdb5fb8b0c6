"""Files that harm or break: one of each kind the reader refuses, sent as an officer would send it."""

import pytest
from django.db import connection

from scorecard.actions import receive_upload
from scorecard.imports.report import CheckReport
from scorecard.models import UploadState, WorkbookUpload
from tests.core.hostile import looks, packages, parts, sheets, texts
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db

KINDS = {
    case.code: case
    for module in (looks, packages, parts, sheets, texts)
    for case in module.CASES
    if case.filename.rpartition(".")[2] in ("xlsx", "ods", "csv")
}


def rows_by_table():
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        counts = {}
        for (table,) in cursor.fetchall():
            cursor.execute(f'SELECT count(*) FROM "{table}"')
            counts[table] = cursor.fetchone()[0]
        return counts


@pytest.mark.parametrize("case", KINDS.values(), ids=KINDS)
def test_refused_file_leaves_its_record_and_nothing_else(case, uploads_folder):
    officer = UserFactory()
    before = rows_by_table()

    upload = receive_upload(case.make(), original_name=case.filename, by=officer)

    report = CheckReport.from_json(upload.report)
    assert (upload.state, upload.file.name, report.verdict) == (
        UploadState.FAULTY,
        "",
        "The file cannot be read",
    )
    assert case.words in report.problems[0].message
    added = {table: n - before[table] for table, n in rows_by_table().items() if n != before[table]}
    assert added == {"scorecard_workbookupload": 1, "scorecard_workbookuploadevent": 1}
    assert list(uploads_folder.iterdir()) == []


def test_the_kinds_that_matter_most_are_among_them():
    assert {
        "macros",
        "password",
        "document_type",
        "unpacks_too_large",
        "too_many_rows",
        "other_content",
    } <= set(KINDS)


def test_the_next_good_file_is_read_as_before():
    officer = UserFactory()
    receive_upload(packages.bomb_that_lies(), original_name="bomb.xlsx", by=officer)

    upload = receive_upload(b"Code,Month\n", original_name="figures.csv", by=officer)

    assert (upload.file.name != "", WorkbookUpload.objects.count()) == (True, 2)

"""The demonstration's children are those of the printed tables, and they came by the upload."""

import csv

import pytest
from django.conf import settings

from core.access import Role
from scorecard.demonstration import load, load_demonstration
from scorecard.demonstration.load import DELIVERIES
from scorecard.models import DemographicCount
from tests.factories.people import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def august_loaded(settings, monkeypatch, uploads_folder):
    settings.DEMO = True
    monkeypatch.setattr(load, "DELIVERIES", DELIVERIES[-1:])
    for role in (Role.MI_OFFICER, Role.MI_APPROVER):
        UserFactory(roles=[role])
    load_demonstration(lambda said: None)


def test_every_printed_number_stands(august_loaded):
    standing = [
        (count.category.table.key, count.female, count.male, count.everyone)
        for count in DemographicCount.objects.current()
        if not (count.category.table.key == "disability" and count.category.kind == "total")
    ]
    with (settings.BASE_DIR / "fixtures" / "demographics-2018-08.csv").open(newline="") as file:
        printed = [
            (
                row["breakdown"],
                *(int(row[sex]) if row[sex] else None for sex in ("female", "male")),
                int(row["total"]),
            )
            for row in csv.DictReader(file)
        ]

    assert sorted(standing, key=repr) == sorted(printed, key=repr)
    assert len(printed) == 93


def test_they_came_with_the_workbook_of_august(august_loaded):
    uploads = {count.upload.original_name for count in DemographicCount.objects.select_related("upload")}

    assert uploads == {"scorecard-2018-08.xlsx"}

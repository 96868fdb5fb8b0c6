"""A word that stands in all that is exempt, looked for in every answer that a reader without the right can get."""

from collections.abc import Iterator
from itertools import product

import pytest
from django.apps import apps
from django.core.management.color import no_style
from django.db import connection
from django.test import Client
from django.urls import reverse

from core.access import Role
from meetings import urls
from meetings.models import Access, MeetingMinutes, MinutesState
from tests.factories.meetings import (
    MeetingMinutesFactory,
    MinuteFactory,
    ResolutionFactory,
    UndertakingFactory,
    member,
)
from tests.factories.people import UserFactory
from tests.meetings.agendas import a_whole_report, an_item, an_officer, issued, november, signed
from tests.pdf_checks import spoken
from tests.worlds import shared_world

pytestmark = pytest.mark.django_db
CANARY = "canaryzq"


@pytest.fixture(scope="module")
def addresses(django_db_setup, django_db_blocker) -> Iterator[list[str]]:
    """Of a meeting with an exempt item, a part-exempt one and minutes of both; those that exist at all."""
    with shared_world(django_db_blocker):
        _count_from_one()
        numbers, entitled = _everything(), Client()
        entitled.force_login(member(user=UserFactory(roles=list(Role))).user)
        yield [one for one in _conceivable(numbers) if entitled.get(one).status_code != 404]


def _count_from_one() -> None:
    """Rows of all kinds then share a few numbers. After other tests each has its own, and most addresses nothing."""
    with connection.cursor() as cursor:
        for reset in connection.ops.sequence_reset_sql(
            no_style(), apps.get_app_config("meetings").get_models()
        ):
            cursor.execute(reset)


def _everything() -> set[int]:
    """Every number that an address can be asked with."""
    meeting, officer = november(), an_officer()
    why = {
        "paragraphs": [1],
        "exempt_reason": "It is about one person.",
        "public_interest": "Privacy weighs more.",
    }
    private = {"private_title": f"{CANARY} title", "private_purpose": f"{CANARY} purpose"}
    exempt = an_item(meeting, "Review of a placement", access=Access.EXEMPT, **why, **private)
    part = an_item(meeting, "Annual report", access=Access.PART_EXEMPT, **why, **private)
    reports = [a_whole_report(item, officer, subject=f"{CANARY} subject") for item in (exempt, part)]
    type(reports[0].paper).objects.filter(item=part).update(is_exempt=True)
    for report in reports:
        report.body, report.summary = f"<p>{CANARY} body</p>", f"{CANARY} summary"
        report.save()
        report.contacts.update(name=f"{CANARY} author")
        signed(type(report).objects.get(pk=report.pk), officer)
    issue = issued(meeting, officer)
    record = MeetingMinutesFactory(meeting=meeting)
    for item in (exempt, part):
        minute = MinuteFactory(
            record=record, is_exempt=True, heading=f"{CANARY} heading", body=f"<p>{CANARY} minute</p>"
        )
        minute.items.add(item)
        ResolutionFactory(item=item, text=f"{CANARY} be helped")
        UndertakingFactory(item=item, what=f"{CANARY} to be done", is_exempt=True)
    MeetingMinutes.objects.update(state=MinutesState.PUBLISHED)
    return {meeting.pk, issue.pk, issue.number, *_pks(exempt, part), *_pks(*reports), *_papers(reports)}


def _pks(*rows) -> set[int]:
    return {row.pk for row in rows}


def _papers(reports) -> set[int]:
    return {report.paper_id for report in reports}


def _conceivable(ids: set[int]) -> list[str]:
    found = []
    for pattern in urls.urlpatterns:
        names = list(pattern.pattern.converters)
        if names and names != ["key"]:
            found += [
                _path(pattern, dict(zip(names, given, strict=True)))
                for given in product(ids, repeat=len(names))
            ]
        elif not names:
            found.append(_path(pattern, {}))
    return found


def _path(pattern, given: dict[str, int]) -> str:
    return reverse(f"meetings:{pattern.name}", kwargs=given)


def words_of(response) -> str:
    content = b"".join(response.streaming_content) if response.streaming else response.content
    if content.startswith(b"%PDF"):
        return spoken(content)
    return content.decode() + str(response.headers)


@pytest.mark.parametrize("role", [None, Role.MEMBER, Role.PANEL_MEMBER, Role.MI_APPROVER])
def test_no_answer_holds_what_is_exempt(addresses, role, client_as):
    reader = client_as(role) if role else Client()

    leaks = [address for address in addresses if CANARY in words_of(reader.get(address))]

    assert leaks == []
    assert len(addresses) > 100


def test_member_of_the_panel_finds_it(addresses, client_as):
    """So that the walk above cannot pass by looking where nothing is."""
    reader = client_as(Role.PANEL_MEMBER)
    member(user=reader.user)

    found = {address for address in addresses if CANARY in words_of(reader.get(address))}

    assert len(found) >= 3

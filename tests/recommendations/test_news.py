"""What the first page tells of recommendations."""

from datetime import timedelta

import pytest
from django.utils import timezone

from core.access import Role
from recommendations.report.news import register_news, update_news
from tests.factories.people import UserFactory
from tests.factories.recommendations import RecommendationFactory
from tests.recommendations.work import drafted, officer, owner_of, sent_in

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def told(user) -> list[str]:
    return [news.sentence for news in update_news(user, today=TODAY)]


def due(number: int, days: int, **fields):
    on = TODAY + timedelta(days=days)
    return RecommendationFactory(number=number, short_title="Print it", due_rule="date", due_on=on, **fields)


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (1, "0 of 1 recommendation is reported complete."),
        (2, "0 of 2 recommendations are reported complete."),
    ],
)
def test_everybody_is_told_how_the_register_stands(number, sentence):
    RecommendationFactory.create_batch(number)

    assert [news.sentence for news in register_news(today=TODAY)] == [sentence]


def test_an_empty_register_tells_nothing():
    assert list(register_news(today=TODAY)) == []


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (1, "1 update on a recommendation waits to be published."),
        (2, "2 updates on recommendations wait to be published."),
    ],
)
def test_democratic_services_are_told_what_was_sent_in(number, sentence):
    by = officer()
    for place in range(number):
        sent_in(due(place + 1, 1), by)
    drafted(due(9, 1), by)

    assert told(by) == [sentence]


@pytest.mark.parametrize(
    ("number", "sentence"),
    [(1, "1 matter that you report on is overdue."), (2, "2 matters that you report on are overdue.")],
)
def test_owner_is_told_what_is_overdue(number, sentence):
    first = due(1, -1)
    owner = owner_of(first)
    for place in range(1, number):
        due(place + 1, -1, owner=first.owner)
    due(8, 0, owner=first.owner)

    assert told(owner) == [sentence]


def test_owner_is_told_what_comes_first_when_nothing_is_overdue():
    later = due(2, 3)
    due(1, 0, owner=later.owner)

    assert told(owner_of(later)) == [f"You report next by {TODAY:%-d %B %Y}: Recommendation 1: Print it."]


def test_others_are_told_nothing():
    due(1, -1)

    assert told(UserFactory(roles=[Role.REPORT_OWNER])) == []
    assert told(UserFactory(roles=[Role.PANEL_MEMBER])) == []

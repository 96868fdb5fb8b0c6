"""You said, we did: what anybody reads, without a cookie, a script or a word that was not checked."""

import re
import subprocess
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from challenge_cards.actions import publishing, verdicts, wordings
from challenge_cards.exports import poster
from challenge_cards.models import PLAIN_FIELDS
from challenge_cards.papers import CardPaper
from challenge_cards.report.public import recommendations_for_young_people
from meetings.models import Meeting
from meetings.papers import NothingToShow
from tests.factories.challenge_cards import (
    PLAIN,
    TOLD,
    again,
    agreed,
    answered,
    closed,
    looked_at,
    received,
    said_plainly,
    supported,
    worker,
)
from tests.factories.meetings import MeetingFactory, UndertakingFactory
from tests.factories.recommendations import PledgeThemeFactory, RecommendationFactory
from tests.page import open_page
from tests.pdf_checks import assert_accessible, spoken

pytestmark = pytest.mark.django_db
PAGE, SHORT = reverse("you_said:page_read"), reverse("you_said:short_read")
NOT_YET = {"told_on": TOLD, "told_at": "February meeting", "opinion": "not_yet", "due_on": date(2019, 5, 1)}


def story(card, *version) -> str:
    name = "story_version" if version else "story_read"
    return reverse(f"you_said:{name}", args=[card.pk, *version])


def printed(data: bytes) -> str:
    """Page after page, the feet with it."""
    told = subprocess.run(["pdftotext", "-layout", "-", "-"], input=data, capture_output=True, check=True)
    return told.stdout.decode()


@pytest.mark.parametrize("address", [PAGE, SHORT])
def test_page_without_cards_says_what_to_do(address):
    page = open_page(Client(), address)

    assert page.texts("h1") == ["You said, we did"]
    assert page.texts(".portal-empty h2") == ["Nothing here yet"]


def test_page_runs_no_script_sets_no_cookie_and_loads_nothing_from_elsewhere():
    card = answered()
    for address in (PAGE, SHORT, story(card)):
        response = Client().get(address)
        assert not response.cookies
        assert response["Cache-Control"] == "no-cache"
        page = open_page(Client(), address)
        assert page.all("script, img, iframe, form, input") == []
        loaded = page.all("link[href]")
        assert loaded
        assert [one.get("href") for one in loaded if not one.get("href").startswith("/static/")] == []


def test_only_what_a_council_supports_is_public():
    by = worker()
    received(by, title="Not yet", question="Not supported yet.")
    shown = supported(by, title="Shown", question="Supported already.")
    page = open_page(Client(), PAGE)

    assert page.texts(".yousaid-said a") == ["Supported already."]
    assert Client().get(story(shown)).status_code == 200


def test_withdrawn_and_unsupported_cards_are_not_there():
    assert Client().get(story(received())).status_code == 404


def test_words_that_nobody_checked_are_not_public():
    card, by = agreed(), worker()
    wordings.write_wording(
        card, audience="11-16", language="en", version=0, by=by, **PLAIN | {"we_did": "Uncheckedzq."}
    )

    assert "Uncheckedzq" not in Client().get(story(card)).content.decode()
    assert open_page(Client(), story(card)).texts("h1") == [f"You said in August 2018{card.question}"]


def test_story_of_a_late_answer_says_so_with_both_dates():
    card = agreed()
    years = (timezone.localdate() - date(2019, 1, 31)).days // 366
    (promised,) = open_page(Client(), story(card)).texts(".yousaid-part")[:1]

    assert promised == (
        "What we promisedWe promised an answer by the end of January 2019. "
        f"We are more than {years} years late. We are sorry."
    )


def test_story_tells_promise_deed_verdict_and_what_comes_next():
    card = closed()

    assert open_page(Client(), story(card)).texts(".yousaid-part") == [
        "What we promisedAn answer in January. We promised an answer by the end of January 2019. "
        "We answered on 29 January 2019, as promised.",
        "What we didHalf of the interviews are after school now.",
        "Did it work?Yes, it worked.",
        "What nextTell us if it works.",
    ]


def test_verdict_of_not_yet_is_shown_with_the_work_that_goes_on():
    card = answered()
    verdicts.record_verdict(card, **NOT_YET, words="We still miss lessons.", by=worker())

    assert "Did it work?Not yet. We are working on it again. We still miss lessons." in (
        open_page(Client(), story(card)).texts(".yousaid-part")
    )


def test_short_page_shows_what_was_written_for_the_youngest_and_nothing_else():
    by = worker()
    written = agreed(by)
    said_plainly(written, by, audience="7-11", you_said="Do it after school!", we_promised="")
    agreed(by, title="Another")
    page = open_page(Client(), SHORT)

    assert page.texts(".yousaid-said") == ["You saidDo it after school!"]


def test_words_in_another_language_are_marked_as_such():
    card, by = answered(), worker()
    words = dict.fromkeys(PLAIN_FIELDS, "") | {"you_said": "المقابلات في وقت المدرسة."}
    kept = wordings.write_wording(card, audience="11-16", language="ar", version=0, by=by, **words)
    assert Client().get(story(card, "11-16", "ar")).status_code == 404
    looked_at()
    wordings.check_wording(kept, version=1, by=by)
    page = open_page(Client(), story(card, "11-16", "ar"))

    (article,) = page.all("article")
    assert (article.get("lang"), article.get("dir")) == ("ar", "rtl")
    assert "العربية: Ages 11 to 16" in page.texts(".yousaid-ways a")


def test_version_that_is_not_written_is_not_there():
    assert Client().get(story(answered(), "7-11", "uk")).status_code == 404
    assert Client().get(story(answered(), "nonsense", "en")).status_code == 404


def test_page_is_narrowed_to_a_theme():
    by, pledge = worker(), PledgeThemeFactory(title="A sense of belonging")
    linked, other = supported(by), supported(by, title="Other", question="Another question.")
    links = {key: [] for key in publishing.LINKS} | {"pledges": [pledge]}
    publishing.link_card(linked, version=linked.version, by=by, **links)
    page = open_page(Client(), PAGE)
    (theme,) = page.links(".yousaid-themes a")

    assert len(page.all("article")) == 2
    assert open_page(Client(), PAGE + theme).texts(".yousaid-said a") == [linked.question]
    assert other.question not in open_page(Client(), PAGE + theme).texts(".yousaid-said a")


def test_recommendations_for_young_people_stand_there_too():
    RecommendationFactory(short_title="Ask young people", affects_young_people=True)
    RecommendationFactory(short_title="Something else")

    (asked,) = recommendations_for_young_people()
    assert (asked.title, asked.done, asked.parts) == ("Ask young people", 0, 2)
    page = open_page(Client(), PAGE)
    assert page.texts(".yousaid-list li") == ["Ask young people: not done yet."]
    assert open_page(Client(), *page.links(".yousaid-list a")).texts("h1")


@pytest.mark.parametrize("address", [PAGE, SHORT])
def test_who_can_help_is_one_press_away(settings, address):
    settings.ADVOCACY_CONTACT = "Us, on 0808 157 0000, or us@advocates.example"

    assert open_page(Client(), address).links(".yousaid-help a") == [
        "tel:999",
        "tel:08001111",
        "tel:08081570000",
        "mailto:us@advocates.example",
    ]


def test_page_takes_as_many_queries_for_three_cards_as_for_one(django_assert_num_queries):
    by = worker()
    answered(by)
    with django_assert_num_queries(9):
        Client().get(PAGE)
    agreed(by, title="Another")
    closed(by, title="Third")
    with django_assert_num_queries(9):
        Client().get(PAGE)


def test_meeting_undertaking_and_recommendation_lead_to_the_card():
    by, asked, promised = worker(), RecommendationFactory(), UndertakingFactory()
    card = answered(by)
    links: dict[str, list] = {name: [] for name in publishing.LINKS}
    links["recommendations"], links["undertakings"] = [asked], [promised]
    publishing.link_card(card, version=card.version, by=by, **links)
    meeting = Meeting.objects.get(on=date(2019, 1, 29))
    address = reverse("meetings:meeting_read", args=[meeting.pk])

    assert story(card) in open_page(Client(), address).links("main a")
    asked_page = reverse("recommendations:recommendation_read", args=[asked.pk])
    assert story(card) in open_page(Client(), asked_page).links("main a")
    publishing.take_down(again(card), by=by)
    assert story(card) not in open_page(Client(), address).links("main a")


def test_meeting_without_a_supported_card_has_no_paper():
    with pytest.raises(NothingToShow, match="no challenge card is supported"):
        CardPaper().context(MeetingFactory())


def test_card_of_a_later_day_is_not_in_an_earlier_paper():
    supported()
    with pytest.raises(NothingToShow):
        CardPaper().context(MeetingFactory(on=date(2018, 7, 19)))


@pytest.mark.pdf
def test_posters_say_what_the_page_says_and_nothing_of_a_card_that_was_taken_down():
    by = worker()
    closed(by)
    gone = supported(by, title="Gone", question="Taken off the wall.")
    publishing.take_down(gone, by=by)
    response = Client().get(reverse("you_said:poster_print"))

    assert_accessible(response.content)
    told = " ".join(re.findall(r'"(.*)"', spoken(response.content)))
    assert "Half of the interviews are after school now." in told
    assert "We have taken this card down for now." in told
    assert "Taken off the wall." not in told


@pytest.mark.pdf
def test_every_sheet_of_the_posters_says_whom_to_call_and_has_no_page_number():
    by = worker()
    closed(by)
    supported(by, title="Second", question="A second sheet.")
    *sheets, _ = printed(Client().get(reverse("you_said:poster_print")).content).split("\f")

    assert ["Childline is free on 0800 1111" in sheet for sheet in sheets] == [True, True]
    assert [re.findall(r"Page \d", sheet) for sheet in sheets] == [[], []]


@pytest.mark.pdf
def test_poster_is_drawn_once_for_the_same_words_and_anew_for_others():
    def drawn() -> int:
        return poster._drawn.cache_info().misses - before

    by, client, address = worker(), Client(), reverse("you_said:poster_print")
    card, before = supported(by, question="Draw this once."), poster._drawn.cache_info().misses
    first, second = client.get(address), client.get(address)
    assert (drawn(), second.content) == (1, first.content)
    unchanged = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert (unchanged.status_code, unchanged.content) == (304, b"")
    publishing.take_down(card, by=by)
    down = client.get(address, headers={"If-None-Match": first["ETag"]})

    assert (down.status_code, drawn()) == (200, 2)
    assert "Draw this once." not in spoken(down.content)


@pytest.mark.pdf
def test_poster_of_another_age_or_language_says_those_words():
    card, by = answered(), worker()
    said_plainly(card, by, audience="7-11", you_said="After school please!")
    words = dict.fromkeys(PLAIN_FIELDS, "") | {"you_said": "Співбесіди після школи."}
    kept = wordings.write_wording(card, audience="11-16", language="uk", version=0, by=by, **words)
    looked_at()
    wordings.check_wording(kept, version=1, by=by)
    (young, ukrainian) = (
        spoken(Client().get(f"{story(card, *version)}poster/").content)
        for version in (("7-11", "en"), ("11-16", "uk"))
    )

    assert "After school please!" in young
    assert "Співбесіди" in ukrainian
    posters = "a[href$='/poster/']"
    assert open_page(Client(), story(card, "11-16", "uk")).links(posters) == [
        f"{story(card, '11-16', 'uk')}poster/"
    ]


def test_poster_that_waits_too_long_for_its_turn_says_so(monkeypatch):
    monkeypatch.setattr(poster, "LONGEST_WAIT", 0.01)
    with poster._turn:
        response = Client().get(reverse("you_said:poster_print"))

    assert (response.status_code, response["Retry-After"]) == (503, "60")
    assert "Try again in a minute" in response.content.decode()

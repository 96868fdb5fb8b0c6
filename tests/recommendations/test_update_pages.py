"""Writing an update on its page: nothing typed is lost, every part is asked about, the way to publication."""

from datetime import date

import pytest
from django.urls import reverse

from core.access import Role
from recommendations.actions.drafts import Parts, begin_correction, save_draft
from recommendations.models import Update
from recommendations.period_words import period_words
from recommendations.report.at_work import at_work
from tests.factories.meetings import AgendaItemFactory, MeetingFactory
from tests.factories.people import PostHoldingFactory
from tests.factories.recommendations import RecommendationFactory
from tests.page import Page, open_page
from tests.recommendations.work import FEBRUARY, about, drafted, officer, reported, sent_in, words

pytestmark = pytest.mark.django_db
EMPTY = {
    f"{rows}-{name}": "0"
    for rows in ("figures", "steps", "documents")
    for name in ("TOTAL_FORMS", "INITIAL_FORMS")
}
TYPED = {
    "kind": "progress",
    "as_at-day": "28",
    "as_at-month": "2",
    "as_at-year": "2017",
    "precision": "month",
    "text": "The guide was rewritten.",
    "impact": "none_claimed",
    "classification": "public",
    "part-a-status": "done",
    "part-a-coverage": "evidenced",
} | EMPTY
FIGURE = {
    "figures-TOTAL_FORMS": "1",
    "figures-0-label": "Children placed by others",
    "figures-0-qualifier": "exact",
    "figures-0-value": "1294",
    "figures-0-unit": "children",
    "figures-0-as_at-day": "31",
    "figures-0-as_at-month": "10",
    "figures-0-as_at-year": "2016",
    "figures-0-precision": "month",
    "figures-0-polarity": "lower",
}


@pytest.fixture
def recommendation():
    return RecommendationFactory(short_title="Give members a guide")


@pytest.fixture
def owner(client_as, recommendation):
    client = client_as(Role.REPORT_OWNER)
    PostHoldingFactory(post=recommendation.owner, user=client.user)
    return client


@pytest.fixture
def clerk(client_as):
    return client_as(Role.DEMOCRATIC_SERVICES)


def at(name, row) -> str:
    return reverse(f"recommendations:{name}", args=[row.pk])


def errors(response) -> list[str]:
    return Page(response.content).texts(".govuk-error-summary li")


def test_page_asks_about_every_part(owner, recommendation):
    page = open_page(owner, at("update_add", recommendation))

    assert page.texts(".recommendations-part > legend") == ["(a) Part a is done", "(b) Part b is done"]
    assert page.texts("h1 span") == [f"Recommendation {recommendation.number}: Give members a guide"]


def test_draft_is_kept_and_shows_what_it_leaves_unsaid(owner, recommendation):
    response = owner.post(at("update_add", recommendation), TYPED | FIGURE)

    update = Update.objects.get()
    assert (response.status_code, response.url) == (302, at("update_read", update))
    page = open_page(owner, response.url)
    assert page.texts(".portal-headline") == ["Part (b) is left unsaid."]
    assert page.texts(".recommendations-parts__silent span") == ["(b) Part b is done"]
    assert page.texts("tbody td")[0] == "1,294 children"


def test_month_needs_no_day(owner, recommendation):
    no_days = {"as_at-day": "", "figures-0-as_at-day": ""}

    response = owner.post(at("update_add", recommendation), TYPED | FIGURE | no_days)

    update = Update.objects.get()
    assert (response.status_code, update.as_at) == (302, date(2017, 2, 28))
    assert update.figures.get().as_at == date(2016, 10, 31)


def test_mistakes_are_named_and_nothing_typed_is_lost(owner, recommendation):
    wrong = {
        "as_at-month": "13",
        "part-a-coverage": "",
        "part-b-note": "Nearly there.",
        "figures-0-value": "many",
        "figures-0-label": "",
    }

    response = owner.post(at("update_add", recommendation), TYPED | FIGURE | wrong)

    assert response.status_code == 200
    assert errors(response) == [
        "The date must have a month from 1 to 12, or its name",
        "Choose whether there is evidence for it, or only words",
        "Choose how far the part has come, or leave the rest of it empty",
        "Figure 1: Enter what was counted",
        "Figure 1: Figure must be a number, like 87.5",
    ]
    page = Page(response.content)
    assert page.texts("textarea[name=text]") == ["The guide was rewritten."]
    assert [box.get("value") for box in page.all("[name='part-b-note'], [name='figures-0-value']")] == [
        "Nearly there.",
        "many",
    ]
    assert not Update.objects.exists()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"part-a-status": "slipped", "part-a-done_on-day": "1"}, None),
        (
            {
                "part-a-status": "slipped",
                "part-a-done_on-day": "1",
                "part-a-done_on-month": "2",
                "part-a-done_on-year": "2017",
            },
            "Leave the day empty, or say that the part is done",
        ),
        (FIGURE | {"figures-0-unit": "%"}, "Figure 1: A percentage is from 0 to 100"),
        (FIGURE | {"figures-0-numerator": "5"}, "Figure 1: Enter out of how many, more than 0"),
        (
            FIGURE | {"figures-0-numerator": "5", "figures-0-denominator": "4"},
            "Figure 1: The part cannot be more than the whole",
        ),
    ],
)
def test_parts_and_figures_must_make_sense(owner, recommendation, typed, said):
    response = owner.post(at("update_add", recommendation), TYPED | typed)

    assert response.status_code == 200
    assert said is None or errors(response) == [said]


def test_row_more_makes_no_mistake_of_an_empty_page(owner, recommendation):
    response = owner.post(at("update_add", recommendation), EMPTY | {"figures-add": "1"})

    assert errors(response) == []
    assert Page(response.content).links("[name='figures-0-label']") == [None]
    assert Page(response.content).all(".govuk-error-message") == []


def test_row_left_empty_is_no_figure(owner, recommendation):
    empty = {f"figures-0-{name}": "" for name in ("label", "value")} | {
        "figures-TOTAL_FORMS": "1",
        "figures-0-qualifier": "exact",
        "figures-0-precision": "month",
        "figures-0-polarity": "neutral",
    }

    owner.post(at("update_add", recommendation), TYPED | empty)

    assert Update.objects.get().figures.count() == 0


def test_saved_draft_is_shown_again_and_rows_can_be_taken_away(owner, recommendation):
    figure = {"label": "Visits", "value": 9, "as_at": date(2017, 2, 28)}
    draft = drafted(recommendation, owner.user, {"figures": [figure]})
    page = open_page(owner, at("update_edit", draft))
    assert [box.get("value") for box in page.all("[name='figures-0-label']")] == ["Visits"]
    assert [box.get("value") for box in page.all("[name='part-a-status'][checked]")] == ["done"]

    taken = TYPED | FIGURE | {"figures-INITIAL_FORMS": "1", "figures-0-DELETE": "on", "version": "1"}
    owner.post(at("update_edit", draft), taken)

    assert draft.figures.count() == 0


def test_second_of_two_sees_both_texts_and_may_overrule(owner, recommendation):
    draft = drafted(recommendation, owner.user)
    save_draft(draft, words=words(text="Theirs."), parts=Parts(), version=1, by=officer())

    response = owner.post(at("update_edit", draft), TYPED | {"text": "Mine.", "version": "1"})

    assert response.status_code == 409
    page = Page(response.content)
    assert page.texts("textarea[name=text]") == ["Mine."]
    assert "It now reads: Theirs." in page.texts("main p")
    again = {name.get("name"): name.get("value") for name in page.all("form [name=version]")}
    owner.post(at("update_edit", draft), TYPED | {"text": "Mine.", "version": again["version"]})
    draft.refresh_from_db()
    assert draft.text == "Mine."


def test_draft_that_was_begun_is_gone_on_with(owner, recommendation):
    draft = drafted(recommendation, owner.user)

    assert owner.get(at("update_add", recommendation)).url == at("update_read", draft)


def test_draft_begun_by_another_meanwhile_loses_nothing_typed(owner, recommendation):
    drafted(recommendation, officer(), text="Theirs.")

    response = owner.post(at("update_add", recommendation), TYPED)

    assert errors(response)[0].startswith("There is a draft about this recommendation already")
    assert Page(response.content).texts("textarea[name=text]") == ["The guide was rewritten."]


def test_corrected_return_keeps_why_there_is_nothing_to_report(clerk, recommendation):
    wrong = reported(recommendation, officer(), {"limbs": []}, kind="nil", text="", reason="Nothing now.")
    draft = begin_correction(wrong, by=clerk.user)
    page = open_page(clerk, at("update_edit", draft))
    assert page.texts("textarea[name=reason]") == ["Nothing now."]

    typed = TYPED | {"kind": "correction", "text": "", "reason": "Nothing new.", "version": "1"}
    clerk.post(at("update_edit", draft), typed | {"part-a-status": "", "part-a-coverage": ""})

    draft.refresh_from_db()
    assert (draft.reason, at_work(draft, FEBRUARY).faults) == ("Nothing new.", [])


def test_faulty_draft_says_what_is_to_do_and_has_no_button_to_send(owner, recommendation):
    draft = drafted(recommendation, owner.user, {"limbs": []})

    page = open_page(owner, at("update_read", draft))

    assert page.texts("main ul li")[0].startswith("Say which part it is about")
    assert "Send it to democratic services" not in page.texts("button")


def test_way_from_draft_to_publication(owner, clerk, recommendation):
    draft = drafted(recommendation, owner.user)
    assert owner.post(at("update_submit", draft), {"version": "1"}).url == at("update_read", draft)

    page = open_page(clerk, at("update_read", draft))
    assert page.links(".govuk-button-group a") == [at("update_publish", draft), at("update_return", draft)]
    sent = {"version": "2", "reported_on-day": "2", "reported_on-month": "3", "reported_on-year": "2017"}
    assert clerk.post(at("update_publish", draft), sent).url == at("recommendation_read", recommendation)

    draft.refresh_from_db()
    assert (draft.state, draft.reported_on) == ("published", date(2017, 3, 2))
    assert owner.post(at("update_correct", draft)).url == at("update_edit", draft.corrections.get())


def test_update_is_published_to_an_item_of_the_agenda(clerk, recommendation):
    item = AgendaItemFactory(meeting=MeetingFactory(on=date(2040, 1, 10)), number=8, title="Progress")
    update = sent_in(recommendation, officer())
    page = open_page(clerk, at("update_publish", update))
    assert page.texts("select[name=item] option") == ["No item of a meeting", "10 January 2040: 8. Progress"]

    clerk.post(at("update_publish", update), {"version": update.version, "item": item.pk})

    update.refresh_from_db()
    assert update.item == item


@pytest.mark.parametrize(
    ("both", "said"),
    [
        ({}, "Choose the item of a meeting, or enter the day on which it was reported"),
        ({"day": True, "item": True}, "Leave the day empty: an item of a meeting has its own"),
    ],
)
def test_publication_names_one_meeting_or_one_day(clerk, recommendation, both, said):
    update, item = (
        sent_in(recommendation, officer()),
        AgendaItemFactory(meeting=MeetingFactory(on=date(2040, 1, 10))),
    )
    given = {"version": update.version} | ({"item": item.pk} if both else {})
    day = {"reported_on-day": "2", "reported_on-month": "3", "reported_on-year": "2017"} if both else {}

    assert errors(clerk.post(at("update_publish", update), given | day)) == [said]


def test_returned_update_shows_the_words(owner, clerk, recommendation):
    update = sent_in(recommendation, owner.user)

    clerk.post(at("update_return", update), {"version": update.version, "words": "Name the parts."})

    assert "Name the parts." in open_page(owner, at("update_read", update)).texts(".govuk-inset-text")
    drafts = open_page(owner, reverse("recommendations:duty_list")).texts(".recommendations-list li")
    assert drafts == [f"{recommendation.number}. Give members a guideReturned: Name the parts."]


def test_button_pressed_on_an_old_page_says_so(owner, recommendation):
    draft = drafted(recommendation, owner.user)
    save_draft(
        draft,
        words=words(text="Anew."),
        parts=Parts(limbs=about(recommendation, a="done")),
        version=1,
        by=owner.user,
    )

    page = Page(owner.post(at("update_submit", draft), {"version": "1"}, follow=True).content)

    assert "Somebody else changed this update since the page was loaded." in " ".join(page.texts("main"))


@pytest.mark.parametrize("version", ["", "²", "9" * 19, "9" * 5000])
def test_button_with_a_forged_version_does_nothing(owner, recommendation, version):
    update = drafted(recommendation, owner.user)

    response = owner.post(reverse("recommendations:update_discard", args=[update.pk]), {"version": version})

    assert (response.status_code, Update.objects.count()) == (302, 1)


@pytest.mark.parametrize("name", ["update_read", "update_edit"])
def test_draft_of_another_post_is_not_there(client_as, recommendation, name):
    draft = drafted(recommendation, officer())

    assert client_as(Role.REPORT_OWNER).get(at(name, draft)).status_code == 404


def test_recommendation_of_another_post_is_not_written_about(client_as, recommendation):
    assert client_as(Role.REPORT_OWNER).get(at("update_add", recommendation)).status_code == 403


def test_owner_does_not_publish(owner, recommendation):
    update = sent_in(recommendation, owner.user)

    assert owner.get(at("update_publish", update)).status_code == 403
    assert open_page(owner, at("update_read", update)).all(".govuk-button-group a") == []


def test_published_update_is_not_edited(owner, recommendation):
    update = reported(recommendation, officer())

    assert owner.get(at("update_edit", update)).url == at("update_read", update)
    assert "Correct it" in open_page(owner, at("update_read", update)).texts("button")


def test_discarded_draft_is_gone(owner, recommendation):
    draft = drafted(recommendation, owner.user)

    owner.post(at("update_discard", draft), {"version": "1"})

    assert owner.get(at("update_read", draft)).status_code == 404


@pytest.mark.parametrize(
    ("precision", "said"),
    [
        ("day", "28 February 2017"),
        ("month", "February 2017"),
        ("quarter", "January to March 2017"),
        ("year", "2017"),
        ("financial_year", "2016/17"),
        ("academic_year", "academic year 2016/17"),
    ],
)
def test_period_is_said_as_people_say_it(precision, said):
    assert period_words(date(2017, 2, 28), precision) == said


def test_what_was_typed_about_an_update_that_was_sent_in_meanwhile_stays(owner, recommendation):
    draft = drafted(recommendation, owner.user, {"limbs": about(recommendation, a="done", b="on_track")})
    owner.post(at("update_submit", draft), {"version": "1"})
    typed = TYPED | {"text": "Typed in another tab.", "version": "1"}

    response = owner.post(at("update_edit", draft), typed)

    assert response.status_code == 409
    assert Page(response.content).all("[name=text]")[0].text.strip() == "Typed in another tab."
    again = owner.post(at("update_edit", draft), typed | {"version": "2"})
    assert errors(again) == ["This update is with democratic services. Only a draft can be changed."]
    assert Page(again.content).all("[name=text]")[0].text.strip() == "Typed in another tab."


def test_what_was_typed_about_a_draft_that_was_thrown_away_meanwhile_begins_another(owner, recommendation):
    draft = drafted(recommendation, owner.user)
    owner.post(at("update_discard", draft), {"version": "1"})

    response = owner.post(at("update_edit", draft), TYPED | {"text": "Typed in another tab.", "version": "1"})

    begun = Update.objects.get()
    assert (begun.text, response.url) == ("Typed in another tab.", at("update_read", begun))
    assert [owner.get(at("update_edit", draft)).status_code, draft.pk == begun.pk] == [404, False]


def test_correction_thrown_away_meanwhile_is_begun_anew_with_what_was_typed(owner, recommendation):
    told = reported(recommendation, officer())
    owner.post(at("update_correct", told))
    correction = Update.objects.get(supersedes=told)
    owner.post(at("update_discard", correction), {"version": "1"})
    assert not Update.objects.filter(supersedes=told).exists()

    typed = TYPED | {"kind": "correction", "text": "Still being typed.", "reason": "A slip.", "version": "1"}
    response = owner.post(at("update_edit", correction), typed)

    again = Update.objects.get(supersedes=told)
    assert (response.status_code, again.text, again.reason) == (302, "Still being typed.", "A slip.")


def test_correction_thrown_away_meanwhile_does_not_overrule_anothers(owner, recommendation):
    told = reported(recommendation, officer())
    owner.post(at("update_correct", told))
    correction = Update.objects.get(supersedes=told)
    owner.post(at("update_discard", correction), {"version": "1"})
    theirs = begin_correction(told, by=officer())

    typed = TYPED | {"kind": "correction", "text": "Still being typed.", "reason": "A slip.", "version": "1"}
    response = owner.post(at("update_edit", correction), typed)

    assert (response.status_code, Page(response.content).texts("textarea[name=text]")) == (
        409,
        ["Still being typed."],
    )
    assert Update.objects.get(supersedes=told).text == theirs.text


def test_draft_thrown_away_is_nobody_elses_to_begin_again(client_as, owner, recommendation):
    draft = drafted(recommendation, owner.user)
    owner.post(at("update_discard", draft), {"version": "1"})
    stranger = client_as(Role.REPORT_OWNER)

    assert stranger.post(at("update_edit", draft), TYPED).status_code == 404
    assert not Update.objects.exists()


@pytest.mark.parametrize(
    "more",
    [
        {"part-b-status": "slipped", "part-b-coverage": "claimed"},
        {"part-a-status": "on_track"},
        {"part-a-note": "Printed in May."},
        FIGURE,
    ],
)
def test_first_page_sent_again_with_more_on_it_is_not_taken_for_the_draft(owner, recommendation, more):
    owner.post(at("update_add", recommendation), TYPED)

    response = owner.post(at("update_add", recommendation), TYPED | more)

    assert errors(response) == [
        f"There is a draft about this recommendation already, begun by {owner.user}. Go on with that one."
    ]


def test_first_page_sent_twice_is_one_draft(owner, recommendation):
    for _ in range(2):
        response = owner.post(at("update_add", recommendation), TYPED | FIGURE)

    draft = Update.objects.get()
    assert response.url == at("update_read", draft)
    assert draft.figures.count() == 1


@pytest.mark.parametrize("year", ["0001", "1899", "2200", "9999"])
@pytest.mark.parametrize("precision", ["financial_year", "academic_year"])
def test_year_that_cannot_be_reckoned_with_comes_back(owner, recommendation, year, precision):
    typed = TYPED | {"as_at-year": year, "precision": precision}

    response = owner.post(at("update_add", recommendation), typed)

    assert errors(response) == ["The date must have a year from 1900 to 2199"]

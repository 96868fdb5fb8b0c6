"""A refused word is looked for in the whole database, the log, the mail and the page that comes back."""

import logging
from io import StringIO
from pathlib import Path

import pytest
import structlog
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core import mail
from django.db import connection
from django.urls import reverse

from challenge_cards import urls
from challenge_cards.actions import publishing
from challenge_cards.models import Refusal
from core import logs
from core.access import Role
from tests.factories.challenge_cards import (
    GroupFactory,
    agreed,
    answered,
    received,
    said_plainly,
    supported,
    worker,
)
from tests.page import Page

pytestmark = pytest.mark.django_db
CANARY = "canaryzq@example.com"
OTHERS = {
    "900987": "Ring 07700 900987",
    "canaryqz": "my insta is canaryqz_7",
    "zz12zq": "at ZZ1 2ZQ, or zz12zq",
}
DAY = {"day": "17", "month": "9", "year": "2018"}


def tables_with(word: str) -> list[str]:
    """Every table, views' and packages' own too, that holds the word anywhere in a row."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
        tables = [name for (name,) in cursor.fetchall()]
        found = []
        for table in tables:
            cursor.execute(f'SELECT 1 FROM "{table}" one WHERE one::text ILIKE %s LIMIT 1', [f"%{word}%"])
            found += [table] if cursor.fetchone() else []
    return found


def sessions_with(word: str) -> list[str]:
    """Their rows are packed, so that a search of the tables does not see into them."""
    return [one.session_key for one in Session.objects.all() if word in str(one.get_decoded())]


def form_of(client, address) -> Page:
    return Page(client.get(address).content)


def boxes(page: Page, canary: str = CANARY) -> dict[str, str]:
    """Everything that the page's own form would send, with the canary in every box: choices and hidden ones too."""
    names = (box.get("name") for box in page.all("main form input, main form textarea, main form select"))
    return {name: canary for name in names if name and name != "csrfmiddlewaretoken"}


def addresses() -> dict[str, str]:
    """Of every page with a form, a card in the state in which it is used."""
    by = worker()
    card, done = agreed(by), answered(by)
    said_plainly(card, by)
    ids = {
        "card_hand": received(by).pk,
        "verdict_record": done.pk,
        "words_erase": taken_down(by).pk,
        "action_report": card.actions.get().pk,
    }
    names = (
        "card_enter",
        "matter_count",
        "card_hand",
        "card_redirect",
        "card_decide",
        "card_give",
        "card_agree",
        "promise_change",
        "step_note",
        "card_withdraw",
        "card_link",
        "action_add",
        "action_report",
        "response_write",
        "verdict_record",
        "words_erase",
        "group_add",
    )
    given = {
        name: reverse(f"challenge_cards:{name}", args=[] if name in WITHOUT_ID else [ids.get(name, card.pk)])
        for name in names
    }
    words = reverse("challenge_cards:wording_write", args=[card.pk, "11-16", "en"])
    return given | {"wording_write": words, "name_add": reverse("challenge_cards:name_add")}


def taken_down(by):
    card = supported(by, title="Off the page")
    publishing.take_down(card, by=by)
    return card


WITHOUT_ID = {"card_enter", "matter_count", "group_add"}


@pytest.fixture
def written(monkeypatch) -> list[str]:
    """Every log line of the portal and the packages, as it leaves."""
    lines: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record):
            lines.append(f"{record.getMessage()} {record.__dict__}")

    listener = Listener(level=logging.DEBUG)
    root = logging.getLogger()
    root.addHandler(listener)
    level = root.level
    root.setLevel(logging.DEBUG)
    yield lines
    root.setLevel(level)
    root.removeHandler(listener)


@pytest.fixture
def servers_log():
    """What a production server writes, as its collector gets it."""
    lines = logs.configure(as_json=True, level="INFO")["formatters"]["lines"]
    screen = logging.StreamHandler(StringIO())
    screen.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=lines["foreign_pre_chain"], processors=lines["processors"]
        )
    )
    logging.getLogger().addHandler(screen)
    yield screen.stream
    logging.getLogger().removeHandler(screen)


def test_no_form_keeps_logs_mails_or_shows_a_refused_word(client_as, written):
    client = client_as(Role.PARTICIPATION_WORKER, Role.DEMOCRATIC_SERVICES)
    structlog.get_logger("tests").info("listening")
    pages = addresses()
    told = {}

    for name, address in pages.items():
        page = form_of(client, address)
        response = client.post(address, boxes(page))
        assert response.status_code == 200, f"{name} went on"
        told[name] = response.content.decode()

    assert [name for name, page in told.items() if "canaryzq" in page] == []
    assert tables_with("canaryzq") + sessions_with("canaryzq") == []
    assert [line for line in written if "canaryzq" in line] == []
    assert any("listening" in line for line in written)
    assert mail.outbox == []
    assert Refusal.objects.filter(rule="email").count() > len(pages)
    assert set(pages) >= {
        one.name for one in urls.urlpatterns if one.name.endswith(("_add", "_write", "_enter"))
    }


def test_refused_words_of_every_kind_are_kept_nowhere(client_as, written):
    client, pages = client_as(Role.PARTICIPATION_WORKER, Role.DEMOCRATIC_SERVICES), addresses()
    forms = {address: form_of(client, address) for address in pages.values()}
    for word, canary in OTHERS.items():
        shown = [client.post(address, boxes(form, canary)) for address, form in forms.items()]
        assert [one.status_code for one in shown if word in one.content.decode().lower()] == []
        assert (tables_with(word), sessions_with(word)) == ([], [])
        assert [line for line in written if word in line.lower()] == []
    assert mail.outbox == []


@pytest.mark.parametrize(
    "fault",
    [
        "ALTER TABLE challenge_cards_challengecard RENAME TO gone",
        "ALTER TABLE challenge_cards_challengecard ADD CONSTRAINT never CHECK (number < 0)",
    ],
)
def test_fault_of_the_portal_tells_nobody_what_was_written(client_as, settings, servers_log, fault):
    """PostgreSQL quotes a row that it does not take; logs and mails to administrators pass nothing of it on."""
    settings.ADMINS = ["administrator@example.com"]
    client = client_as(Role.PARTICIPATION_WORKER)
    client.raise_request_exception = False
    answers = {"group": GroupFactory().pk, "title": "Kayleighzq wants wifi", "question": "Kayleighzq asks."}
    answers |= {f"received_on-{part}": value for part, value in DAY.items()}
    with connection.cursor() as cursor:
        cursor.execute(fault)
    response = client.post(reverse("challenge_cards:card_enter"), answers)

    logged = servers_log.getvalue()
    assert response.status_code == 500
    assert "Traceback" in logged
    assert [one for one in (logged, response.content.decode(), str(mail.outbox)) if "Kayleighzq" in one] == []
    assert sessions_with("Kayleighzq") == []


def test_search_of_sessions_finds_what_is_there(client):
    session = client.session
    session["said"] = "Otters for all"
    session.save()

    assert sessions_with("Otters for all") == [session.session_key]


def test_search_of_the_database_finds_what_is_there():
    """So that the walk above cannot pass by looking where nothing is."""
    received(title="Otters for all")

    assert "challenge_cards_challengecard" in tables_with("Otters for all")


def test_words_are_in_no_history_table():
    """What was taken past the rules and is taken out later is gone from everywhere."""
    card = received(question="Plainwordzq for everybody.")
    card.version += 1
    card.save()

    assert tables_with("plainwordzq") == ["challenge_cards_challengecard"]


def test_refused_word_says_field_and_rule_and_the_other_fields_stay(client_as):
    client = client_as(Role.PARTICIPATION_WORKER)
    address = addresses()["card_enter"]
    answers = {"title": "Wifi in every home", "question": f"Write to {CANARY}"}
    page = Page(client.post(address, answers | {f"received_on-{k}": v for k, v in DAY.items()}).content)

    assert page.texts(".govuk-error-summary__list li")[-1] == (
        "What was written under “What do you want to change?” holds an e-mail address. It was not kept: "
        "write it again without that."
    )
    assert page.texts("textarea[name=question]") == [""]
    assert [box.get("value") for box in page.all("input[name=title]")] == ["Wifi in every home"]


def test_logs_are_not_files_beside_the_database():
    """Lines go to the screen of the server: there is no log file to search."""
    assert list(settings.LOGGING["handlers"]) == ["screen"]
    assert not list(Path(settings.BASE_DIR).glob("*.log"))

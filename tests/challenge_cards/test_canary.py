"""A refused word is looked for in the whole database, the log, the mail and the page that comes back."""

import logging
from pathlib import Path

import pytest
import structlog
from django.conf import settings
from django.core import mail
from django.db import connection
from django.urls import reverse

from challenge_cards import urls
from challenge_cards.models import Refusal
from core.access import Role
from tests.factories.challenge_cards import agreed, answered, received, said_plainly, worker
from tests.page import Page

pytestmark = pytest.mark.django_db
CANARY = "canaryzq@example.com"
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


def form_of(client, address) -> Page:
    return Page(client.get(address).content)


def boxes(page: Page) -> dict[str, str]:
    """Everything that the page's own form would send, with the canary in every box: choices and hidden ones too."""
    names = (box.get("name") for box in page.all("main form input, main form textarea, main form select"))
    return {name: CANARY for name in names if name and name != "csrfmiddlewaretoken"}


def addresses() -> dict[str, str]:
    """Of every page with a form, a card in the state in which it is used."""
    by = worker()
    card, done = agreed(by), answered(by)
    said_plainly(card, by)
    ids = {
        "card_hand": received(by).pk,
        "verdict_record": done.pk,
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
        "group_add",
    )
    given = {
        name: reverse(f"challenge_cards:{name}", args=[] if name in WITHOUT_ID else [ids.get(name, card.pk)])
        for name in names
    }
    words = reverse("challenge_cards:wording_write", args=[card.pk, "11-16", "en"])
    return given | {"wording_write": words, "name_add": reverse("challenge_cards:name_add")}


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
    assert tables_with("canaryzq") == []
    assert [line for line in written if "canaryzq" in line] == []
    assert any("listening" in line for line in written)
    assert mail.outbox == []
    assert Refusal.objects.filter(rule="email").count() > len(pages)
    assert set(pages) >= {
        one.name for one in urls.urlpatterns if one.name.endswith(("_add", "_write", "_enter"))
    }


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

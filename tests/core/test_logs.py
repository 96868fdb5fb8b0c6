import json
import logging
import logging.config

import pytest
import structlog
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from core import logs
from core.access import Role
from tests.factories.people import UserFactory


@pytest.fixture(autouse=True)
def screen_of_the_run():
    """Handlers made here write to a stream that closes with the test: the tests after it get theirs back."""
    root = logging.getLogger()
    handlers = list(root.handlers)
    yield
    root.handlers[:] = handlers


@pytest.fixture
def lines_of(capsys):
    """What a production server writes to its error stream while something is done."""

    def written(act) -> list[dict]:
        capsys.readouterr()  # what setting the test up has said
        logging.config.dictConfig(logs.configure(as_json=True, level="INFO"))
        act()
        return [json.loads(line) for line in capsys.readouterr().err.splitlines()]

    return written


def test_event_is_one_line_of_json_with_its_facts(lines_of):
    (line,) = lines_of(lambda: structlog.get_logger("people").info("roles_changed", account=7, by=3))

    moment = line.pop("timestamp")
    assert moment.endswith("Z")
    assert line == {"event": "roles_changed", "account": 7, "by": 3, "level": "info", "logger": "people"}


def test_events_of_other_packages_look_the_same(lines_of):
    (line,) = lines_of(lambda: logging.getLogger("django.request").warning("Not Found: %s", "/nowhere/"))

    assert (line["event"], line["level"], line["logger"]) == (
        "Not Found: /nowhere/",
        "warning",
        "django.request",
    )


@pytest.mark.parametrize(("level", "has_trace"), [("warning", False), ("error", True)])
def test_only_a_fault_shows_where_in_the_code_it_was(lines_of, level, has_trace):
    def refuse() -> None:
        try:
            raise PermissionDenied("Not for you")
        except PermissionDenied as refusal:
            getattr(logging.getLogger("django.request"), level)("Forbidden", exc_info=refusal)

    (line,) = lines_of(refuse)

    assert ("exception" in line) == has_trace


def test_line_break_in_a_value_does_not_split_the_line(lines_of):
    lines = lines_of(
        lambda: logging.getLogger("django.request").warning("Not Found: %s", '/a\n{"event": "forged"}')
    )

    assert len(lines) == 1


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/nowhere/", "Not Found: /nowhere/"),
        ("/people/accounts/", "Forbidden (Permission denied): /people/accounts/"),
    ],
)
def test_refusal_carries_the_id_of_its_request(lines_of, client_as, address, said):
    client, answers = client_as(Role.MEMBER), []

    lines = lines_of(lambda: answers.append(client.get(address)))

    assert [(line["event"], line["request"]) for line in lines] == [(said, answers[0]["X-Request-ID"])]


def test_what_the_web_server_says_is_one_line_too(lines_of):
    (line,) = lines_of(lambda: logging.getLogger("gunicorn.error").error("Error handling request /a\nb"))

    assert line["event"] == r"Error handling request /a\nb"


def test_details_below_the_level_are_left_out(lines_of):
    assert lines_of(lambda: structlog.get_logger("people").debug("a detail")) == []


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Gone: /people/invitation/s3cr3t-T0ken_x/", "Gone: /people/invitation/.../"),
        ("GET /people/invitation/s3cr3t/single-sign-on/", "GET /people/invitation/.../single-sign-on/"),
        ("OK: /accounts/password/reset/key/3-abc-def/", "OK: /accounts/password/reset/key/.../"),
        ("OK: /people/accounts/7/invitation/send/", "OK: /people/accounts/7/invitation/.../"),
    ],
)
def test_secret_in_an_address_is_not_written(lines_of, written, kept):
    (line,) = lines_of(lambda: logging.getLogger("django.request").warning(written))

    assert line["event"] == kept


def test_row_that_the_database_quotes_is_not_written(lines_of, db):
    address = UserFactory().email

    def add_again() -> None:
        try:
            with transaction.atomic():
                UserFactory(email=address)
        except IntegrityError:
            logging.getLogger("django.request").exception("a mistake")

    (line,) = lines_of(add_again)
    assert "duplicate key" in line["exception"]
    assert address not in json.dumps(line)


def test_row_with_line_breaks_of_its_own_is_not_written_either(lines_of):
    said = "value too long\nDETAIL:  Failing row contains (7, first\nsecond\nthird).\n"

    (line,) = lines_of(lambda: logging.getLogger("django.request").error(said))

    assert line["event"] == r"value too long\n"


def test_what_follows_the_quoted_row_in_a_traceback_stays(lines_of):
    address = "a@b.example"

    def fail() -> None:
        try:
            try:
                raise ValueError(f"no\nDETAIL:  Key (email)=({address}) exists.\n")
            except ValueError as first:
                raise RuntimeError("could not save") from first
        except RuntimeError:
            logging.getLogger("django.request").exception("a mistake")

    (line,) = lines_of(fail)

    assert (address in line["exception"], "could not save" in line["exception"]) == (False, True)


def test_laptop_reads_words(capsys):
    logging.config.dictConfig(logs.configure(as_json=False, level="INFO"))

    structlog.get_logger("people").info("roles_changed", account=7)

    assert "roles_changed" in capsys.readouterr().err


@pytest.mark.parametrize("as_json", [True, False])
@pytest.mark.parametrize(
    ("written", "shown"),
    [("/a\nb", r"/a\nb"), ("/a\x00b", r"/a\x00b"), ("/\x1b[31m", r"/\x1b[31m"), ("/a\u2028b", r"/a\u2028b")],
)
def test_control_characters_are_escaped_for_every_reader(capsys, as_json, written, shown):
    logging.config.dictConfig(logs.configure(as_json=as_json, level="INFO"))

    logging.getLogger("cpp_portal.errors").error("Reference %s: %s answered %s", "3F9A", written, 500)

    (line,) = capsys.readouterr().err.splitlines()
    event = json.loads(line)["event"] if as_json else line
    assert f"Reference 3F9A: {shown} answered 500" in event

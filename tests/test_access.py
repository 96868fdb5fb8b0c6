"""Every address of the portal, by every role and nobody, with every method, held to the table in core/access.py.

And that every one of these answers has the safe headers.
"""

import logging
from collections.abc import Iterator
from http import HTTPStatus
from typing import NamedTuple

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from core.access import ROLE_DESCRIPTIONS, ROLE_PERMISSIONS, Permission, Role
from tests.access_examples import EXAMPLES, PUBLIC, SIGNED_IN
from tests.factories.people import UserFactory
from tests.safe_headers import is_kept, wrong_headers
from tests.worlds import shared_world

METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS")
NOBODY, NO_ROLE = "nobody", "no role"
READERS = (NOBODY, NO_ROLE, *Role)


class Address(NamedTuple):
    name: str
    view: object

    @property
    def permission(self) -> Permission | None:
        return getattr(self.view, "required_permission", None)

    def is_for(self, reader: str) -> bool:
        if self.name in PUBLIC:
            return True
        if self.name in SIGNED_IN:
            return reader != NOBODY
        return reader in Role and self.permission in ROLE_PERMISSIONS[Role(reader)]


def addresses(patterns: list, prefix: str = "") -> Iterator[Address]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            yield from addresses(pattern.url_patterns, inner)
        elif isinstance(pattern, URLPattern):
            yield Address(f"{prefix}{pattern.name}", pattern.callback)


ADDRESSES = list(addresses(get_resolver().url_patterns))


@pytest.fixture(scope="module")
def readers(django_db_setup, django_db_blocker) -> Iterator[dict[str, Client]]:
    """One browser for each role, one without a role and one not signed in."""
    with shared_world(django_db_blocker):
        clients = {NOBODY: Client(), NO_ROLE: Client()}
        clients[NO_ROLE].force_login(UserFactory(roles=[]))
        for role in Role:
            clients[role] = Client()
            clients[role].force_login(UserFactory(roles=[role]))
        yield clients


@pytest.fixture(autouse=True)
def quiet(caplog):
    """A walk of refusals would write thousands of warnings."""
    with caplog.at_level(logging.CRITICAL):
        yield


def answer(client: Client, method: str, path: str):
    """One request whose traces are taken away again, so that every reader finds the same state."""
    cookies = client.cookies.copy()
    with transaction.atomic():
        response = client.generic(method, path)
        transaction.set_rollback(True)
    client.cookies = cookies
    return response


def allowed_methods(readers: dict[str, Client], path: str) -> set[str]:
    """What the view itself says it answers, asked as nobody of public views and as somebody of others."""
    response = answer(readers[Role.ADMINISTRATOR], "OPTIONS", path)
    assert response.status_code == HTTPStatus.METHOD_NOT_ALLOWED, "declare the methods of this view"
    return set(response["Allow"].split(", "))


def verdict(response) -> str:
    if response.status_code == HTTPStatus.FOUND and response.url.startswith("/accounts/login/?next="):
        return "asked to sign in"
    return {403: "refused", 405: "wrong method"}.get(response.status_code, "let in")


def expected(address: Address, reader: str, method: str, allowed: set[str]) -> str:
    if reader == NOBODY and address.name not in PUBLIC:
        return "asked to sign in"
    if method not in allowed:
        return "wrong method"
    return "let in" if address.is_for(reader) else "refused"


def questions(address: Address, allowed: set[str]) -> Iterator[tuple[str, str]]:
    """Reader and method. What the view does not answer is tried by nobody, a reader refused and one let in.

    So is HEAD, which is GET without what it shows (`core.middleware.head_alone`).
    """
    let_in = [reader for reader in READERS if address.is_for(reader)]
    refused = [reader for reader in READERS if not address.is_for(reader)]
    few = {NOBODY, *let_in[-1:], *refused[-1:]}
    for reader in READERS:
        for method in METHODS:
            if reader in few or method in allowed - {"HEAD"}:
                yield reader, method


@pytest.mark.parametrize("address", ADDRESSES, ids=lambda address: address.name)
def test_address_answers_each_reader_as_the_table_says_and_with_the_safe_headers(address, readers, db):
    arguments = EXAMPLES[address.name]() if address.name in EXAMPLES else {}
    path = reverse(address.name, kwargs=arguments)
    allowed = allowed_methods(readers, path)
    differences = []

    for reader, method in questions(address, allowed):
        response = answer(readers[reader], method, path)
        want, got = expected(address, reader, method, allowed), verdict(response)
        if want != got or response.status_code >= 500:
            differences.append(f"{method} {path} as {reader}: {got} ({response.status_code}), not {want}")
        if (wrong := wrong_headers(response)) or (reader != NOBODY and is_kept(response)):
            wrong = wrong or response.get("Cache-Control")
            differences.append(f"{method} {path} as {reader} is answered with {wrong}")

    assert differences == []


@pytest.mark.parametrize("address", ADDRESSES, ids=lambda address: address.name)
def test_address_stands_in_exactly_one_list(address):
    places = [address.name in PUBLIC, address.name in SIGNED_IN, address.permission is not None]

    assert places.count(True) == 1


def test_no_list_names_an_address_that_is_gone():
    names = {address.name for address in ADDRESSES}

    assert (PUBLIC | SIGNED_IN | EXAMPLES.keys()) - names == set()


def test_public_views_are_the_ones_marked_so():
    marked = {address.name for address in ADDRESSES if not getattr(address.view, "login_required", True)}

    assert marked == PUBLIC


def test_every_role_stands_in_the_table_with_its_words():
    assert list(ROLE_PERMISSIONS) == list(ROLE_DESCRIPTIONS) == list(Role)


def test_every_permission_is_somebodys():
    assert frozenset().union(*ROLE_PERMISSIONS.values()) == set(Permission)


def test_print_the_matrix():
    """Seen with ``pytest -s -k matrix``."""
    width = max(len(address.name) for address in ADDRESSES)
    print()
    for address in sorted(ADDRESSES):
        answers = (f"{reader}" for reader in READERS if address.is_for(reader))
        print(f"{address.name:{width}}  {', '.join(answers)}")

"""Reads settings from the environment and says in a sentence what is missing or wrong."""

import os
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

YES_OR_NO = {
    "1": True,
    "yes": True,
    "true": True,
    "on": True,
    "0": False,
    "no": False,
    "false": False,
    "off": False,
}


def text(name: str, default: str | None = None) -> str:
    value = os.environ.get(name, default)
    if value is None or (value == "" and default is None):
        raise ImproperlyConfigured(f"Set {name} in the environment. docs/deployment.md says what it is for.")
    return value


def yes_or_no(name: str, *, default: bool) -> bool:
    value = os.environ.get(name)
    if value is None or value == "":
        return default
    return _converted(name, value, lambda v: YES_OR_NO[v.strip().lower()], "yes or no")


def whole_number(name: str, *, default: int, at_least: int = 0) -> int:
    value = os.environ.get(name)
    if value is None or value == "":
        return default
    number = _converted(name, value, int, "a whole number")
    if number < at_least:
        raise ImproperlyConfigured(f"{name} is {number}: set it to {at_least} or more.")
    return number


def listed(name: str, default: str | None = None) -> list[str]:
    """Values between commas, spaces trimmed, empty ones left out."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def one_of(name: str, choices: tuple[str, ...], *, default: str) -> str:
    value = text(name, default)
    if value not in choices:
        raise ImproperlyConfigured(f"{name} is {value!r}: set it to one of {', '.join(choices)}.")
    return value


def web_address(name: str, *, https: bool) -> str:
    value = text(name)
    allowed = ("https",) if https else ("https", "http")
    if urlsplit(value).scheme not in allowed or not urlsplit(value).hostname:
        raise ImproperlyConfigured(f"{name} is {value!r}: set it to a web address beginning https://.")
    return value.rstrip("/")


def origin(address: str) -> str:
    """Scheme and host of a web address."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def _converted(name: str, value: str, convert: Callable[[str], Any], wanted: str) -> Any:
    try:
        return convert(value)
    except (KeyError, ValueError):
        raise ImproperlyConfigured(f"{name} is {value!r}: set it to {wanted}.") from None

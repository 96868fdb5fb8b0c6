"""The sections in the bar under the header. An app adds its own from ``AppConfig.ready``."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from core.access import Permission, may


@dataclass(frozen=True, order=True)
class Section:
    order: int
    label: str
    url_name: str
    permission: Permission | None  # None: everyone, signed in or not


_sections: dict[str, Section] = {}


def register(label: str, url_name: str, *, permission: Permission | None, order: int) -> None:
    _sections[url_name] = Section(order, label, url_name, permission)


def items_for(request: HttpRequest) -> list[dict]:
    """What service_navigation.html draws: text, href, whether this page is it or lies within it.

    A page within two of them, one inside the other, belongs to the inner one.
    """
    user = getattr(request, "user", None)
    allowed = [(s.label, reverse(s.url_name)) for s in sorted(_sections.values()) if _is_open(s, user)]
    inmost = max((href for _, href in allowed if _is_within(request.path, href)), key=len, default="")
    return [
        {"text": label, "href": href, "current": request.path == href, "active": href == inmost}
        for label, href in allowed
    ]


def _is_open(section: Section, user: object) -> bool:
    return section.permission is None or (user is not None and may(user, section.permission))


def _is_within(path: str, href: str) -> bool:
    return path == href or (href != "/" and path.startswith(href))

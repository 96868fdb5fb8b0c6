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
    """What service_navigation.html draws: text, href, whether this page is it or lies within it."""
    user = getattr(request, "user", None)
    allowed = [s for s in sorted(_sections.values()) if _is_open(s, user)]
    return [_item(section, request.path) for section in allowed]


def _is_open(section: Section, user: object) -> bool:
    return section.permission is None or (user is not None and may(user, section.permission))


def _item(section: Section, path: str) -> dict:
    href = reverse(section.url_name)
    within = path == href or (href != "/" and path.startswith(href))
    return {"text": section.label, "href": href, "current": path == href, "active": within}

"""The bar under the header: the portal's areas, and under it the sections of the area one is in.

An app adds its own from ``AppConfig.ready``.
"""

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
    area: str


_sections: dict[str, Section] = {}


def register(
    label: str, url_name: str, *, permission: Permission | None, order: int, area: str | None = None
) -> None:
    """``area``: whose name the bar shows, for all sections in it; a section alone is its own area."""
    _sections[url_name] = Section(order, label, url_name, permission, area or label)


def areas_for(request: HttpRequest) -> list[dict]:
    """What service_navigation.html draws: text, href, whether this page is it or lies within it.

    An area leads to the first section in it that this reader may open.
    """
    allowed, here = _allowed(request), _here(request)
    first = {one.area: one for one in reversed(allowed)}
    return [
        _item(area, reverse(section.url_name), request, is_active=here is not None and here.area == area)
        for area, section in sorted(first.items(), key=lambda pair: pair[1])
    ]


def sections_for(request: HttpRequest) -> list[dict]:
    """Likewise the sections of the area in which this page lies; none where it has but one."""
    here = _here(request)
    beside = [one for one in _allowed(request) if here and one.area == here.area]
    return [
        _item(one.label, reverse(one.url_name), request, is_active=one == here)
        for one in beside
        if len(beside) > 1
    ]


def _here(request: HttpRequest) -> Section | None:
    """The section in which this page lies: of two, one inside the other, the inner one."""
    within = [one for one in _allowed(request) if _is_within(request.path, reverse(one.url_name))]
    return max(within, key=lambda one: len(reverse(one.url_name)), default=None)


def _allowed(request: HttpRequest) -> list[Section]:
    user = getattr(request, "user", None)
    return [one for one in sorted(_sections.values()) if _is_open(one, user)]


def _item(text: str, href: str, request: HttpRequest, *, is_active: bool) -> dict:
    return {"text": text, "href": href, "current": request.path == href, "active": is_active}


def _is_open(section: Section, user: object) -> bool:
    return section.permission is None or (user is not None and may(user, section.permission))


def _is_within(path: str, href: str) -> bool:
    return path == href or (href != "/" and path.startswith(href))

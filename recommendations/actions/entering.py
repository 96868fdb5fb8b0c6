"""Reports to the council, what each recommends, and its parts, as officers enter them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from string import ascii_lowercase
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from core.access import Permission, demand
from meetings.actions.locks import Refused, differs, one_change, take_turn
from people.models import User
from recommendations.models import DueRule, Limb, Recommendation, Report, Theme

NO_PARTS = "Write down at least one part: the whole text, when it asks for one thing."
TOO_MANY = "A recommendation has at most 26 parts."
REPORTED = "Something was reported about part ({}), so it stays. Put its line back."
MOVED = "Something was reported about part ({}), so it keeps its place. Put new parts below the old ones."
THEME_IN_USE = "Recommendations stand under “{}”, so that theme stays. Put its line back."
ENTERED = "A report of that title and day is entered already. Open it in the list to change it."
DATE_STANDS = (
    "Its day has been worked with since: later days were agreed, rounds met, or the panel closed it."
)
COUNTED_FROM = (
    "Recommendations are due so many months after the day of adoption, so that day stays. Give those another "
    "rule first."
)
DUE = ("due_rule", "due_on", "due_precision", "due_meeting", "every_months", "awaited_event")


def add_report(*, words: Mapping[str, Any], themes: Sequence[str], by: User) -> Report:
    """Sent twice it is one."""
    with _entering(by):
        sent = Report.objects.filter(title=words["title"], presented_on=words["presented_on"]).first()
        if sent:
            _refuse_other_words(sent, words, themes)
            return sent
        report = Report(**words)
        _checked(report)
        _set_themes(report, themes)
    return report


def change_report(
    report: Report, *, words: Mapping[str, Any], themes: Sequence[str], version: int, by: User
) -> Report:
    with _entering(by):
        kept = take_turn(report, version=version)
        _refuse_other_adoption(kept, words)
        for name, value in words.items():
            setattr(kept, name, value)
        kept.version += 1
        _checked(kept)
        _set_themes(kept, themes)
    return kept


def add_recommendation(
    report: Report,
    *,
    words: Mapping[str, Any],
    parts: Sequence[str],
    links: Mapping[str, Collection[models.Model]],
    by: User,
) -> Recommendation:
    """``parts``: what is asked, one separable thing each; ``links``: by the name of their column."""
    with _entering(by):
        take_turn(report)
        sent = report.recommendations.filter(number=words["number"]).first()
        if sent and _says_the_same(sent, words, parts, links):
            return sent
        one = Recommendation(report=report, **words)
        _checked(one)
        _set_parts(one, parts)
        _set_links(one, links)
    return one


def change_recommendation(
    recommendation: Recommendation,
    *,
    words: Mapping[str, Any],
    parts: Sequence[str],
    links: Mapping[str, Collection[models.Model]],
    version: int,
    by: User,
) -> Recommendation:
    with _entering(by):
        kept = take_turn(recommendation, version=version)
        _refuse_other_day(kept, words)
        for name, value in words.items():
            setattr(kept, name, value)
        kept.version += 1
        _checked(kept)
        _set_parts(kept, parts)
        _set_links(kept, links)
    return kept


@contextmanager
def _entering(by: User) -> Iterator[None]:
    demand(by, Permission.ENTER_RECOMMENDATIONS)
    with one_change(by):
        yield


def _checked(row: Report | Recommendation) -> None:
    try:
        row.full_clean()
    except ValidationError as problem:
        raise Refused(" ".join(problem.messages)) from None
    row.save()


def _refuse_other_words(report: Report, words: Mapping[str, Any], themes: Sequence[str]) -> None:
    if differs(report, words) or [theme.title for theme in report.themes.all()] != list(themes):
        raise Refused(ENTERED)


def _says_the_same(
    one: Recommendation,
    words: Mapping[str, Any],
    parts: Sequence[str],
    links: Mapping[str, Collection[models.Model]],
) -> bool:
    return (
        not differs(one, words)
        and [limb.text for limb in one.limbs.all()] == list(parts)
        and all(set(getattr(one, name).all()) == set(rows) for name, rows in links.items())
    )


def _refuse_other_adoption(report: Report, words: Mapping[str, Any]) -> None:
    counted = report.recommendations.filter(due_rule=DueRule.RELATIVE)
    if words["adopted_on"] != report.adopted_on and counted.exists():
        raise Refused(COUNTED_FROM)


def _refuse_other_day(one: Recommendation, words: Mapping[str, Any]) -> None:
    """The day as first set is what lateness and slippage are counted from."""
    changed = any(getattr(one, name) != words[name] for name in DUE if name in words)
    if changed and (one.revisions.exists() or one.rounds.exists() or one.closures.exists()):
        raise Refused(DATE_STANDS)


def _set_parts(one: Recommendation, parts: Sequence[str]) -> None:
    """Lettered in order; a part that was reported on is never taken away."""
    if not parts:
        raise Refused(NO_PARTS)
    if len(parts) > len(ascii_lowercase):
        raise Refused(TOO_MANY)
    stands = {limb.letter: limb for limb in one.limbs.all()}
    _refuse_other_places(stands, parts)
    for letter, text in zip(ascii_lowercase, parts, strict=False):
        limb = stands.pop(letter, None) or Limb(recommendation=one, letter=letter)
        limb.text = text
        limb.save()
    for letter, limb in stands.items():
        if _has_history(limb):
            raise Refused(REPORTED.format(letter))
        limb.delete()


def _refuse_other_places(stands: Mapping[str, Limb], parts: Sequence[str]) -> None:
    """Words may be put right. A part that was reported on must not become another one by a line above it."""
    letters = {limb.text: letter for letter, limb in stands.items()}
    for letter, text in zip(ascii_lowercase, parts, strict=False):
        before = letters.get(text, letter)
        for moved in (before, letter) if before != letter else ():
            if moved in stands and _has_history(stands[moved]):
                raise Refused(MOVED.format(moved))


def _has_history(limb: Limb) -> bool:
    return limb.reports.exists() or limb.reopenings.exists()


def _set_links(one: Recommendation, links: Mapping[str, Collection[models.Model]]) -> None:
    for name, rows in links.items():
        getattr(one, name).set(rows)


def _set_themes(report: Report, titles: Sequence[str]) -> None:
    """By their words, in the order given."""
    stands = {theme.title: theme for theme in report.themes.all()}
    for position, title in enumerate(titles, 1):
        theme = stands.pop(title, None) or Theme(report=report, title=title)
        theme.position = position
        theme.save()
    for theme in stands.values():
        if theme.recommendations.exists():
            raise Refused(THEME_IN_USE.format(theme.title))
        theme.delete()

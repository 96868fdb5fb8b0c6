"""Checks of one report."""

import re
from collections.abc import Iterator

from meetings.linter.findings import Finding, warn
from meetings.linter.material import ReportMaterial
from meetings.linter.registry import check
from meetings.linter.signs import (
    bad_emails,
    is_email,
    is_phone,
    is_shouted,
    makes_a_child_known,
    promised_dates,
)
from meetings.written_dates import odd_years, other_dates_sentence, wrong_dates

TO_LINE = re.compile(r"^\W*To:\s*(?P<whom>.+)$", re.MULTILINE)
RECOMMENDATION = re.compile(
    r"^#+\s*(?:\d+\.?\s*)?Recommendations?:?\s*$(?P<text>.*?)(?=^#|\Z)", re.MULTILINE | re.DOTALL
)


@check(ReportMaterial)
def addressed_to_another_day(report: ReportMaterial) -> Iterator[Finding]:
    for found in TO_LINE.finditer(report.body):
        if said := other_dates_sentence(found["whom"], report.meeting_on):
            yield warn(f"{_name(report)} is addressed to another day. {said}", report.place)


@check(ReportMaterial)
def recommendations_that_differ(report: ReportMaterial) -> Iterator[Finding]:
    """The portal repeats the recommendation by itself; one that stands in the text as well has to be the same."""
    for found in RECOMMENDATION.finditer(report.body):
        if _plain(found["text"]) != _plain(report.recommendation):
            yield warn(
                f"{_name(report)} recommends one thing at its head and another in its text.", report.place
            )


@check(ReportMaterial)
def no_background_documents(report: ReportMaterial) -> Iterator[Finding]:
    if not report.background.strip():
        yield warn(
            f"{_name(report)} has no list of background documents. Write “None” if there are none.",
            report.place,
        )


@check(ReportMaterial)
def shouted_subject(report: ReportMaterial) -> Iterator[Finding]:
    if is_shouted(report.subject):
        yield warn(f"{_name(report)} has a subject all in capitals.", report.place)


@check(ReportMaterial)
def slips_in_its_words(report: ReportMaterial) -> Iterator[Finding]:
    for words in report.texts:
        yield from (warn(f"{words.name}: {one.problem}", words.place) for one in wrong_dates(words.text))
        yield from (
            warn(f"{words.name}: “{years}” is no span of years.", words.place)
            for years in odd_years(words.text)
        )
        yield from (
            warn(f"{words.name}: “{address}” is no e-mail address.", words.place)
            for address in bad_emails(words.text)
        )


@check(ReportMaterial)
def dates_promised_without_a_meeting(report: ReportMaterial) -> Iterator[Finding]:
    for words in report.texts:
        for day in promised_dates(words.text, report.meetings, report.meeting_on):
            yield warn(f"{words.name} promises something for {day}, when no meeting is planned.", words.place)


@check(ReportMaterial)
def child_that_could_be_known(report: ReportMaterial) -> Iterator[Finding]:
    for words in report.texts:
        if words.is_open and makes_a_child_known(words.text):
            yield warn(
                f"{words.name} gives initials, an age and a school together: a child could be known from it.",
                words.place,
            )


@check(ReportMaterial)
def contacts_that_cannot_be_reached(report: ReportMaterial) -> Iterator[Finding]:
    for contact in report.contacts:
        if contact.email and not is_email(contact.email):
            yield warn(f"{contact.where}: “{contact.email}” is no e-mail address.", contact.place)
        if contact.telephone and not is_phone(contact.telephone):
            yield warn(f"{contact.where}: “{contact.telephone}” is no telephone number.", contact.place)


def _name(report: ReportMaterial) -> str:
    return f"The report “{report.subject}”"


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[*_#]", "", text).split()).casefold().rstrip(".")

"""Checks of an agenda and of the reports on it, taken together."""

from collections import defaultdict
from collections.abc import Iterator

from meetings.date_words import joined
from meetings.linter import report_checks  # noqa: F401 - registers the checks of each report
from meetings.linter.findings import Finding, block, warn
from meetings.linter.material import AgendaMaterial, ContactMaterial, ItemMaterial
from meetings.linter.registry import check, findings_in
from meetings.linter.signs import (
    bad_emails,
    is_email,
    is_phone,
    is_shouted,
    makes_a_child_known,
    promised_dates,
)
from meetings.written_dates import odd_years, wrong_dates
from people.print_names import folded

BANNERS = ("unrestricted items", "exempt items", "agenda", "membership")


@check(AgendaMaterial)
def too_few_clear_days(agenda: AgendaMaterial) -> Iterator[Finding]:
    for sentence, place in agenda.late:
        yield block(sentence, place)


@check(AgendaMaterial)
def exempt_paper_on_an_open_item(agenda: AgendaMaterial) -> Iterator[Finding]:
    for item in agenda.items:
        for paper in item.papers:
            if item.is_open and paper.is_exempt:
                yield block(f"{item.name} is open, but its paper “{paper.title}” is exempt.", item.place)


@check(AgendaMaterial)
def numbers_that_clash(agenda: AgendaMaterial) -> Iterator[Finding]:
    by_number: defaultdict[str, list[ItemMaterial]] = defaultdict(list)
    for item in agenda.items:
        by_number[item.number].append(item)
    for number, items in by_number.items():
        if number and len(items) > 1:
            titles = joined([f"“{item.title}”" for item in items])
            yield block(f"{titles} have one number, {number}.", items[-1].place)


@check(AgendaMaterial)
def items_with_nothing_to_read(agenda: AgendaMaterial) -> Iterator[Finding]:
    if bare := [item for item in agenda.items if item.lacks_paper]:
        yield warn(f"{_numbered(bare)} {'has' if len(bare) == 1 else 'have'} no paper.", bare[0].place)
    if bare := [item for item in agenda.items if item.lacks_heads]:
        what = "is a verbal update" if len(bare) == 1 else "are verbal updates"
        yield warn(f"{_numbered(bare)} {what}, and nothing says what about.", bare[0].place)


def _numbered(items: list[ItemMaterial]) -> str:
    return f"Item{'' if len(items) == 1 else 's'} {joined([item.number for item in items])}"


@check(AgendaMaterial)
def wrong_weekdays(agenda: AgendaMaterial) -> Iterator[Finding]:
    for words in agenda.texts:
        yield from (block(f"{words.name}: {one.problem}", words.place) for one in wrong_dates(words.text))


@check(AgendaMaterial)
def banners_printed_twice(agenda: AgendaMaterial) -> Iterator[Finding]:
    for item in agenda.items:
        if item.is_heading and item.title.strip().casefold() in BANNERS:
            yield warn(f"The heading “{item.title}” prints by itself, so it stands there twice.", item.place)


@check(AgendaMaterial)
def slips_in_its_words(agenda: AgendaMaterial) -> Iterator[Finding]:
    for words in agenda.texts:
        for years in odd_years(words.text):
            yield warn(f"{words.name}: “{years}” is no span of years.", words.place)
        for address in bad_emails(words.text):
            yield warn(f"{words.name}: “{address}” is no e-mail address.", words.place)
        for day in promised_dates(words.text, agenda.meetings, agenda.meeting_on):
            yield warn(f"{words.name} promises something for {day}, when no meeting is planned.", words.place)
        if words.is_open and makes_a_child_known(words.text):
            yield warn(f"{words.name} gives initials, an age and a school together.", words.place)


@check(AgendaMaterial)
def shouted_titles(agenda: AgendaMaterial) -> Iterator[Finding]:
    for item in agenda.items:
        if is_shouted(item.title) and item.title.strip().casefold() not in BANNERS:
            yield warn(f"{item.name} has a title all in capitals.", item.place)


@check(AgendaMaterial)
def unlisted_pages(agenda: AgendaMaterial) -> Iterator[Finding]:
    for item in agenda.items:
        for paper in item.papers:
            if not paper.is_listed:
                yield warn(
                    f"{item.name}: the pages of “{paper.title}” are on no line of the agenda.", paper.place
                )


@check(AgendaMaterial)
def contacts_that_cannot_be_reached(agenda: AgendaMaterial) -> Iterator[Finding]:
    for contact in agenda.contacts:
        if contact.email and not is_email(contact.email):
            yield warn(f"{contact.where}: “{contact.email}” is no e-mail address.", contact.place)
        if contact.telephone and not is_phone(contact.telephone):
            yield warn(f"{contact.where}: “{contact.telephone}” is no telephone number.", contact.place)


@check(AgendaMaterial)
def one_person_with_two_posts(agenda: AgendaMaterial) -> Iterator[Finding]:
    by_name: defaultdict[str, list[ContactMaterial]] = defaultdict(list)
    for contact in [*agenda.contacts, *(one for report in agenda.reports for one in report.contacts)]:
        by_name[folded(contact.name)].append(contact)
    for contacts in by_name.values():
        posts = {" ".join(one.post.split()).casefold(): one for one in contacts if one.post.strip()}
        if len(posts) > 1:
            named = joined([f"“{one.post}” ({one.where})" for one in posts.values()])
            yield warn(f"{contacts[0].name} has different posts: {named}.", contacts[-1].place)


@check(AgendaMaterial)
def what_its_reports_say(agenda: AgendaMaterial) -> Iterator[Finding]:
    for report in agenda.reports:
        yield from findings_in(report)

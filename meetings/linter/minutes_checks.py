"""Checks of minutes before they are published."""

from collections.abc import Iterator

from meetings.linter.findings import Finding, block, warn
from meetings.linter.minutes_material import MinuteMaterial, MinutesMaterial
from meetings.linter.minutes_signs import is_named, names_in, promises, speakers
from meetings.linter.registry import check
from meetings.linter.signs import gives_initials_with_age, makes_a_child_known, promised_dates
from meetings.written_dates import odd_years, wrong_dates

TOGETHER = (
    "gives initials, an age and a school together: a child could be known from it. Give an age band, or leave the "
    "school out."
)
NOT_APPROVED = (
    "The minutes of {} were on this agenda and taken, but their approval is not recorded. Record it first, with what "
    "was corrected, or record the item as put off."
)
NOT_PUBLISHED = (
    "The minutes of {} were on this agenda and taken, but are not published. Publish them and record their approval "
    "first, or record the item as put off."
)
ACCEPT = "If the panel accepted it as done, say so under the minute."
HELD = "gives initials with ages. Another officer than the one who sent the minutes to the chairman publishes them."


@check(MinutesMaterial)
def protected_names(minutes: MinutesMaterial) -> Iterator[Finding]:
    """The name itself is not repeated: whoever reads the finding looks at the minute."""
    for minute in _public(minutes):
        if names_in(minute.text, minutes.protected):
            yield block(f"{minute.name} holds a name from the list of protected names.", minute.place)


@check(MinutesMaterial)
def child_that_could_be_known(minutes: MinutesMaterial) -> Iterator[Finding]:
    for minute in _public(minutes):
        if makes_a_child_known(minute.text):
            yield block(f"{minute.name} {TOGETHER}", minute.place)


@check(MinutesMaterial)
def initials_with_ages(minutes: MinutesMaterial) -> Iterator[Finding]:
    yield from (warn(f"{minute.name} {HELD}", minute.place) for minute in held_minutes(minutes))


@check(MinutesMaterial)
def nothing_written(minutes: MinutesMaterial) -> Iterator[Finding]:
    for minute in minutes.minutes:
        if not minute.text.strip():
            yield block(f"{minute.name} has nothing in it.", minute.place)
    for title, place in minutes.left_out:
        yield block(f"“{title}” has no minute.", place)


@check(MinutesMaterial)
def approvals(minutes: MinutesMaterial) -> Iterator[Finding]:
    """What these minutes say of earlier ones must not come out before it is known."""
    yield from (block(NOT_APPROVED.format(day), place) for day, place in minutes.unapproved)
    yield from (block(NOT_PUBLISHED.format(day), place) for day, place in minutes.unpublished)
    for correction, place in minutes.uncorrected:
        yield warn(f"The approving minute does not name a correction: {correction}.", place)


@check(MinutesMaterial)
def recorded_since_they_were_begun(minutes: MinutesMaterial) -> Iterator[Finding]:
    for name, sentence, place in minutes.missing:
        yield warn(f"{name} does not say what was recorded since: “{sentence}”", place)
    for name, sentence, place in minutes.outdated:
        yield warn(f"{name} says what is no longer recorded: “{sentence}”", place)


@check(MinutesMaterial)
def votes_of_those_without(minutes: MinutesMaterial) -> Iterator[Finding]:
    yield from (warn(f"{name}: {said}", place) for name, said, place in minutes.odd_votes)


@check(MinutesMaterial)
def wrong_days(minutes: MinutesMaterial) -> Iterator[Finding]:
    for minute in minutes.minutes:
        yield from (block(f"{minute.name}: {one.problem}", minute.place) for one in wrong_dates(minute.text))


@check(MinutesMaterial)
def exempt_without_a_resolution(minutes: MinutesMaterial) -> Iterator[Finding]:
    for minute in minutes.minutes:
        if minute.is_exempt and not minute.is_excluded:
            said = "is exempt, but no resolution to exclude the public for it is recorded."
            yield warn(f"{minute.name} {said}", minute.place)
        if minute.is_opened and minute.is_excluded and not minute.is_exempt_elsewhere:
            yield warn(f"{minute.name} is open, though its item was exempt.", minute.place)


@check(MinutesMaterial)
def speakers_not_in_attendance(minutes: MinutesMaterial) -> Iterator[Finding]:
    for minute in minutes.minutes:
        told: set[str] = set()
        for name in speakers(minute.text):
            meant = [one for one in minutes.names if is_named(name, one.full, one.short)]
            who = meant[0].full if meant else name
            if who not in told and not any(one.is_there for one in meant):
                said = "is not recorded as present" if meant else "is nobody in the attendance"
                yield warn(f"{minute.name}: {name} speaks, but {said}.", minute.place)
            told.add(who)


@check(MinutesMaterial)
def names_that_are_no_member(minutes: MinutesMaterial) -> Iterator[Finding]:
    for name, place in minutes.strangers:
        yield warn(f"{name} is recorded as a member, but has no seat on the panel on this day.", place)


@check(MinutesMaterial)
def promised_without_an_undertaking(minutes: MinutesMaterial) -> Iterator[Finding]:
    for minute in minutes.minutes:
        if not minute.undertakings:
            for phrase in promises(minute.text):
                yield warn(f"{minute.name} says “{phrase}”, but no undertaking is recorded.", minute.place)


@check(MinutesMaterial)
def undertakings_left_open(minutes: MinutesMaterial) -> Iterator[Finding]:
    for name, what, place in minutes.left_open:
        yield warn(f"{name}: the undertaking “{what}” came back here and is not accepted. {ACCEPT}", place)


@check(MinutesMaterial)
def slips_in_words(minutes: MinutesMaterial) -> Iterator[Finding]:
    for minute in minutes.minutes:
        for years in odd_years(minute.text):
            yield warn(f"{minute.name}: “{years}” is no span of years.", minute.place)
        for day in promised_dates(minute.text, minutes.meetings, minutes.meeting_on):
            yield warn(
                f"{minute.name} promises something for {day}, when no meeting is planned.", minute.place
            )


def held_minutes(minutes: MinutesMaterial) -> list[MinuteMaterial]:
    """Open, though exempt when taken, with initials and ages: held for a second person."""
    return [one for one in _public(minutes) if one.is_opened and gives_initials_with_age(one.text)]


def _public(minutes: MinutesMaterial) -> Iterator[MinuteMaterial]:
    return (minute for minute in minutes.minutes if minute.is_public)

"""The standing order of business: what a new agenda starts from, and when each line is on it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import TextChoices

from meetings.date_words import joined, plain_date
from meetings.name_lists import Office


class StandingKey(TextChoices):
    MEMBERSHIP = "membership", "Membership"
    APOLOGIES = "apologies", "Apologies and substitutes"
    ELECTION = "election", "Election of the Chairman or Vice-Chairman"
    DECLARATIONS = "declarations", "Declarations of interest"
    MINUTES = "minutes", "Minutes of earlier meetings"
    MEETING_DATES = "meeting_dates", "Meeting dates"
    ANNOUNCEMENTS = "announcements", "Chairman's Announcements"
    YOUNG_PEOPLE = "young_people", "Update from the young people's council"
    CABINET_MEMBER = "cabinet_member", "Update by the Cabinet Member"
    CHALLENGE_CARDS = "challenge_cards", "Challenge cards"
    SCORECARD = "scorecard", "Performance scorecard"
    WORK_PROGRAMME = "work_programme", "Forward work programme"


class Shown(TextChoices):
    ALWAYS = "always", "At every meeting"
    WHEN_DUE = "when_due", "When there is something to take"


@dataclass(frozen=True, slots=True)
class StandingItem:
    """Titles and purposes may hold the places {changes}, {office}, {panel}, {meetings}, {years} and {council}."""

    key: StandingKey
    title: str
    purpose: str = ""
    shown: Shown = Shown.ALWAYS
    is_verbal: bool = False


ORDER = (
    StandingItem(StandingKey.MEMBERSHIP, "Membership", "{changes}", Shown.WHEN_DUE),
    StandingItem(
        StandingKey.APOLOGIES,
        "Apologies and substitutes",
        "To receive apologies for absence and to be told of substitutes present",
    ),
    StandingItem(
        StandingKey.ELECTION, "Election of {office}", "To elect a {office} of the {panel}", Shown.WHEN_DUE
    ),
    StandingItem(
        StandingKey.DECLARATIONS,
        "Declarations of interest",
        "To receive declarations of interest in items on this agenda",
        Shown.WHEN_DUE,
    ),
    StandingItem(
        StandingKey.MINUTES,
        "Minutes of the {meetings}",
        "To consider and approve the minutes as a correct record",
        Shown.WHEN_DUE,
    ),
    StandingItem(
        StandingKey.MEETING_DATES,
        "Meeting Dates {years}",
        "To note the dates reserved for meetings",
        Shown.WHEN_DUE,
    ),
    StandingItem(StandingKey.ANNOUNCEMENTS, "Chairman's Announcements", is_verbal=True),
    StandingItem(StandingKey.YOUNG_PEOPLE, "Verbal Update from {council}", is_verbal=True),
    StandingItem(StandingKey.CABINET_MEMBER, "Verbal Update by Cabinet Member", is_verbal=True),
    StandingItem(StandingKey.CHALLENGE_CARDS, "Challenge Card Update", shown=Shown.WHEN_DUE),
    StandingItem(StandingKey.SCORECARD, "Performance Scorecard for Children in Care", shown=Shown.WHEN_DUE),
    StandingItem(
        StandingKey.WORK_PROGRAMME, "Work Programme", "To agree what comes to later meetings", Shown.WHEN_DUE
    ),
)
# What is told without a report
VERBAL = frozenset(item.key for item in ORDER if item.is_verbal)
# The standing lines that come with a paper; the others say all in their purpose.
WITH_A_PAPER = frozenset(
    (StandingKey.MINUTES, StandingKey.CHALLENGE_CARDS, StandingKey.SCORECARD, StandingKey.WORK_PROGRAMME)
)
# Reports from the forward programme stand after the lines above this one.
REPORTS_STAND_BEFORE = StandingKey.WORK_PROGRAMME


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a meeting has to take. ``changes``: the note on the membership; ``years``: "2019/20", of dates to note."""

    changes: str = ""
    offices_to_fill: tuple[Office, ...] = ()
    has_declarations: bool = False
    minutes_of: tuple[date, ...] = ()
    years: str = ""
    has_challenge_cards: bool = False
    has_scorecard: bool = False
    has_work_programme: bool = False

    def has(self, key: StandingKey) -> bool:
        return {
            StandingKey.MEMBERSHIP: bool(self.changes),
            StandingKey.ELECTION: bool(self.offices_to_fill),
            StandingKey.DECLARATIONS: self.has_declarations,
            StandingKey.MINUTES: bool(self.minutes_of),
            StandingKey.MEETING_DATES: bool(self.years),
            StandingKey.CHALLENGE_CARDS: self.has_challenge_cards,
            StandingKey.SCORECARD: self.has_scorecard,
            StandingKey.WORK_PROGRAMME: self.has_work_programme,
        }[key]


def standing_items(occasion: Occasion, *, panel: str, council: str) -> list[StandingItem]:
    """The lines of one meeting in order, their places filled. ``council``: the young people's, by its full name."""
    return [
        filled
        for item in ORDER
        if item.shown == Shown.ALWAYS or occasion.has(item.key)
        for filled in _filled(item, occasion, panel, council)
    ]


def minutes_title(days: tuple[date, ...]) -> str:
    """ "meeting held on 19 September 2018", or several in one item."""
    held = joined([plain_date(day) for day in sorted(days)])
    return f"{'meeting' if len(days) == 1 else 'meetings'} held on {held}"


def _filled(item: StandingItem, occasion: Occasion, panel: str, council: str) -> Iterator[StandingItem]:
    """One for each office to fill, otherwise one."""
    offices = (
        [office.label for office in occasion.offices_to_fill] if item.key == StandingKey.ELECTION else [""]
    )
    for office in offices:
        words = {
            "changes": occasion.changes,
            "office": office,
            "panel": panel,
            "meetings": minutes_title(occasion.minutes_of),
            "years": occasion.years,
            "council": council,
        }
        yield replace(item, title=item.title.format(**words), purpose=item.purpose.format(**words))

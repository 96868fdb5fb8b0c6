"""What the checks of minutes read."""

from dataclasses import dataclass
from datetime import date

from meetings.linter.findings import Place


@dataclass(frozen=True, slots=True)
class MinuteMaterial:
    """``text``: a paragraph a line, what was decided with it. ``is_public``: the public reads these very words;
    ``is_opened``: although its item was exempt; ``is_exempt_elsewhere``: it has an exempt minute beside this one.
    ``undertakings``: how many are recorded at its items.
    """

    name: str
    text: str
    place: Place
    is_public: bool = True
    is_opened: bool = False
    is_exempt: bool = False
    is_excluded: bool = False
    is_exempt_elsewhere: bool = False
    undertakings: int = 0


@dataclass(frozen=True, slots=True)
class KnownName:
    """A person of the register by the forms in which minutes name them: "Ash Bellamy", "Ms Bellamy"."""

    full: str
    short: str
    is_there: bool


@dataclass(frozen=True, slots=True)
class MinutesMaterial:
    """``strangers``: recorded as members without a seat on the day. ``left_out``: items without a minute.

    ``unapproved``: days whose minutes this meeting took, and where to record what it decided on them.
    ``unpublished``: those that are not even published.
    ``uncorrected``: corrections that it asked for, and the minute of its item that does not name them.
    ``missing`` and ``outdated``: a minute and a sentence, recorded after they were begun, or recorded no longer.
    ``left_open``: a minute, an undertaking that came back at its item, and the minute's place.
    ``odd_votes``: an item, and what is wrong with the votes recorded at it.
    """

    meeting_on: date
    meetings: tuple[date, ...]
    minutes: tuple[MinuteMaterial, ...]
    names: tuple[KnownName, ...] = ()
    protected: tuple[str, ...] = ()
    strangers: tuple[tuple[str, Place], ...] = ()
    left_out: tuple[tuple[str, Place], ...] = ()
    unapproved: tuple[tuple[str, Place], ...] = ()
    unpublished: tuple[tuple[str, Place], ...] = ()
    uncorrected: tuple[tuple[str, Place], ...] = ()
    missing: tuple[tuple[str, str, Place], ...] = ()
    outdated: tuple[tuple[str, str, Place], ...] = ()
    left_open: tuple[tuple[str, str, Place], ...] = ()
    odd_votes: tuple[tuple[str, str, Place], ...] = ()

"""The resolutions that a clerk writes most often, ready for one tap. Each may be changed afterwards."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from meetings.standing_order import minutes_title
from meetings.wording import be_noted


@dataclass(frozen=True, slots=True)
class Usual:
    """``form`` and ``effects`` by the names that the table of resolutions has for them."""

    key: str
    label: str
    form: str
    text: str
    effects: tuple[str, ...]


def usual_resolutions(*, is_verbal: bool, minutes_of: Collection[date] = ()) -> list[Usual]:
    """The likeliest first."""
    what = "the update" if is_verbal else "the report"
    approving = [
        Usual(
            "approve",
            "Approve the minutes",
            "resolved",
            f"the minutes of the {minutes_title(tuple(minutes_of))} are correctly recorded and be signed "
            "by the Chairman",
            ("approve_minutes",),
        )
    ]
    return [
        *(approving if minutes_of else []),
        Usual("note", "Note, with thanks", "resolved", be_noted(what), ("note",)),
        Usual(
            "note_comments",
            "Note with comments",
            "resolved",
            f"{what} and the comments made by members be noted",
            ("note",),
        ),
        Usual("agree", "Agree", "resolved", f"the recommendations of {what} be agreed", ("agree",)),
        Usual(
            "report_back",
            "Ask for a report",
            "resolved",
            "a further report be made to a later meeting of the Panel",
            ("report_back",),
        ),
        Usual("welcome", "Welcome", "agreed", f"{what} be welcomed", ("welcome",)),
    ]

"""How far a recommendation has come, worked out from its limbs: deed, never lateness and never effect."""

from collections.abc import Collection, Iterable, Mapping

from django.db.models import TextChoices


class LimbStatus(TextChoices):
    NOT_STARTED = "not_started", "Not started"
    ON_TRACK = "on_track", "On track"
    SLIPPED = "slipped", "Slipped"
    DONE = "done", "Done"


class DeliveryStatus(TextChoices):
    NOT_STARTED = "not_started", "Not started"
    ON_TRACK = "on_track", "On track"
    SLIPPED = "slipped", "Slipped"
    REPORTED_COMPLETE = "reported_complete", "Reported complete"


class Coverage(TextChoices):
    """What an update says of a limb; SILENT is never stored, it is what was left out."""

    EVIDENCED = "evidenced", "Shown by evidence"
    CLAIMED = "claimed", "Said, without evidence"
    SILENT = "silent", "Not mentioned"


class Impact(TextChoices):
    NONE_CLAIMED = "none_claimed", "No effect claimed"
    TOO_EARLY = "too_early", "Too early to tell"
    IMPROVED = "improved", "Improved"
    NO_CHANGE = "no_change", "No change"
    WORSE = "worse", "Worse"


NEEDS_GROUNDS = frozenset({Impact.IMPROVED, Impact.NO_CHANGE, Impact.WORSE})


def delivery_status(limbs: Collection[LimbStatus], *, forced_slipped: bool = False) -> DeliveryStatus:
    """The owner may force only "slipped"; nothing may be forced towards done."""
    if not limbs:
        raise ValueError(
            "A recommendation has at least one limb: its whole text, when it asks for one thing."
        )
    if forced_slipped or LimbStatus.SLIPPED in limbs:
        return DeliveryStatus.SLIPPED
    if all(limb == LimbStatus.DONE for limb in limbs):
        return DeliveryStatus.REPORTED_COMPLETE
    if all(limb == LimbStatus.NOT_STARTED for limb in limbs):
        return DeliveryStatus.NOT_STARTED
    return DeliveryStatus.ON_TRACK


def silent_limbs(letters: Iterable[str], said: Mapping[str, Coverage]) -> list[str]:
    """The limbs that an update leaves unmentioned, in the order of the recommendation."""
    return [letter for letter in letters if said.get(letter, Coverage.SILENT) == Coverage.SILENT]


def impact_fault(impact: Impact, *, has_figure: bool, reason: str) -> str:
    """What is missing before this effect may be claimed; "" when nothing is."""
    if impact in NEEDS_GROUNDS and not has_figure and not reason.strip():
        return f"Give a figure or a reason for saying “{impact.label}”."
    return ""

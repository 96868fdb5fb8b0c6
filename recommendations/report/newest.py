"""The newest update of many recommendations, for a register: what it is, and which limbs it mentions."""

from collections.abc import Iterable
from dataclasses import replace

from recommendations.due_dates import Precision
from recommendations.models import LimbReport, Recommendation, Update
from recommendations.updates import UpdateFacts, UpdateKind


def newest_told(rows: Iterable[Recommendation]) -> dict[int, UpdateFacts]:
    """The newest update of each, by its key. One query, and more only where one is a correction."""
    current = [one.current_update_id for one in rows if one.current_update_id]
    columns = Update.objects.filter(pk__in=current).values_list(
        "pk", "kind", "as_at", "precision", "reported_on"
    )
    found = {
        pk: UpdateFacts(pk, UpdateKind(kind), as_at, Precision(precision), reported_on)
        for pk, kind, as_at, precision, reported_on in columns
    }
    corrected = _corrected_kinds(pk for pk, one in found.items() if one.kind == UpdateKind.CORRECTION)
    return found | {pk: replace(found[pk], kind=kind) for pk, kind in corrected.items()}


def _corrected_kinds(corrections: Iterable[int]) -> dict[int, UpdateKind]:
    """By correction, the kind of what it corrects. One query for each time that was a correction itself."""
    found, asked = {}, {pk: pk for pk in corrections}
    while asked:
        columns = Update.objects.filter(pk__in=asked.values()).values_list(
            "pk", "supersedes", "supersedes__kind"
        )
        earlier = {pk: (corrected, kind) for pk, corrected, kind in columns if corrected}
        stands = {pk: earlier[at] for pk, at in asked.items() if at in earlier}
        found |= {pk: UpdateKind(kind) for pk, (_, kind) in stands.items()}
        asked = {pk: at for pk, (at, kind) in stands.items() if kind == UpdateKind.CORRECTION}
    return found


def newest_said(rows: Iterable[Recommendation]) -> dict[int, frozenset[int]]:
    """By update, the limbs that it mentions. One query."""
    current = [one.current_update_id for one in rows if one.current_update_id]
    found: dict[int, set[int]] = {}
    for update, limb in LimbReport.objects.filter(update__in=current).values_list("update", "limb"):
        found.setdefault(update, set()).add(limb)
    return {update: frozenset(limbs) for update, limbs in found.items()}

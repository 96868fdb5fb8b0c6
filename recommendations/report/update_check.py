"""What stands in the way of an update, and what it leaves unsaid."""

from datetime import date

from recommendations.due_dates import Precision
from recommendations.evidence import Qualifier
from recommendations.models import Limb, Update
from recommendations.status import Coverage, Impact, LimbStatus, impact_fault, silent_limbs
from recommendations.updates import UpdateKind, faults, first_day

DONE_LATER = "Part ({}) cannot have been done on a day that has not come."
NOT_YET = "The figure “{}” speaks of a day that has not come: say that it is planned."
NO_WORDS = "Write what has been done."


def kind_in_effect(update: Update) -> UpdateKind:
    """A correction counts as what it corrects: put right, a claim that all is done is still that claim."""
    while update.kind == UpdateKind.CORRECTION and update.supersedes is not None:
        update = update.supersedes
    return UpdateKind(update.kind)


def update_faults(update: Update, today: date) -> list[str]:
    """Why it may not be sent in or published, in words; empty when it may."""
    limbs = list(update.recommendation.limbs.all())
    kind = kind_in_effect(update)
    said = {report.limb_id: report for report in update.limb_reports.all()}
    found = faults(
        kind=kind,
        as_at=update.as_at,
        precision=Precision(update.precision),
        adopted_on=update.recommendation.report.adopted_on,
        today=today,
        said={limb.letter: Coverage(said[limb.pk].coverage) for limb in limbs if limb.pk in said},
        limbs={limb.letter: LimbStatus(said.get(limb.pk, limb).status) for limb in limbs},
        reason=update.reason,
    )
    wordless = kind != UpdateKind.NIL and not update.text.strip()
    return [*([NO_WORDS] if wordless else []), *found, *_days_to_come(update, today), *_effect_fault(update)]


def left_unsaid(update: Update) -> list[Limb]:
    """The parts of which it says nothing, in the order of the recommendation."""
    limbs = {limb.letter: limb for limb in update.recommendation.limbs.all()}
    letters = {limb.pk: letter for letter, limb in limbs.items()}
    said = {letters[one.limb_id]: Coverage(one.coverage) for one in update.limb_reports.all()}
    return [limbs[letter] for letter in silent_limbs(limbs, said)]


def _days_to_come(update: Update, today: date) -> list[str]:
    letters = {limb.pk: limb.letter for limb in update.recommendation.limbs.all()}
    done = [one for one in update.limb_reports.all() if one.done_on and one.done_on > today]
    told = [
        one
        for one in update.figures.all()
        if one.value is not None
        and first_day(one.as_at, Precision(one.precision)) > today
        and one.qualifier != Qualifier.PLANNED
    ]
    return [
        *(DONE_LATER.format(letters[one.limb_id]) for one in done),
        *(NOT_YET.format(one.label) for one in told),
    ]


def _effect_fault(update: Update) -> list[str]:
    has_figure = any(figure.value is not None for figure in update.figures.all())
    fault = impact_fault(Impact(update.impact), has_figure=has_figure, reason=update.impact_reason)
    return [fault] if fault else []

import pytest

from recommendations.status import (
    Coverage,
    DeliveryStatus,
    Impact,
    LimbStatus,
    delivery_status,
    impact_fault,
    silent_limbs,
)

NEW, ON, LATE, DONE = LimbStatus.NOT_STARTED, LimbStatus.ON_TRACK, LimbStatus.SLIPPED, LimbStatus.DONE


@pytest.mark.parametrize(
    ("limbs", "status"),
    [
        ([NEW], DeliveryStatus.NOT_STARTED),
        ([ON], DeliveryStatus.ON_TRACK),
        ([LATE], DeliveryStatus.SLIPPED),
        ([DONE], DeliveryStatus.REPORTED_COMPLETE),
        ([NEW, NEW], DeliveryStatus.NOT_STARTED),
        ([NEW, DONE], DeliveryStatus.ON_TRACK),
        ([ON, DONE], DeliveryStatus.ON_TRACK),
        ([NEW, ON], DeliveryStatus.ON_TRACK),
        ([DONE, DONE, DONE], DeliveryStatus.REPORTED_COMPLETE),
        ([DONE, DONE, LATE], DeliveryStatus.SLIPPED),
        ([NEW, LATE], DeliveryStatus.SLIPPED),
    ],
)
def test_status_follows_from_the_limbs(limbs, status):
    assert delivery_status(limbs) == status


@pytest.mark.parametrize("limbs", [[NEW], [ON], [LATE], [DONE]])
def test_owner_may_force_only_slipped(limbs):
    assert delivery_status(limbs, forced_slipped=True) == DeliveryStatus.SLIPPED


def test_recommendation_without_a_limb_is_refused():
    with pytest.raises(ValueError, match="at least one limb"):
        delivery_status([])


def test_limbs_left_unsaid_are_silent_in_their_order():
    said = {"b": Coverage.CLAIMED, "c": Coverage.SILENT}

    assert silent_limbs(["a", "b", "c", "d"], said) == ["a", "c", "d"]


@pytest.mark.parametrize(
    ("impact", "has_figure", "reason", "is_refused"),
    [
        (Impact.NONE_CLAIMED, False, "", False),
        (Impact.TOO_EARLY, False, "", False),
        (Impact.IMPROVED, False, "", True),
        (Impact.IMPROVED, False, "  ", True),
        (Impact.IMPROVED, True, "", False),
        (Impact.NO_CHANGE, False, "The review found none", False),
        (Impact.NO_CHANGE, False, "", True),
        (Impact.WORSE, False, "", True),
        (Impact.WORSE, True, "", False),
    ],
)
def test_effect_needs_a_figure_or_a_reason(impact, has_figure, reason, is_refused):
    assert bool(impact_fault(impact, has_figure=has_figure, reason=reason)) is is_refused

"""Figures of other areas: added, corrected, withdrawn."""

import pghistory
from django.db import transaction

from people.models import User
from scorecard.models import Benchmark
from scorecard.upkeep.confirming import require_manager


@transaction.atomic
def save_benchmark(benchmark: Benchmark, *, by: User) -> Benchmark:
    """A new one or one that was corrected."""
    require_manager(by)
    benchmark.full_clean()
    with pghistory.context(user=by.pk):
        benchmark.save()
    return benchmark


@transaction.atomic
def withdraw_benchmark(benchmark: Benchmark, *, reason: str, by: User) -> None:
    """It no longer shows; the history of its indicator keeps it."""
    require_manager(by)
    with pghistory.context(user=by.pk, reason=reason):
        benchmark.delete()

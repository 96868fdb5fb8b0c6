"""Every change to what is measured and against what: by whom is asked each time and kept beside the change."""

from scorecard.upkeep.benchmarks import save_benchmark, withdraw_benchmark
from scorecard.upkeep.breaks import add_break, withdraw_break
from scorecard.upkeep.confirming import Preview
from scorecard.upkeep.indicators import (
    add_indicator,
    change_indicator,
    move_indicator,
    preview_indicator,
    restore_indicator,
    retire_indicator,
)
from scorecard.upkeep.sections import (
    add_section,
    change_section,
    move_section,
    restore_section,
    retire_section,
)
from scorecard.upkeep.targets import preview_target, preview_withdrawal, set_target, withdraw_target

__all__ = [
    "Preview",
    "add_break",
    "add_indicator",
    "add_section",
    "change_indicator",
    "change_section",
    "move_indicator",
    "move_section",
    "preview_indicator",
    "preview_target",
    "preview_withdrawal",
    "restore_indicator",
    "restore_section",
    "retire_indicator",
    "retire_section",
    "save_benchmark",
    "set_target",
    "withdraw_benchmark",
    "withdraw_break",
    "withdraw_target",
]

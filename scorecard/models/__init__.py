from scorecard.models.figures import Figure, FigureStatus, PanelReport, ReportingPeriod
from scorecard.models.indicators import (
    BaselineBreak,
    Benchmark,
    Indicator,
    Section,
    Variant,
)
from scorecard.models.rebases import Rebase
from scorecard.models.thresholds import Threshold
from scorecard.models.uploads import UploadState, WorkbookUpload

__all__ = [
    "BaselineBreak",
    "Benchmark",
    "Figure",
    "FigureStatus",
    "Indicator",
    "PanelReport",
    "Rebase",
    "ReportingPeriod",
    "Section",
    "Threshold",
    "UploadState",
    "Variant",
    "WorkbookUpload",
]

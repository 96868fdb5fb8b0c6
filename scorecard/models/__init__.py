from scorecard.models.commentary import Commentary, CommentaryState
from scorecard.models.demographics import (
    CategoryKind,
    DemographicCategory,
    DemographicCount,
    DemographicTable,
    SmallCountsOpening,
)
from scorecard.models.figures import Figure, FigureStatus, ReportingPeriod
from scorecard.models.indicators import (
    BaselineBreak,
    Benchmark,
    Indicator,
    Section,
    Variant,
)
from scorecard.models.panel import PanelReport, PaperPart, PublishedFigure, ReportPlan
from scorecard.models.rebases import Rebase
from scorecard.models.thresholds import Threshold
from scorecard.models.uploads import UploadState, WorkbookUpload

__all__ = [
    "BaselineBreak",
    "Benchmark",
    "CategoryKind",
    "Commentary",
    "CommentaryState",
    "DemographicCategory",
    "DemographicCount",
    "DemographicTable",
    "Figure",
    "FigureStatus",
    "Indicator",
    "PanelReport",
    "PaperPart",
    "PublishedFigure",
    "Rebase",
    "ReportPlan",
    "ReportingPeriod",
    "Section",
    "SmallCountsOpening",
    "Threshold",
    "UploadState",
    "Variant",
    "WorkbookUpload",
]

"""The same figures through django-import-export as its guide has it: a resource for the model, natural keys."""

import tablib
from import_export import fields, resources
from import_export.widgets import DateWidget, ForeignKeyWidget

from scorecard.models import Figure, Indicator, ReportingPeriod, Variant, WorkbookUpload

POPULATIONS = {"All children": Variant.ALL, "Excluding UASC": Variant.EXC_UASC}


class FigureResource(resources.ModelResource):
    indicator = fields.Field("indicator", "Code", widget=ForeignKeyWidget(Indicator, "code"))
    period = fields.Field("period", "Month", widget=ForeignKeyWidget(ReportingPeriod, "ends_on"))
    variant = fields.Field("variant", "Population")
    numerator = fields.Field("numerator", "Numerator")
    denominator = fields.Field("denominator", "Denominator")

    class Meta:
        model = Figure
        import_id_fields = ("indicator", "variant", "period")
        fields = ("indicator", "variant", "period", "numerator", "denominator")
        use_transactions = True

    def __init__(self, upload: WorkbookUpload) -> None:
        super().__init__()
        self.upload = upload

    def before_import_row(self, row: dict, **how: object) -> None:
        row["Population"] = POPULATIONS[row["Population"]]
        row["Month"] = DateWidget().clean(row["Month"])

    def before_save_instance(self, instance: Figure, row: dict, **how: object) -> None:
        instance.upload = self.upload


def check_and_import(data: bytes, upload: WorkbookUpload) -> None:
    """What its admin does: a dry run to look at, then the import."""
    resource, rows = FigureResource(upload), tablib.Dataset().load(data, format="xlsx")
    for is_dry_run in (True, False):
        resource.import_data(rows, dry_run=is_dry_run, raise_errors=True)

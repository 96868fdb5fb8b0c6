import core.first_migration
import django.contrib.postgres.fields
import django.core.validators
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.text
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
import scorecard.models.figures
import scorecard.models.panel
import scorecard.models.uploads
from decimal import Decimal
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('scorecard', '0001_scorecard'), ('scorecard', '0002_upload_of_many_months'), ('scorecard', '0003_figure_update_events_by_row'), ('scorecard', '0004_what_was_decided_stays'), ('scorecard', '0005_percent_in_range_by_statement'), ('scorecard', '0006_withdrawn_uploads'), ('scorecard', '0007_month_chosen_beside_a_file'), ('scorecard', '0008_what_figures_stand_on'), ('scorecard', '0009_the_whole_scorecard'), ('scorecard', '0010_demographics_kept'), ('scorecard', '0011_seen_by_the_panel'), ('scorecard', '0012_published_together')]

    initial = True

    dependencies = [
        ('people', '0001_tables'),
        ('people', '__first__'),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        core.first_migration.AllAtOnce(
            operations=[migrations.CreateModel(
                name='Section',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name', models.CharField(error_messages={'unique': 'There is a section with this name already.'}, max_length=100, unique=True)),
                    ('order', models.PositiveSmallIntegerField()),
                    ('is_retired', models.BooleanField(default=False)),
                ],
                options={
                    'ordering': ['order'],
                    'constraints': [models.UniqueConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], fields=('order',), name='section_order_once')],
                },
            ), migrations.CreateModel(
                name='Indicator',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('code', models.CharField(error_messages={'unique': 'Another indicator has this code. Codes are never used twice.'}, max_length=12, unique=True, validators=[django.core.validators.RegexValidator('^[A-Z]+[0-9]+$', 'Enter a code of capital letters then digits, like CIC03.')])),
                    ('name', models.CharField(max_length=200)),
                    ('order', models.PositiveSmallIntegerField()),
                    ('is_kpi', models.BooleanField(verbose_name='is a key performance indicator')),
                    ('polarity', models.CharField(blank=True, choices=[('H', 'Higher is better'), ('L', 'Lower is better'), ('T', 'Closest to target is best'), ('', 'Neither way is better')], max_length=1)),
                    ('data_period', models.CharField(choices=[('SS', 'Snapshot'), ('YTD', 'Year to date'), ('R12M', 'Rolling 12 months'), ('AC_YTD', 'Academic year to date'), ('A', 'Annual'), ('M', 'Month')], max_length=6)),
                    ('looks_back', models.BooleanField(default=False, verbose_name='its definition spans earlier months')),
                    ('conflict', models.CharField(choices=[('concern', 'A concern'), ('improvement', 'An improvement')], default='concern', max_length=11, verbose_name='what a figure is that is both an improvement and a concern')),
                    ('unit', models.CharField(choices=[('percent', 'Per cent'), ('count', 'Number'), ('days', 'Days'), ('rate_per_10000', 'Rate per 10,000'), ('score', 'Score'), ('cases_per_fte', 'Cases per full-time worker')], max_length=20)),
                    ('decimals', models.PositiveSmallIntegerField(default=1, validators=[django.core.validators.MaxValueValidator(4)])),
                    ('numerator_label', models.CharField(blank=True, max_length=200)),
                    ('denominator_label', models.CharField(blank=True, max_length=200)),
                    ('definition', models.TextField(blank=True)),
                    ('source_document', models.CharField(blank=True, max_length=300)),
                    ('is_personal', models.BooleanField(default=False)),
                    ('measured_until', models.DateField(blank=True, null=True)),
                    ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='indicators', to='people.post')),
                    ('section', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='indicators', to='scorecard.section')),
                ],
                options={
                    'ordering': ['section__order', 'order', 'code'],
                    'constraints': [models.UniqueConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], fields=('section', 'order'), name='indicator_order_once'), models.CheckConstraint(condition=models.Q(('polarity__in', ['H', 'L', 'T', ''])), name='indicator_polarity_known', violation_error_message='Choose a polarity from the list.'), models.CheckConstraint(condition=models.Q(('data_period__in', ['SS', 'YTD', 'R12M', 'AC_YTD', 'A', 'M'])), name='indicator_data_period_known', violation_error_message='Choose a data period from the list.'), models.CheckConstraint(condition=models.Q(('unit__in', ['percent', 'count', 'days', 'rate_per_10000', 'score', 'cases_per_fte'])), name='indicator_unit_known', violation_error_message='Choose a unit from the list.'), models.CheckConstraint(condition=models.Q(('conflict__in', ['concern', 'improvement'])), name='indicator_conflict_known', violation_error_message='Choose from the list what a figure that is both counts as.'), models.CheckConstraint(condition=models.Q(('decimals__lte', 4)), name='indicator_decimals_at_most_4', violation_error_message='Enter 4 decimal places or fewer.')],
                },
            ), migrations.CreateModel(
                name='ReportingPeriod',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('starts_on', models.DateField(unique=True)),
                    ('ends_on', models.DateField(unique=True)),
                ],
                options={
                    'ordering': ['ends_on'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('starts_on__day', 1), ('ends_on', scorecard.models.figures.LastDayOfMonth(models.F('starts_on')))), name='reporting_period_is_one_month', violation_error_message='A reporting period is one calendar month.')],
                },
            ), migrations.CreateModel(
                name='BaselineBreak',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('definition', 'The definition changed'), ('system', 'The recording system changed'), ('process', 'The way of working changed')], max_length=12)),
                    ('reason', models.TextField()),
                    ('indicator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='breaks', to='scorecard.indicator')),
                    ('from_period', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='scorecard.reportingperiod')),
                ],
                options={
                    'ordering': ['indicator', 'from_period'],
                    'constraints': [models.UniqueConstraint(fields=('indicator', 'from_period'), name='baseline_break_once')],
                },
            ), migrations.CreateModel(
                name='Benchmark',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('area', models.CharField(max_length=100)),
                    ('area_type', models.CharField(choices=[('england', 'England'), ('region', 'Region'), ('statistical_neighbours', 'Statistical neighbours'), ('other', 'Other area'), ('not_stated', 'Area not stated')], max_length=30)),
                    ('period_label', models.CharField(blank=True, max_length=50)),
                    ('period_ends_on', models.DateField(blank=True, null=True)),
                    ('value', models.DecimalField(decimal_places=4, max_digits=14)),
                    ('source_label', models.CharField(max_length=300)),
                    ('neighbour_model', models.CharField(blank=True, max_length=50)),
                    ('excludes_uasc', models.BooleanField(default=False)),
                    ('comparability_note', models.TextField(blank=True)),
                    ('indicator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='benchmarks', to='scorecard.indicator')),
                ],
                options={
                    'ordering': ['indicator', 'area_type', '-period_ends_on', 'id'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('area_type__in', ['england', 'region', 'statistical_neighbours', 'other', 'not_stated'])), name='benchmark_area_type_known', violation_error_message='Choose a kind of area from the list.'), models.CheckConstraint(condition=models.Q(('value__isnull', True), models.Q(('value__gte', Decimal('-1000000000')), ('value__lt', Decimal('1000000000'))), _connector='OR'), name='benchmark_value_in_range', violation_error_message='Give a number below 1,000,000,000.')],
                },
            ), migrations.CreateModel(
                name='DemographicTable',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('key', models.SlugField(max_length=40, unique=True)),
                    ('name', models.CharField(max_length=80, unique=True)),
                    ('order', models.PositiveSmallIntegerField(unique=True)),
                    ('rows_overlap', models.BooleanField(default=False)),
                    ('named_at_most', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1)], verbose_name='largest rows named, the others added up')),
                ],
                options={
                    'ordering': ['order'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('named_at_most__isnull', True), ('named_at_most__gte', 1), _connector='OR'), name='demographic_table_names_one', violation_error_message='Name at least one row, or leave this empty to name them all.')],
                },
            ), migrations.CreateModel(
                name='DemographicTableEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('key', models.SlugField(db_index=False, max_length=40)),
                    ('name', models.CharField(max_length=80)),
                    ('order', models.PositiveSmallIntegerField()),
                    ('rows_overlap', models.BooleanField(default=False)),
                    ('named_at_most', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1)], verbose_name='largest rows named, the others added up')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='scorecard.demographictable')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='WorkbookUpload',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('file', models.FileField(blank=True, storage=scorecard.models.uploads.upload_storage, upload_to=scorecard.models.uploads.upload_path)),
                    ('original_name', models.CharField(max_length=255)),
                    ('extension', models.CharField(blank=True, max_length=4)),
                    ('sha256', models.CharField(max_length=64)),
                    ('size', models.PositiveIntegerField()),
                    ('channel', models.CharField(choices=[('page', 'Uploaded on the portal'), ('command', 'Loaded by a command')], default='page', max_length=10)),
                    ('is_history', models.BooleanField(default=False, verbose_name='holds many months')),
                    ('for_month', models.DateField(blank=True, null=True, verbose_name='month chosen beside the file')),
                    ('is_illustrative', models.BooleanField(default=False)),
                    ('state', models.CharField(choices=[('faulty', 'Problems to fix'), ('checked', 'Checked, not sent yet'), ('submitted', 'Waiting for approval'), ('applied', 'Applied'), ('declined', 'Sent back'), ('cancelled', 'Cancelled'), ('withdrawn', 'Withdrawn')], max_length=10)),
                    ('report', models.JSONField(default=dict)),
                    ('fingerprint', models.CharField(blank=True, max_length=64)),
                    ('month_ends', django.contrib.postgres.fields.ArrayField(base_field=models.DateField(), blank=True, default=list, size=None)),
                    ('uploaded_at', models.DateTimeField()),
                    ('warnings_note', models.TextField(blank=True)),
                    ('submitted_at', models.DateTimeField(null=True)),
                    ('decided_at', models.DateTimeField(null=True)),
                    ('decision_note', models.TextField(blank=True)),
                    ('withdrawn_at', models.DateTimeField(null=True)),
                    ('withdrawal_reason', models.TextField(blank=True)),
                    ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='decided_uploads', to=settings.AUTH_USER_MODEL)),
                    ('uploaded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='uploads', to=settings.AUTH_USER_MODEL)),
                    ('withdrawn_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='withdrawn_uploads', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'ordering': ['-uploaded_at', '-id'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('decided_by', models.F('uploaded_by')), _negated=True), name='upload_second_person', violation_error_message='A second person must decide on an upload.'), models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', True), ('decided_by__isnull', True)), models.Q(('decided_at__isnull', False), ('decided_by__isnull', False)), _connector='OR'), name='upload_decided_by_and_at', violation_error_message='A decision needs a person and a time.'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ('applied', 'declined', 'withdrawn')), _negated=True), ('decided_by__isnull', False), ('channel', 'command'), _connector='OR'), name='upload_decided_by_somebody', violation_error_message='Only a second person can apply or send back an upload.'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'withdrawn'), ('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False), models.Q(('withdrawal_reason', ''), _negated=True)), models.Q(models.Q(('state', 'withdrawn'), _negated=True), ('withdrawal_reason', ''), ('withdrawn_at__isnull', True), ('withdrawn_by__isnull', True)), _connector='OR'), name='upload_withdrawn_by_somebody', violation_error_message='Withdrawing an upload needs a person, a time and a reason.'), models.CheckConstraint(condition=models.Q(('withdrawn_by', models.F('uploaded_by')), _negated=True), name='upload_withdrawn_by_a_second_person', violation_error_message='A second person must withdraw an upload.'), models.CheckConstraint(condition=models.Q(('uploaded_by__isnull', False), ('channel', 'command'), _connector='OR'), name='upload_by_somebody', violation_error_message='An upload needs the person who made it.'), models.CheckConstraint(condition=models.Q(('state', 'faulty'), models.Q(('file', ''), _negated=True), _connector='OR'), name='upload_file_kept_unless_faulty', violation_error_message='A file that was read is kept.'), models.CheckConstraint(condition=models.Q(('state__in', ['faulty', 'checked', 'submitted', 'applied', 'declined', 'cancelled', 'withdrawn']), ('channel__in', ['page', 'command'])), name='upload_choices_known', violation_error_message='Choose a state from the list.')],
                },
            ), migrations.CreateModel(
                name='Figure',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('variant', models.CharField(choices=[('all', 'All children'), ('exc_uasc', 'Excluding unaccompanied asylum-seeking children')], default='all', max_length=10)),
                    ('value', models.DecimalField(blank=True, decimal_places=4, max_digits=14, null=True)),
                    ('numerator', models.DecimalField(blank=True, decimal_places=4, max_digits=14, null=True)),
                    ('denominator', models.DecimalField(blank=True, decimal_places=4, max_digits=14, null=True)),
                    ('month_numerator', models.DecimalField(blank=True, decimal_places=4, max_digits=14, null=True)),
                    ('month_denominator', models.DecimalField(blank=True, decimal_places=4, max_digits=14, null=True)),
                    ('status', models.CharField(choices=[('reported', 'Reported'), ('suppressed', 'Suppressed'), ('not_available', 'Not available'), ('not_applicable', 'Not applicable'), ('not_due', 'Not due')], default='reported', max_length=15)),
                    ('is_provisional', models.BooleanField(default=False)),
                    ('is_illustrative', models.BooleanField(default=False)),
                    ('note', models.CharField(blank=True, max_length=500)),
                    ('revision', models.PositiveSmallIntegerField(default=1)),
                    ('is_current', models.BooleanField(default=True)),
                    ('indicator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='figures', to='scorecard.indicator')),
                    ('period', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='figures', to='scorecard.reportingperiod')),
                    ('upload', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='figures', to='scorecard.workbookupload')),
                ],
                options={
                    'ordering': ['indicator', 'variant', 'period', 'revision'],
                    'indexes': [models.Index(fields=['period', 'is_current'], name='figure_by_period')],
                    'constraints': [models.UniqueConstraint(fields=('indicator', 'variant', 'period', 'revision'), name='figure_revision_once'), models.UniqueConstraint(condition=models.Q(('is_current', True)), fields=('indicator', 'variant', 'period'), name='figure_one_current_revision'), models.CheckConstraint(condition=models.Q(models.Q(('status', 'reported'), models.Q(('value__isnull', False), models.Q(('denominator__isnull', False), ('numerator__isnull', False)), _connector='OR')), models.Q(models.Q(('status', 'reported'), _negated=True), ('denominator', None), ('month_denominator', None), ('month_numerator', None), ('numerator', None), ('value', None)), _connector='OR'), name='figure_reported_or_empty', violation_error_message='Give a result, or both its parts, or a reason why there is none.'), models.CheckConstraint(condition=models.Q(models.Q(('denominator__isnull', True), ('numerator__isnull', False), _connector='OR'), models.Q(('month_denominator__isnull', True), ('month_numerator__isnull', False), _connector='OR')), name='figure_denominator_with_numerator', violation_error_message='Give a numerator with the denominator.'), models.CheckConstraint(condition=models.Q(models.Q(('value__isnull', True), models.Q(('value__gte', Decimal('-1000000000')), ('value__lt', Decimal('1000000000'))), _connector='OR'), models.Q(('numerator__isnull', True), models.Q(('numerator__gte', Decimal('0')), ('numerator__lt', Decimal('1000000000'))), _connector='OR'), models.Q(('denominator__isnull', True), models.Q(('denominator__gte', Decimal('0')), ('denominator__lt', Decimal('1000000000'))), _connector='OR'), models.Q(('month_numerator__isnull', True), models.Q(('month_numerator__gte', Decimal('0')), ('month_numerator__lt', Decimal('1000000000'))), _connector='OR'), models.Q(('month_denominator__isnull', True), models.Q(('month_denominator__gte', Decimal('0')), ('month_denominator__lt', Decimal('1000000000'))), _connector='OR')), name='figure_numbers_in_range', violation_error_message='Give numbers below 1,000,000,000, and parts of 0 or more.'), models.CheckConstraint(condition=models.Q(('status__in', ['reported', 'suppressed', 'not_available', 'not_applicable', 'not_due']), ('variant__in', ['all', 'exc_uasc'])), name='figure_choices_known', violation_error_message='Choose a status and a population from the list.')],
                },
            ), migrations.CreateModel(
                name='FigureEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('variant', models.CharField(choices=[('all', 'All children'), ('exc_uasc', 'Excluding unaccompanied asylum-seeking children')], default='all', max_length=10)),
                    ('value', models.DecimalField(blank=True, decimal_places=4, max_digits=14, null=True)),
                    ('numerator', models.DecimalField(blank=True, decimal_places=4, max_digits=14, null=True)),
                    ('denominator', models.DecimalField(blank=True, decimal_places=4, max_digits=14, null=True)),
                    ('month_numerator', models.DecimalField(blank=True, decimal_places=4, max_digits=14, null=True)),
                    ('month_denominator', models.DecimalField(blank=True, decimal_places=4, max_digits=14, null=True)),
                    ('status', models.CharField(choices=[('reported', 'Reported'), ('suppressed', 'Suppressed'), ('not_available', 'Not available'), ('not_applicable', 'Not applicable'), ('not_due', 'Not due')], default='reported', max_length=15)),
                    ('is_provisional', models.BooleanField(default=False)),
                    ('is_illustrative', models.BooleanField(default=False)),
                    ('note', models.CharField(blank=True, max_length=500)),
                    ('revision', models.PositiveSmallIntegerField(default=1)),
                    ('is_current', models.BooleanField(default=True)),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='scorecard.figure')),
                    ('indicator', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='scorecard.indicator')),
                    ('period', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='scorecard.reportingperiod')),
                    ('upload', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='scorecard.workbookupload')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='IndicatorEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('code', models.CharField(error_messages={'unique': 'Another indicator has this code. Codes are never used twice.'}, max_length=12, validators=[django.core.validators.RegexValidator('^[A-Z]+[0-9]+$', 'Enter a code of capital letters then digits, like CIC03.')])),
                    ('name', models.CharField(max_length=200)),
                    ('order', models.PositiveSmallIntegerField()),
                    ('is_kpi', models.BooleanField(verbose_name='is a key performance indicator')),
                    ('polarity', models.CharField(blank=True, choices=[('H', 'Higher is better'), ('L', 'Lower is better'), ('T', 'Closest to target is best'), ('', 'Neither way is better')], max_length=1)),
                    ('data_period', models.CharField(choices=[('SS', 'Snapshot'), ('YTD', 'Year to date'), ('R12M', 'Rolling 12 months'), ('AC_YTD', 'Academic year to date'), ('A', 'Annual'), ('M', 'Month')], max_length=6)),
                    ('looks_back', models.BooleanField(default=False, verbose_name='its definition spans earlier months')),
                    ('conflict', models.CharField(choices=[('concern', 'A concern'), ('improvement', 'An improvement')], default='concern', max_length=11, verbose_name='what a figure is that is both an improvement and a concern')),
                    ('unit', models.CharField(choices=[('percent', 'Per cent'), ('count', 'Number'), ('days', 'Days'), ('rate_per_10000', 'Rate per 10,000'), ('score', 'Score'), ('cases_per_fte', 'Cases per full-time worker')], max_length=20)),
                    ('decimals', models.PositiveSmallIntegerField(default=1, validators=[django.core.validators.MaxValueValidator(4)])),
                    ('numerator_label', models.CharField(blank=True, max_length=200)),
                    ('denominator_label', models.CharField(blank=True, max_length=200)),
                    ('definition', models.TextField(blank=True)),
                    ('source_document', models.CharField(blank=True, max_length=300)),
                    ('is_personal', models.BooleanField(default=False)),
                    ('measured_until', models.DateField(blank=True, null=True)),
                    ('owner', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='people.post')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='scorecard.indicator')),
                    ('section', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='scorecard.section')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='PanelReport',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('meeting_on', models.DateField()),
                    ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('content', models.TextField(blank=True)),
                    ('content_sha256', models.CharField(blank=True, max_length=64)),
                    ('pdf', models.BinaryField(blank=True, null=True)),
                    ('pdf_sha256', models.CharField(blank=True, max_length=64)),
                    ('note', models.TextField(blank=True)),
                    ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                    ('withdrawal_reason', models.TextField(blank=True)),
                    ('made_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL)),
                    ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('period', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='panel_reports', to='scorecard.reportingperiod')),
                ],
                options={
                    'ordering': ['-meeting_on', '-pk'],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('withdrawn_at', None)), fields=('period',), name='panel_report_one_standing_a_month', violation_error_message='A report of this month is published already.'), models.UniqueConstraint(condition=models.Q(('withdrawn_at', None)), fields=('meeting_on',), name='panel_report_one_standing_a_meeting', violation_error_message="Another month's report is published to this meeting."), models.CheckConstraint(condition=models.Q(models.Q(('content', ''), ('content_sha256', ''), ('pdf', None), ('pdf_sha256', '')), models.Q(models.Q(('content', ''), _negated=True), ('content_sha256', scorecard.models.panel.Sha256(scorecard.models.panel.Utf8(models.F('content')))), ('pdf__isnull', False), ('pdf_sha256', scorecard.models.panel.Sha256(models.F('pdf')))), _connector='OR'), name='panel_report_document_whole', violation_error_message='A published report has its content, its PDF and the hash of both.'), models.CheckConstraint(condition=models.Q(models.Q(('withdrawal_reason', ''), ('withdrawn_at', None), ('withdrawn_by', None)), models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False), models.Q(('withdrawal_reason', ''), _negated=True)), _connector='OR'), name='panel_report_withdrawal_whole', violation_error_message='Say who withdraws the report, when and why.')],
                },
            ), migrations.CreateModel(
                name='PanelReportEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('meeting_on', models.DateField()),
                    ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                    ('content_sha256', models.CharField(blank=True, max_length=64)),
                    ('pdf_sha256', models.CharField(blank=True, max_length=64)),
                    ('note', models.TextField(blank=True)),
                    ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                    ('withdrawal_reason', models.TextField(blank=True)),
                    ('made_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='scorecard.panelreport')),
                    ('withdrawn_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('period', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='scorecard.reportingperiod')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='PaperPart',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('key', models.CharField(max_length=30)),
                    ('text', models.TextField(blank=True)),
                    ('own_text', models.TextField(blank=True)),
                    ('version', models.PositiveIntegerField(default=0)),
                    ('edited_at', models.DateTimeField()),
                    ('edited_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('period', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='paper_parts', to='scorecard.reportingperiod')),
                ],
                options={
                    'ordering': ['period', 'key'],
                    'constraints': [models.UniqueConstraint(fields=('period', 'key'), name='paper_part_once')],
                },
            ), migrations.CreateModel(
                name='PaperPartEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('key', models.CharField(max_length=30)),
                    ('text', models.TextField(blank=True)),
                    ('own_text', models.TextField(blank=True)),
                    ('version', models.PositiveIntegerField(default=0)),
                    ('edited_at', models.DateTimeField()),
                    ('edited_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='scorecard.paperpart')),
                    ('period', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='scorecard.reportingperiod')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='PublishedFigure',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('variant', models.CharField(choices=[('all', 'All children'), ('exc_uasc', 'Excluding unaccompanied asylum-seeking children')], max_length=10)),
                    ('published', models.DecimalField(decimal_places=4, max_digits=14, null=True)),
                    ('status', models.CharField(choices=[('reported', 'Reported'), ('suppressed', 'Suppressed'), ('not_available', 'Not available'), ('not_applicable', 'Not applicable'), ('not_due', 'Not due')], max_length=15)),
                    ('text', models.CharField(max_length=100)),
                    ('rating', models.CharField(choices=[('green', 'Green'), ('amber', 'Amber'), ('red', 'Red'), ('not_rated', 'Not rated')], max_length=10)),
                    ('reason', models.CharField(choices=[('target_met', 'Target met'), ('floor_met', 'Floor standard met, target missed'), ('below_floor', 'Floor standard missed'), ('no_floor_set', 'Target missed, no floor standard set'), ('activity', 'Activity measure'), ('no_value', 'No figure'), ('small_denominator', 'Denominator below 5'), ('no_target', 'No target'), ('invalid_config', 'Target and floor do not fit together')], max_length=20)),
                    ('target', models.DecimalField(decimal_places=4, max_digits=14, null=True)),
                    ('floor', models.DecimalField(decimal_places=4, max_digits=14, null=True)),
                    ('tolerance', models.DecimalField(decimal_places=4, max_digits=14, null=True)),
                    ('floor_low', models.DecimalField(decimal_places=4, max_digits=14, null=True)),
                    ('floor_high', models.DecimalField(decimal_places=4, max_digits=14, null=True)),
                    ('figure', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='scorecard.figure')),
                    ('indicator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='scorecard.indicator')),
                    ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='figures', to='scorecard.panelreport')),
                ],
                options={
                    'ordering': ['report', 'indicator', 'variant'],
                    'constraints': [models.UniqueConstraint(fields=('report', 'indicator', 'variant'), name='published_figure_once')],
                },
            ), migrations.CreateModel(
                name='Rebase',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('reason', models.TextField()),
                    ('agreed_on', models.DateField()),
                    ('withdrawn_on', models.DateField(blank=True, null=True)),
                    ('withdrawn_reason', models.TextField(blank=True)),
                    ('agreed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL)),
                    ('indicator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rebases', to='scorecard.indicator')),
                    ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('at_period', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='scorecard.reportingperiod')),
                ],
                options={
                    'ordering': ['indicator', 'at_period__ends_on', 'id'],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('withdrawn_on', None)), fields=('indicator', 'at_period'), name='rebase_once', violation_error_message='The limits start again in this month already.'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='rebase_with_a_reason', violation_error_message='Say why the limits start again.'), models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_by', None), ('withdrawn_on', None), ('withdrawn_reason', '')), models.Q(('withdrawn_by__isnull', False), ('withdrawn_on__isnull', False), models.Q(('withdrawn_reason', ''), _negated=True)), _connector='OR'), name='rebase_withdrawn_by_on_and_why', violation_error_message='Say who withdraws it, when and why.')],
                },
            ), migrations.CreateModel(
                name='RebaseEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('reason', models.TextField()),
                    ('agreed_on', models.DateField()),
                    ('withdrawn_on', models.DateField(blank=True, null=True)),
                    ('withdrawn_reason', models.TextField(blank=True)),
                    ('agreed_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('indicator', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='scorecard.indicator')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='scorecard.rebase')),
                    ('withdrawn_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('at_period', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='scorecard.reportingperiod')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='ReportingPeriodEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('starts_on', models.DateField()),
                    ('ends_on', models.DateField()),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='scorecard.reportingperiod')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='ReportPlan',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('meeting_on', models.DateField()),
                    ('commentary_due_on', models.DateField(blank=True, null=True)),
                    ('period', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='report_plan', to='scorecard.reportingperiod')),
                ],
                options={
                    'constraints': [models.CheckConstraint(condition=models.Q(('commentary_due_on', None), ('commentary_due_on__lte', models.F('meeting_on')), _connector='OR'), name='report_plan_commentary_before_meeting', violation_error_message='Commentary is due by the day of the meeting at the latest.')],
                },
            ), migrations.CreateModel(
                name='ReportPlanEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('meeting_on', models.DateField()),
                    ('commentary_due_on', models.DateField(blank=True, null=True)),
                    ('period', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='scorecard.reportingperiod')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='scorecard.reportplan')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='SectionEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('name', models.CharField(error_messages={'unique': 'There is a section with this name already.'}, max_length=100)),
                    ('order', models.PositiveSmallIntegerField()),
                    ('is_retired', models.BooleanField(default=False)),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='scorecard.section')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='SmallCountsOpening',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('reason', models.CharField(max_length=500)),
                    ('opened_at', models.DateTimeField()),
                    ('opened_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='small_counts_openings', to=settings.AUTH_USER_MODEL)),
                    ('period', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='small_counts_openings', to='scorecard.reportingperiod')),
                ],
                options={
                    'ordering': ['-opened_at', '-id'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='small_counts_opening_has_a_reason', violation_error_message='Say what you need the full counts for.')],
                },
            ), migrations.CreateModel(
                name='SmallCountsOpeningEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('reason', models.CharField(max_length=500)),
                    ('opened_at', models.DateTimeField()),
                    ('opened_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('period', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='scorecard.reportingperiod')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='scorecard.smallcountsopening')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='Threshold',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('variant', models.CharField(choices=[('all', 'All children'), ('exc_uasc', 'Excluding unaccompanied asylum-seeking children')], default='all', max_length=10)),
                    ('valid_from', models.DateField()),
                    ('valid_to', models.DateField(blank=True, null=True)),
                    ('target', models.DecimalField(blank=True, decimal_places=4, max_digits=14, null=True)),
                    ('floor', models.DecimalField(blank=True, decimal_places=4, max_digits=14, null=True)),
                    ('tolerance', models.DecimalField(blank=True, decimal_places=4, max_digits=14, null=True)),
                    ('floor_low', models.DecimalField(blank=True, decimal_places=4, max_digits=14, null=True)),
                    ('floor_high', models.DecimalField(blank=True, decimal_places=4, max_digits=14, null=True)),
                    ('is_floor_illustrative', models.BooleanField(default=False)),
                    ('approved_by', models.CharField(blank=True, max_length=200)),
                    ('source', models.CharField(blank=True, max_length=300)),
                    ('indicator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='thresholds', to='scorecard.indicator')),
                ],
                options={
                    'ordering': ['indicator', 'variant', 'valid_from'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='threshold_dates_in_order', violation_error_message='Enter a last day on or after the first day.'), models.CheckConstraint(condition=models.Q(('tolerance__isnull', True), ('tolerance__gte', 0), _connector='OR'), name='threshold_tolerance_not_negative', violation_error_message='Enter a tolerance of 0 or more.'), models.CheckConstraint(condition=models.Q(models.Q(('target__isnull', True), models.Q(('target__gte', Decimal('-1000000000')), ('target__lt', Decimal('1000000000'))), _connector='OR'), models.Q(('floor__isnull', True), models.Q(('floor__gte', Decimal('-1000000000')), ('floor__lt', Decimal('1000000000'))), _connector='OR'), models.Q(('tolerance__isnull', True), models.Q(('tolerance__gte', Decimal('-1000000000')), ('tolerance__lt', Decimal('1000000000'))), _connector='OR'), models.Q(('floor_low__isnull', True), models.Q(('floor_low__gte', Decimal('-1000000000')), ('floor_low__lt', Decimal('1000000000'))), _connector='OR'), models.Q(('floor_high__isnull', True), models.Q(('floor_high__gte', Decimal('-1000000000')), ('floor_high__lt', Decimal('1000000000'))), _connector='OR')), name='threshold_numbers_in_range', violation_error_message='Give numbers below 1,000,000,000.'), models.CheckConstraint(condition=models.Q(('variant__in', ['all', 'exc_uasc'])), name='threshold_variant_known', violation_error_message='Choose a population from the list.'), models.CheckConstraint(condition=models.Q(('target__isnull', False), models.Q(('floor__isnull', True), ('floor_high__isnull', True), ('floor_low__isnull', True)), _connector='OR'), name='threshold_floor_with_target', violation_error_message='Set a target with the floor: a floor alone rates nothing.')],
                },
            ), migrations.CreateModel(
                name='ThresholdEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('variant', models.CharField(choices=[('all', 'All children'), ('exc_uasc', 'Excluding unaccompanied asylum-seeking children')], default='all', max_length=10)),
                    ('valid_from', models.DateField()),
                    ('valid_to', models.DateField(blank=True, null=True)),
                    ('target', models.DecimalField(blank=True, decimal_places=4, max_digits=14, null=True)),
                    ('floor', models.DecimalField(blank=True, decimal_places=4, max_digits=14, null=True)),
                    ('tolerance', models.DecimalField(blank=True, decimal_places=4, max_digits=14, null=True)),
                    ('floor_low', models.DecimalField(blank=True, decimal_places=4, max_digits=14, null=True)),
                    ('floor_high', models.DecimalField(blank=True, decimal_places=4, max_digits=14, null=True)),
                    ('is_floor_illustrative', models.BooleanField(default=False)),
                    ('approved_by', models.CharField(blank=True, max_length=200)),
                    ('source', models.CharField(blank=True, max_length=300)),
                    ('indicator', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='scorecard.indicator')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='scorecard.threshold')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='WorkbookUploadEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('file', models.FileField(blank=True, storage=scorecard.models.uploads.upload_storage, upload_to=scorecard.models.uploads.upload_path)),
                    ('original_name', models.CharField(max_length=255)),
                    ('extension', models.CharField(blank=True, max_length=4)),
                    ('sha256', models.CharField(max_length=64)),
                    ('size', models.PositiveIntegerField()),
                    ('channel', models.CharField(choices=[('page', 'Uploaded on the portal'), ('command', 'Loaded by a command')], default='page', max_length=10)),
                    ('is_history', models.BooleanField(default=False, verbose_name='holds many months')),
                    ('for_month', models.DateField(blank=True, null=True, verbose_name='month chosen beside the file')),
                    ('is_illustrative', models.BooleanField(default=False)),
                    ('state', models.CharField(choices=[('faulty', 'Problems to fix'), ('checked', 'Checked, not sent yet'), ('submitted', 'Waiting for approval'), ('applied', 'Applied'), ('declined', 'Sent back'), ('cancelled', 'Cancelled'), ('withdrawn', 'Withdrawn')], max_length=10)),
                    ('fingerprint', models.CharField(blank=True, max_length=64)),
                    ('month_ends', django.contrib.postgres.fields.ArrayField(base_field=models.DateField(), blank=True, default=list, size=None)),
                    ('uploaded_at', models.DateTimeField()),
                    ('warnings_note', models.TextField(blank=True)),
                    ('submitted_at', models.DateTimeField(null=True)),
                    ('decided_at', models.DateTimeField(null=True)),
                    ('decision_note', models.TextField(blank=True)),
                    ('withdrawn_at', models.DateTimeField(null=True)),
                    ('withdrawal_reason', models.TextField(blank=True)),
                    ('decided_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='scorecard.workbookupload')),
                    ('uploaded_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('withdrawn_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='BaselineBreakEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('kind', models.CharField(choices=[('definition', 'The definition changed'), ('system', 'The recording system changed'), ('process', 'The way of working changed')], max_length=12)),
                    ('reason', models.TextField()),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='scorecard.baselinebreak')),
                    ('indicator', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='scorecard.indicator')),
                    ('from_period', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='scorecard.reportingperiod')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='BenchmarkEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('area', models.CharField(max_length=100)),
                    ('area_type', models.CharField(choices=[('england', 'England'), ('region', 'Region'), ('statistical_neighbours', 'Statistical neighbours'), ('other', 'Other area'), ('not_stated', 'Area not stated')], max_length=30)),
                    ('period_label', models.CharField(blank=True, max_length=50)),
                    ('period_ends_on', models.DateField(blank=True, null=True)),
                    ('value', models.DecimalField(decimal_places=4, max_digits=14)),
                    ('source_label', models.CharField(max_length=300)),
                    ('neighbour_model', models.CharField(blank=True, max_length=50)),
                    ('excludes_uasc', models.BooleanField(default=False)),
                    ('comparability_note', models.TextField(blank=True)),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='scorecard.benchmark')),
                    ('indicator', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='scorecard.indicator')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='Commentary',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('baseline', models.CharField(blank=True, choices=[('previous_month', 'Previous month'), ('previous_panel', 'Previous panel report'), ('same_month_last_year', 'Same month last year'), ('previous_year', 'Previous year'), ('chosen_month', 'Chosen month')], max_length=20)),
                    ('what_changed', models.TextField(blank=True)),
                    ('why', models.TextField(blank=True)),
                    ('action', models.TextField(blank=True)),
                    ('by_when', models.DateField(blank=True, null=True)),
                    ('state', models.CharField(choices=[('draft', 'Draft'), ('submitted', 'Submitted'), ('returned', 'Sent back')], default='draft', max_length=10)),
                    ('version', models.PositiveIntegerField(default=0)),
                    ('written_at', models.DateTimeField()),
                    ('submitted_at', models.DateTimeField(blank=True, null=True)),
                    ('returned_at', models.DateTimeField(blank=True, null=True)),
                    ('return_note', models.TextField(blank=True)),
                    ('returned_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('indicator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='commentary', to='scorecard.indicator')),
                    ('baseline_period', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='scorecard.reportingperiod')),
                    ('period', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='commentary', to='scorecard.reportingperiod')),
                ],
                options={
                    'ordering': ['period', 'indicator'],
                    'constraints': [models.UniqueConstraint(fields=('period', 'indicator'), name='commentary_once'), models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'submitted', 'returned']), ('baseline__in', ['', 'previous_panel', 'previous_month'])), name='commentary_choices_known', violation_error_message='Choose a state and a baseline from the list.'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'submitted'), _negated=True), models.Q(('submitted_at__isnull', False), models.Q(('what_changed', ''), _negated=True), models.Q(('why', ''), _negated=True), models.Q(('action', ''), _negated=True)), _connector='OR'), name='commentary_submitted_whole', violation_error_message='Say what changed, why and what is done before you submit.'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'returned'), _negated=True), models.Q(('returned_at__isnull', False), ('returned_by__isnull', False), models.Q(('return_note', ''), _negated=True)), _connector='OR'), name='commentary_returned_with_note', violation_error_message='Say what is wanted when you send a commentary back.')],
                },
            ), migrations.CreateModel(
                name='CommentaryEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('baseline', models.CharField(blank=True, choices=[('previous_month', 'Previous month'), ('previous_panel', 'Previous panel report'), ('same_month_last_year', 'Same month last year'), ('previous_year', 'Previous year'), ('chosen_month', 'Chosen month')], max_length=20)),
                    ('what_changed', models.TextField(blank=True)),
                    ('why', models.TextField(blank=True)),
                    ('action', models.TextField(blank=True)),
                    ('by_when', models.DateField(blank=True, null=True)),
                    ('state', models.CharField(choices=[('draft', 'Draft'), ('submitted', 'Submitted'), ('returned', 'Sent back')], default='draft', max_length=10)),
                    ('version', models.PositiveIntegerField(default=0)),
                    ('written_at', models.DateTimeField()),
                    ('submitted_at', models.DateTimeField(blank=True, null=True)),
                    ('returned_at', models.DateTimeField(blank=True, null=True)),
                    ('return_note', models.TextField(blank=True)),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='scorecard.commentary')),
                    ('returned_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('written_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('indicator', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='scorecard.indicator')),
                    ('baseline_period', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='scorecard.reportingperiod')),
                    ('period', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='scorecard.reportingperiod')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='DemographicCategory',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name', models.CharField(max_length=80)),
                    ('order', models.PositiveSmallIntegerField()),
                    ('kind', models.CharField(choices=[('counted', 'Children of this kind'), ('not_known', 'Children of whom it is not known'), ('none', 'Children in none of the rows'), ('total', 'All children')], default='counted', max_length=10)),
                    ('made_at', models.DateTimeField(auto_now_add=True)),
                    ('made_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL)),
                    ('table', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='categories', to='scorecard.demographictable')),
                ],
                options={
                    'ordering': ['table__order', 'order', 'id'],
                    'constraints': [models.UniqueConstraint(models.F('table'), django.db.models.functions.text.Lower('name'), name='demographic_category_once', violation_error_message='The table has a row of that name already.'), models.UniqueConstraint(condition=models.Q(('kind__in', ['none', 'total'])), fields=('table', 'kind'), name='demographic_category_one_end'), models.CheckConstraint(condition=models.Q(('kind__in', ['counted', 'not_known', 'none', 'total'])), name='demographic_category_kind_known')],
                },
            ), migrations.CreateModel(
                name='DemographicCount',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('variant', models.CharField(choices=[('all', 'All children'), ('exc_uasc', 'Excluding unaccompanied asylum-seeking children')], default='all', max_length=10)),
                    ('everyone', models.PositiveIntegerField()),
                    ('female', models.PositiveIntegerField(blank=True, null=True)),
                    ('male', models.PositiveIntegerField(blank=True, null=True)),
                    ('is_illustrative', models.BooleanField(default=False)),
                    ('revision', models.PositiveSmallIntegerField(default=1)),
                    ('category', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='counts', to='scorecard.demographiccategory')),
                    ('period', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='demographic_counts', to='scorecard.reportingperiod')),
                    ('upload', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='demographic_counts', to='scorecard.workbookupload')),
                ],
                options={
                    'ordering': ['period', 'category', 'variant', 'revision'],
                    'indexes': [models.Index(fields=['period', 'variant'], name='demographic_count_by_period')],
                    'constraints': [models.UniqueConstraint(fields=('category', 'variant', 'period', 'revision'), name='demographic_count_revision_once'), models.CheckConstraint(condition=models.Q(models.Q(('female__isnull', True), ('male__isnull', True)), ('everyone', django.db.models.expressions.CombinedExpression(models.F('female'), '+', models.F('male'))), _connector='OR'), name='demographic_count_sexes_add_up', violation_error_message='Girls and boys must add up to all children.'), models.CheckConstraint(condition=models.Q(('variant__in', ['all', 'exc_uasc'])), name='demographic_count_variant_known')],
                },
            ), migrations.CreateModel(
                name='DemographicCountEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('variant', models.CharField(choices=[('all', 'All children'), ('exc_uasc', 'Excluding unaccompanied asylum-seeking children')], default='all', max_length=10)),
                    ('everyone', models.PositiveIntegerField()),
                    ('female', models.PositiveIntegerField(blank=True, null=True)),
                    ('male', models.PositiveIntegerField(blank=True, null=True)),
                    ('is_illustrative', models.BooleanField(default=False)),
                    ('revision', models.PositiveSmallIntegerField(default=1)),
                    ('category', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='scorecard.demographiccategory')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='scorecard.demographiccount')),
                    ('period', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='scorecard.reportingperiod')),
                    ('upload', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='scorecard.workbookupload')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='DemographicCategoryEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('name', models.CharField(max_length=80)),
                    ('order', models.PositiveSmallIntegerField()),
                    ('kind', models.CharField(choices=[('counted', 'Children of this kind'), ('not_known', 'Children of whom it is not known'), ('none', 'Children in none of the rows'), ('total', 'All children')], default='counted', max_length=10)),
                    ('made_at', models.DateTimeField(auto_now_add=True)),
                    ('made_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='scorecard.demographiccategory')),
                    ('table', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='scorecard.demographictable')),
                ],
                options={
                    'abstract': False,
                },
            ), pgtrigger.migrations.AddTrigger(
                model_name='demographictable',
                trigger=pgtrigger.compiler.Trigger(name='no_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='639be66d3d9edcb818ffff39c19ed1917ea2c699', operation='DELETE', pgid='pgtrigger_no_delete_06cc4', table='scorecard_demographictable', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='demographictable',
                trigger=pgtrigger.compiler.Trigger(name='counting_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."named_at_most" IS DISTINCT FROM (NEW."named_at_most") OR OLD."rows_overlap" IS DISTINCT FROM (NEW."rows_overlap"))', func="\n        IF EXISTS (\n            SELECT 1 FROM scorecard_demographiccount counted\n            JOIN scorecard_demographiccategory category ON category.id = counted.category_id\n            WHERE category.table_id = OLD.id\n        ) THEN\n            RAISE EXCEPTION 'How a table with counts is counted and shown stays.'\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'counting_stays';\n        END IF;\n        RETURN NEW;\n        ", hash='e1c0531fa686beb583c2f84939159a3093f197c1', operation='UPDATE', pgid='pgtrigger_counting_stays_86330', table='scorecard_demographictable', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='demographictable',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "scorecard_demographictableevent" ("id", "key", "name", "named_at_most", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rows_overlap") VALUES (NEW."id", NEW."key", NEW."name", NEW."named_at_most", NEW."order", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rows_overlap"); RETURN NULL;', hash='7fcd409d00ac6948554d135c36afa07ca9fb9ad7', operation='INSERT', pgid='pgtrigger_insert_insert_d7905', table='scorecard_demographictable', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='demographictable',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "scorecard_demographictableevent" ("id", "key", "name", "named_at_most", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rows_overlap") VALUES (NEW."id", NEW."key", NEW."name", NEW."named_at_most", NEW."order", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rows_overlap"); RETURN NULL;', hash='89439229d958909474116eaec04de0763d21ba46', operation='UPDATE', pgid='pgtrigger_update_update_b96d6', table='scorecard_demographictable', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='demographictable',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "scorecard_demographictableevent" ("id", "key", "name", "named_at_most", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rows_overlap") VALUES (OLD."id", OLD."key", OLD."name", OLD."named_at_most", OLD."order", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."rows_overlap"); RETURN NULL;', hash='ea8c5edc08d90fafa7eaddd2ce53e73b1b28acf1', operation='DELETE', pgid='pgtrigger_delete_delete_f4b6d', table='scorecard_demographictable', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='reportingperiod',
                trigger=pgtrigger.compiler.Trigger(name='stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c217d7efd284ab6e1d34f2fade3360ff2259261e', operation='UPDATE OR DELETE', pgid='pgtrigger_stays_1755c', table='scorecard_reportingperiod', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='reportingperiod',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "scorecard_reportingperiodevent" ("ends_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") VALUES (NEW."ends_on", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."starts_on"); RETURN NULL;', hash='da663d2713efa2b10422d83cfc576f430dbc797e', operation='INSERT', pgid='pgtrigger_insert_insert_b1320', table='scorecard_reportingperiod', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='reportingperiod',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "scorecard_reportingperiodevent" ("ends_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") VALUES (NEW."ends_on", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."starts_on"); RETURN NULL;', hash='2e317c31d3ddf8aa7a6338456299454885e08633', operation='UPDATE', pgid='pgtrigger_update_update_b9b31', table='scorecard_reportingperiod', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='reportingperiod',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "scorecard_reportingperiodevent" ("ends_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on") VALUES (OLD."ends_on", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."starts_on"); RETURN NULL;', hash='6baf9ea087ee13b35eae1b309cdc4a61e066b1b0', operation='DELETE', pgid='pgtrigger_delete_delete_4417e', table='scorecard_reportingperiod', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='section',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "scorecard_sectionevent" ("id", "is_retired", "name", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."is_retired", NEW."name", NEW."order", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='c8126be0e0fafce3ccd03378eb8413ee65085d40', operation='INSERT', pgid='pgtrigger_insert_insert_25f43', table='scorecard_section', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='section',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "scorecard_sectionevent" ("id", "is_retired", "name", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."is_retired", NEW."name", NEW."order", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;', hash='3b3d7109e55eb3a7c249fe8f29226c971674f5fb', operation='UPDATE', pgid='pgtrigger_update_update_f060d', table='scorecard_section', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='section',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "scorecard_sectionevent" ("id", "is_retired", "name", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."id", OLD."is_retired", OLD."name", OLD."order", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;', hash='b95f5be64a7794ab645e4b447ecaa9e4a809a2f2', operation='DELETE', pgid='pgtrigger_delete_delete_f2a8a', table='scorecard_section', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='demographiccategory',
                trigger=pgtrigger.compiler.Trigger(name='no_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='9efba4f9d91f2cc43d46410395b9f9c586877c41', operation='DELETE', pgid='pgtrigger_no_delete_70c6a', table='scorecard_demographiccategory', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='demographiccategory',
                trigger=pgtrigger.compiler.Trigger(name='meaning_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."table_id" IS DISTINCT FROM (NEW."table_id"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='bfc9b555dee172190ca757d49a87d9885426359e', operation='UPDATE', pgid='pgtrigger_meaning_stays_b4b51', table='scorecard_demographiccategory', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='demographiccategory',
                trigger=pgtrigger.compiler.Trigger(name='name_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."name" IS DISTINCT FROM (NEW."name"))', func="\n        IF EXISTS (SELECT 1 FROM scorecard_demographiccount WHERE category_id = OLD.id) THEN\n            RAISE EXCEPTION 'The name of a row with counts stays.'\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'name_stays';\n        END IF;\n        RETURN NEW;\n        ", hash='579ff67fde8d2bf52591b7b283706103fb369c5f', operation='UPDATE', pgid='pgtrigger_name_stays_82f8b', table='scorecard_demographiccategory', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='demographiccategory',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "scorecard_demographiccategoryevent" ("id", "kind", "made_at", "made_by_id", "name", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "table_id") VALUES (NEW."id", NEW."kind", NEW."made_at", NEW."made_by_id", NEW."name", NEW."order", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."table_id"); RETURN NULL;', hash='9a3a8538f3ef391da9dab1f9750cafd02b33e2f6', operation='INSERT', pgid='pgtrigger_insert_insert_04d95', table='scorecard_demographiccategory', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='demographiccategory',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "scorecard_demographiccategoryevent" ("id", "kind", "made_at", "made_by_id", "name", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "table_id") VALUES (NEW."id", NEW."kind", NEW."made_at", NEW."made_by_id", NEW."name", NEW."order", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."table_id"); RETURN NULL;', hash='d7a9dda9c89eb96ec7e6d21d010c3303ef8938fb', operation='UPDATE', pgid='pgtrigger_update_update_6496c', table='scorecard_demographiccategory', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='demographiccategory',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "scorecard_demographiccategoryevent" ("id", "kind", "made_at", "made_by_id", "name", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "table_id") VALUES (OLD."id", OLD."kind", OLD."made_at", OLD."made_by_id", OLD."name", OLD."order", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."table_id"); RETURN NULL;', hash='69327849675e5ad6c3f881504c61111e8a29347a', operation='DELETE', pgid='pgtrigger_delete_delete_2fbc1', table='scorecard_demographiccategory', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='benchmark',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "scorecard_benchmarkevent" ("area", "area_type", "comparability_note", "excludes_uasc", "id", "indicator_id", "neighbour_model", "period_ends_on", "period_label", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_label", "value") VALUES (NEW."area", NEW."area_type", NEW."comparability_note", NEW."excludes_uasc", NEW."id", NEW."indicator_id", NEW."neighbour_model", NEW."period_ends_on", NEW."period_label", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."source_label", NEW."value"); RETURN NULL;', hash='93913d0a0e51ae107e536f3d53133a253c2cc9bf', operation='INSERT', pgid='pgtrigger_insert_insert_0f473', table='scorecard_benchmark', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='benchmark',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "scorecard_benchmarkevent" ("area", "area_type", "comparability_note", "excludes_uasc", "id", "indicator_id", "neighbour_model", "period_ends_on", "period_label", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_label", "value") VALUES (NEW."area", NEW."area_type", NEW."comparability_note", NEW."excludes_uasc", NEW."id", NEW."indicator_id", NEW."neighbour_model", NEW."period_ends_on", NEW."period_label", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."source_label", NEW."value"); RETURN NULL;', hash='7719aeecc33d780ec2d16d455a54effb6c337976', operation='UPDATE', pgid='pgtrigger_update_update_0872a', table='scorecard_benchmark', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='benchmark',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "scorecard_benchmarkevent" ("area", "area_type", "comparability_note", "excludes_uasc", "id", "indicator_id", "neighbour_model", "period_ends_on", "period_label", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_label", "value") VALUES (OLD."area", OLD."area_type", OLD."comparability_note", OLD."excludes_uasc", OLD."id", OLD."indicator_id", OLD."neighbour_model", OLD."period_ends_on", OLD."period_label", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."source_label", OLD."value"); RETURN NULL;', hash='6373cff827d8b9da97934832ebdcb2c72afe466c', operation='DELETE', pgid='pgtrigger_delete_delete_45fb8', table='scorecard_benchmark', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='publishedfigure',
                trigger=pgtrigger.compiler.Trigger(name='stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='07f6cef5ff3c259fef67bda2725cdae92918cbf2', operation='UPDATE OR DELETE', pgid='pgtrigger_stays_9048e', table='scorecard_publishedfigure', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='publishedfigure',
                trigger=pgtrigger.compiler.Trigger(name='with_its_report', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE now bigint := pg_current_xact_id()::text::bigint; made bigint;', func="\n        FOR made IN\n            SELECT DISTINCT event.xmin::text::bigint\n            FROM added LEFT JOIN scorecard_panelreportevent event\n                ON event.pgh_obj_id = added.report_id AND event.pgh_label = 'insert'\n        LOOP\n            made := now - now % 4294967296 + made;\n            made := made + CASE WHEN made > now + 2147483648 THEN -4294967296\n                WHEN made < now - 2147483648 THEN 4294967296 ELSE 0 END;\n            IF pg_xact_status(made::text::xid8) IS DISTINCT FROM 'in progress' THEN\n                RAISE EXCEPTION 'A report is published with its figures, and takes none afterwards.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'with_its_report';\n            END IF;\n        END LOOP;\n        RETURN NULL;\n    ", hash='6425c07885e8fa3eab7f4e360dc5b8d1892b8c92', level='STATEMENT', operation='INSERT', pgid='pgtrigger_with_its_report_be0d1', referencing='REFERENCING NEW TABLE AS added ', table='scorecard_publishedfigure', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='rebase',
                trigger=pgtrigger.compiler.Trigger(name='no_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='b676138510f1c7648826d7086c5906568ebd213f', operation='DELETE', pgid='pgtrigger_no_delete_a5f58', table='scorecard_rebase', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='rebase',
                trigger=pgtrigger.compiler.Trigger(name='decision_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."agreed_by_id" IS DISTINCT FROM (NEW."agreed_by_id") OR OLD."agreed_on" IS DISTINCT FROM (NEW."agreed_on") OR OLD."at_period_id" IS DISTINCT FROM (NEW."at_period_id") OR OLD."indicator_id" IS DISTINCT FROM (NEW."indicator_id") OR OLD."reason" IS DISTINCT FROM (NEW."reason"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='47af11d9e417b02351e9cea2a3ca70a15744cf82', operation='UPDATE', pgid='pgtrigger_decision_stays_3519f', table='scorecard_rebase', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='rebase',
                trigger=pgtrigger.compiler.Trigger(name='withdrawn_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."withdrawn_on" IS NOT NULL)', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='ecede3b26fd562e1232572b38314598efef64a2b', operation='UPDATE', pgid='pgtrigger_withdrawn_stays_ea67f', table='scorecard_rebase', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='rebase',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "scorecard_rebaseevent" ("agreed_by_id", "agreed_on", "at_period_id", "id", "indicator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "withdrawn_by_id", "withdrawn_on", "withdrawn_reason") VALUES (NEW."agreed_by_id", NEW."agreed_on", NEW."at_period_id", NEW."id", NEW."indicator_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."withdrawn_by_id", NEW."withdrawn_on", NEW."withdrawn_reason"); RETURN NULL;', hash='86bb1824e8812bbd85fec0c51ca4fc83b10fde16', operation='INSERT', pgid='pgtrigger_insert_insert_c50ff', table='scorecard_rebase', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='rebase',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "scorecard_rebaseevent" ("agreed_by_id", "agreed_on", "at_period_id", "id", "indicator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "withdrawn_by_id", "withdrawn_on", "withdrawn_reason") VALUES (NEW."agreed_by_id", NEW."agreed_on", NEW."at_period_id", NEW."id", NEW."indicator_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."withdrawn_by_id", NEW."withdrawn_on", NEW."withdrawn_reason"); RETURN NULL;', hash='00c682ab3bba25c60553ea4bbd59a3c41b0371b0', operation='UPDATE', pgid='pgtrigger_update_update_f6904', table='scorecard_rebase', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='rebase',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "scorecard_rebaseevent" ("agreed_by_id", "agreed_on", "at_period_id", "id", "indicator_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "withdrawn_by_id", "withdrawn_on", "withdrawn_reason") VALUES (OLD."agreed_by_id", OLD."agreed_on", OLD."at_period_id", OLD."id", OLD."indicator_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."withdrawn_by_id", OLD."withdrawn_on", OLD."withdrawn_reason"); RETURN NULL;', hash='f8c35d11b4b5ab20005afb89e22783de315f8c75', operation='DELETE', pgid='pgtrigger_delete_delete_2f533', table='scorecard_rebase', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='paperpart',
                trigger=pgtrigger.compiler.Trigger(name='no_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='8312d4e402ce8a921bf66d5716f48a087adf4887', operation='DELETE', pgid='pgtrigger_no_delete_58b0f', table='scorecard_paperpart', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='paperpart',
                trigger=pgtrigger.compiler.Trigger(name='locked_by_report', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF EXISTS (\n            SELECT 1 FROM scorecard_panelreport\n            WHERE period_id IN (OLD.period_id, NEW.period_id) AND withdrawn_at IS NULL\n        ) THEN\n            RAISE EXCEPTION 'The report of this month is published, so nothing of it can be changed.'\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'locked_by_report';\n        END IF;\n        RETURN NEW;\n    ", hash='7200ef1f90454b0121982d08f76942b1dc6d4763', operation='INSERT OR UPDATE', pgid='pgtrigger_locked_by_report_6db3d', table='scorecard_paperpart', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='paperpart',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "scorecard_paperpartevent" ("edited_at", "edited_by_id", "id", "key", "own_text", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "version") VALUES (NEW."edited_at", NEW."edited_by_id", NEW."id", NEW."key", NEW."own_text", NEW."period_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."text", NEW."version"); RETURN NULL;', hash='b702dc651a30cce4bb6e66ae73c28a2836c56712', operation='INSERT', pgid='pgtrigger_insert_insert_0be92', table='scorecard_paperpart', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='paperpart',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "scorecard_paperpartevent" ("edited_at", "edited_by_id", "id", "key", "own_text", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "version") VALUES (NEW."edited_at", NEW."edited_by_id", NEW."id", NEW."key", NEW."own_text", NEW."period_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."text", NEW."version"); RETURN NULL;', hash='d0c4203c3f80be1e05fb35a7b3cb7648a6b58a97', operation='UPDATE', pgid='pgtrigger_update_update_27aae', table='scorecard_paperpart', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='paperpart',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "scorecard_paperpartevent" ("edited_at", "edited_by_id", "id", "key", "own_text", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "version") VALUES (OLD."edited_at", OLD."edited_by_id", OLD."id", OLD."key", OLD."own_text", OLD."period_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."text", OLD."version"); RETURN NULL;', hash='9cbece5038e86408a95138428a569dfbff69fb40', operation='DELETE', pgid='pgtrigger_delete_delete_98b21', table='scorecard_paperpart', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='panelreport',
                trigger=pgtrigger.compiler.Trigger(name='no_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='cbaa39154a29da38db8ab19d65c6e415888afb83', operation='DELETE', pgid='pgtrigger_no_delete_d5873', table='scorecard_panelreport', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='panelreport',
                trigger=pgtrigger.compiler.Trigger(name='stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."content" IS DISTINCT FROM (NEW."content") OR OLD."content_sha256" IS DISTINCT FROM (NEW."content_sha256") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."made_at" IS DISTINCT FROM (NEW."made_at") OR OLD."made_by_id" IS DISTINCT FROM (NEW."made_by_id") OR OLD."meeting_on" IS DISTINCT FROM (NEW."meeting_on") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."pdf" IS DISTINCT FROM (NEW."pdf") OR OLD."pdf_sha256" IS DISTINCT FROM (NEW."pdf_sha256") OR OLD."period_id" IS DISTINCT FROM (NEW."period_id"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='440fee76f7ed390cfaa7d23ffbe78cc180d6cd5b', operation='UPDATE', pgid='pgtrigger_stays_cf42e', table='scorecard_panelreport', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='panelreport',
                trigger=pgtrigger.compiler.Trigger(name='withdrawn_once', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."withdrawn_at" IS NOT NULL)', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='507ff94a79f43603b54a4d7567fc3108aa4dedc2', operation='UPDATE', pgid='pgtrigger_withdrawn_once_99771', table='scorecard_panelreport', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='panelreport',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "scorecard_panelreportevent" ("content_sha256", "id", "made_at", "made_by_id", "meeting_on", "note", "pdf_sha256", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "withdrawal_reason", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."content_sha256", NEW."id", NEW."made_at", NEW."made_by_id", NEW."meeting_on", NEW."note", NEW."pdf_sha256", NEW."period_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."withdrawal_reason", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;', hash='01b4cb0dd45d26a4993fb2553d9de7209004f34d', operation='INSERT', pgid='pgtrigger_insert_insert_720ec', table='scorecard_panelreport', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='panelreport',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."content_sha256" IS DISTINCT FROM (NEW."content_sha256") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."made_at" IS DISTINCT FROM (NEW."made_at") OR OLD."made_by_id" IS DISTINCT FROM (NEW."made_by_id") OR OLD."meeting_on" IS DISTINCT FROM (NEW."meeting_on") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."pdf_sha256" IS DISTINCT FROM (NEW."pdf_sha256") OR OLD."period_id" IS DISTINCT FROM (NEW."period_id") OR OLD."withdrawal_reason" IS DISTINCT FROM (NEW."withdrawal_reason") OR OLD."withdrawn_at" IS DISTINCT FROM (NEW."withdrawn_at") OR OLD."withdrawn_by_id" IS DISTINCT FROM (NEW."withdrawn_by_id"))', func='INSERT INTO "scorecard_panelreportevent" ("content_sha256", "id", "made_at", "made_by_id", "meeting_on", "note", "pdf_sha256", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "withdrawal_reason", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."content_sha256", NEW."id", NEW."made_at", NEW."made_by_id", NEW."meeting_on", NEW."note", NEW."pdf_sha256", NEW."period_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."withdrawal_reason", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;', hash='9e260ede6a5f139e6e86aa3607e4431c792aff1c', operation='UPDATE', pgid='pgtrigger_update_update_47142', table='scorecard_panelreport', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='panelreport',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "scorecard_panelreportevent" ("content_sha256", "id", "made_at", "made_by_id", "meeting_on", "note", "pdf_sha256", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "withdrawal_reason", "withdrawn_at", "withdrawn_by_id") VALUES (OLD."content_sha256", OLD."id", OLD."made_at", OLD."made_by_id", OLD."meeting_on", OLD."note", OLD."pdf_sha256", OLD."period_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."withdrawal_reason", OLD."withdrawn_at", OLD."withdrawn_by_id"); RETURN NULL;', hash='f9c6b8713ecbdceb9dc3bf9c58732f7f951c76b4', operation='DELETE', pgid='pgtrigger_delete_delete_f1458', table='scorecard_panelreport', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='commentary',
                trigger=pgtrigger.compiler.Trigger(name='no_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='7e0f914dd15c54c25308eaac2bb95c41e3a84bdb', operation='DELETE', pgid='pgtrigger_no_delete_79f82', table='scorecard_commentary', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='commentary',
                trigger=pgtrigger.compiler.Trigger(name='locked_by_report', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF EXISTS (\n            SELECT 1 FROM scorecard_panelreport\n            WHERE period_id IN (OLD.period_id, NEW.period_id) AND withdrawn_at IS NULL\n        ) THEN\n            RAISE EXCEPTION 'The report of this month is published, so nothing of it can be changed.'\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'locked_by_report';\n        END IF;\n        RETURN NEW;\n    ", hash='e961538c636b2ac91819ccdca925e901c630494d', operation='INSERT OR UPDATE', pgid='pgtrigger_locked_by_report_54584', table='scorecard_commentary', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='commentary',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "scorecard_commentaryevent" ("action", "baseline", "baseline_period_id", "by_when", "id", "indicator_id", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "return_note", "returned_at", "returned_by_id", "state", "submitted_at", "version", "what_changed", "why", "written_at", "written_by_id") VALUES (NEW."action", NEW."baseline", NEW."baseline_period_id", NEW."by_when", NEW."id", NEW."indicator_id", NEW."period_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."return_note", NEW."returned_at", NEW."returned_by_id", NEW."state", NEW."submitted_at", NEW."version", NEW."what_changed", NEW."why", NEW."written_at", NEW."written_by_id"); RETURN NULL;', hash='8105920938a7224a1f620821676f33fe08f607cf', operation='INSERT', pgid='pgtrigger_insert_insert_740a9', table='scorecard_commentary', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='commentary',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "scorecard_commentaryevent" ("action", "baseline", "baseline_period_id", "by_when", "id", "indicator_id", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "return_note", "returned_at", "returned_by_id", "state", "submitted_at", "version", "what_changed", "why", "written_at", "written_by_id") VALUES (NEW."action", NEW."baseline", NEW."baseline_period_id", NEW."by_when", NEW."id", NEW."indicator_id", NEW."period_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."return_note", NEW."returned_at", NEW."returned_by_id", NEW."state", NEW."submitted_at", NEW."version", NEW."what_changed", NEW."why", NEW."written_at", NEW."written_by_id"); RETURN NULL;', hash='a0a511d0b3d179f9a36533ca28f5317ecea6a410', operation='UPDATE', pgid='pgtrigger_update_update_da49b', table='scorecard_commentary', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='commentary',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "scorecard_commentaryevent" ("action", "baseline", "baseline_period_id", "by_when", "id", "indicator_id", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "return_note", "returned_at", "returned_by_id", "state", "submitted_at", "version", "what_changed", "why", "written_at", "written_by_id") VALUES (OLD."action", OLD."baseline", OLD."baseline_period_id", OLD."by_when", OLD."id", OLD."indicator_id", OLD."period_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."return_note", OLD."returned_at", OLD."returned_by_id", OLD."state", OLD."submitted_at", OLD."version", OLD."what_changed", OLD."why", OLD."written_at", OLD."written_by_id"); RETURN NULL;', hash='737c9e6d71c95d3a85f2866e11a4aa96083bb815', operation='DELETE', pgid='pgtrigger_delete_delete_4dcaa', table='scorecard_commentary', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='baselinebreak',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "scorecard_baselinebreakevent" ("from_period_id", "id", "indicator_id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (NEW."from_period_id", NEW."id", NEW."indicator_id", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason"); RETURN NULL;', hash='9c9e78f27d873ba61ba85b2dc26176d05d317dc0', operation='INSERT', pgid='pgtrigger_insert_insert_96326', table='scorecard_baselinebreak', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='baselinebreak',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "scorecard_baselinebreakevent" ("from_period_id", "id", "indicator_id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (NEW."from_period_id", NEW."id", NEW."indicator_id", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason"); RETURN NULL;', hash='a5ad596cb3b2e13dc12c5e58069162f4fa15d22e', operation='UPDATE', pgid='pgtrigger_update_update_8e3e9', table='scorecard_baselinebreak', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='baselinebreak',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "scorecard_baselinebreakevent" ("from_period_id", "id", "indicator_id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (OLD."from_period_id", OLD."id", OLD."indicator_id", OLD."kind", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason"); RETURN NULL;', hash='60ad0e80ceebe6c68961c4a8c0c6ae257dd7db42', operation='DELETE', pgid='pgtrigger_delete_delete_57caf', table='scorecard_baselinebreak', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='reportplan',
                trigger=pgtrigger.compiler.Trigger(name='no_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='e8e07a2410c7fb85dfd72ab63aa9ecdd0dfe77f9', operation='DELETE', pgid='pgtrigger_no_delete_2c0a1', table='scorecard_reportplan', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='reportplan',
                trigger=pgtrigger.compiler.Trigger(name='locked_by_report', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF EXISTS (\n            SELECT 1 FROM scorecard_panelreport\n            WHERE period_id IN (OLD.period_id, NEW.period_id) AND withdrawn_at IS NULL\n        ) THEN\n            RAISE EXCEPTION 'The report of this month is published, so nothing of it can be changed.'\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'locked_by_report';\n        END IF;\n        RETURN NEW;\n    ", hash='822763c12130c094baabfc38af9b27d936654616', operation='INSERT OR UPDATE', pgid='pgtrigger_locked_by_report_55b20', table='scorecard_reportplan', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='reportplan',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "scorecard_reportplanevent" ("commentary_due_on", "id", "meeting_on", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."commentary_due_on", NEW."id", NEW."meeting_on", NEW."period_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='9f20b813dd622b8e03b7b77129d4e6dd3120b8a8', operation='INSERT', pgid='pgtrigger_insert_insert_aa613', table='scorecard_reportplan', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='reportplan',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "scorecard_reportplanevent" ("commentary_due_on", "id", "meeting_on", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."commentary_due_on", NEW."id", NEW."meeting_on", NEW."period_id", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;', hash='22600d5fc85c6a978b237b4c95b02a10b5873c31', operation='UPDATE', pgid='pgtrigger_update_update_84c82', table='scorecard_reportplan', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='reportplan',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "scorecard_reportplanevent" ("commentary_due_on", "id", "meeting_on", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."commentary_due_on", OLD."id", OLD."meeting_on", OLD."period_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;', hash='ea5edfe2eae4700ccf11144837746d396e4dfdf8', operation='DELETE', pgid='pgtrigger_delete_delete_9097d', table='scorecard_reportplan', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='indicator',
                trigger=pgtrigger.compiler.Trigger(name='rated_as_the_panel_saw', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."decimals" IS DISTINCT FROM (NEW."decimals") OR OLD."is_kpi" IS DISTINCT FROM (NEW."is_kpi") OR OLD."polarity" IS DISTINCT FROM (NEW."polarity"))', func="\n        PERFORM pg_advisory_xact_lock_shared(hashtext('scorecard_panelreport'));\n        IF EXISTS (\n            SELECT 1 FROM (\n    SELECT figure.indicator_id, figure.variant, figure.status, report.period_id\n    FROM scorecard_panelreport report JOIN scorecard_figure figure\n        ON figure.period_id = report.period_id AND figure.is_current\n    WHERE report.withdrawn_at IS NULL\n    UNION\n    SELECT printed.indicator_id, printed.variant, printed.status, report.period_id\n    FROM scorecard_panelreport report JOIN scorecard_publishedfigure printed ON printed.report_id = report.id\n    WHERE report.withdrawn_at IS NULL\n) AS figure\n            JOIN scorecard_reportingperiod period ON period.id = figure.period_id\n            WHERE figure.indicator_id = OLD.id AND figure.status = 'reported'\n              AND (OLD.decimals <> NEW.decimals OR (OLD.is_kpi OR NEW.is_kpi) AND EXISTS (\n                  SELECT 1 FROM scorecard_threshold line\n                  WHERE line.indicator_id = OLD.id AND line.variant = figure.variant AND line.target IS NOT NULL\n                    AND daterange(line.valid_from, line.valid_to, '[]') @> period.ends_on\n              ))\n        ) THEN\n            RAISE EXCEPTION 'The panel has seen figures of %, which would print or be rated otherwise. '\n                'Leave its decimal places, polarity and kind, or retire it and add a new indicator.', OLD.code\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'rated_as_the_panel_saw';\n        END IF;\n        RETURN NEW;\n        ", hash='d5fc9900e314f8e98e9807ebe3aad4b54f06c4a4', operation='UPDATE', pgid='pgtrigger_rated_as_the_panel_saw_6e9e2', table='scorecard_indicator', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='indicator',
                trigger=pgtrigger.compiler.Trigger(name='code_and_unit_stay', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."code" IS DISTINCT FROM (NEW."code") OR OLD."unit" IS DISTINCT FROM (NEW."unit"))', func="\n        IF EXISTS (SELECT 1 FROM scorecard_figure WHERE indicator_id = OLD.id) THEN\n            RAISE EXCEPTION 'The code and the unit of an indicator with figures stay.'\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'code_and_unit_stay';\n        END IF;\n        RETURN NEW;\n        ", hash='8f2fac0811c8f67ec42fadeada659ff7891ca14f', operation='UPDATE', pgid='pgtrigger_code_and_unit_stay_6b0e3', table='scorecard_indicator', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='indicator',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "scorecard_indicatorevent" ("code", "conflict", "data_period", "decimals", "definition", "denominator_label", "id", "is_kpi", "is_personal", "looks_back", "measured_until", "name", "numerator_label", "order", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "polarity", "section_id", "source_document", "unit") VALUES (NEW."code", NEW."conflict", NEW."data_period", NEW."decimals", NEW."definition", NEW."denominator_label", NEW."id", NEW."is_kpi", NEW."is_personal", NEW."looks_back", NEW."measured_until", NEW."name", NEW."numerator_label", NEW."order", NEW."owner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."polarity", NEW."section_id", NEW."source_document", NEW."unit"); RETURN NULL;', hash='e553bab126e38f002f64a2425556139a6ddc9e1e', operation='INSERT', pgid='pgtrigger_insert_insert_5c251', table='scorecard_indicator', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='indicator',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "scorecard_indicatorevent" ("code", "conflict", "data_period", "decimals", "definition", "denominator_label", "id", "is_kpi", "is_personal", "looks_back", "measured_until", "name", "numerator_label", "order", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "polarity", "section_id", "source_document", "unit") VALUES (NEW."code", NEW."conflict", NEW."data_period", NEW."decimals", NEW."definition", NEW."denominator_label", NEW."id", NEW."is_kpi", NEW."is_personal", NEW."looks_back", NEW."measured_until", NEW."name", NEW."numerator_label", NEW."order", NEW."owner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."polarity", NEW."section_id", NEW."source_document", NEW."unit"); RETURN NULL;', hash='9e63b824f446c5b00a73ec6b7eb5abbeded47efc', operation='UPDATE', pgid='pgtrigger_update_update_b3cfe', table='scorecard_indicator', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='indicator',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "scorecard_indicatorevent" ("code", "conflict", "data_period", "decimals", "definition", "denominator_label", "id", "is_kpi", "is_personal", "looks_back", "measured_until", "name", "numerator_label", "order", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "polarity", "section_id", "source_document", "unit") VALUES (OLD."code", OLD."conflict", OLD."data_period", OLD."decimals", OLD."definition", OLD."denominator_label", OLD."id", OLD."is_kpi", OLD."is_personal", OLD."looks_back", OLD."measured_until", OLD."name", OLD."numerator_label", OLD."order", OLD."owner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."polarity", OLD."section_id", OLD."source_document", OLD."unit"); RETURN NULL;', hash='3033d7c9ee12a5c9485b08007e84ff3923513d6a', operation='DELETE', pgid='pgtrigger_delete_delete_1708c', table='scorecard_indicator', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='smallcountsopening',
                trigger=pgtrigger.compiler.Trigger(name='stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='dffd560ef1db3dd1419f14ef351d9ea9ae697b21', operation='UPDATE OR DELETE', pgid='pgtrigger_stays_94a64', table='scorecard_smallcountsopening', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='smallcountsopening',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "scorecard_smallcountsopeningevent" ("id", "opened_at", "opened_by_id", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") VALUES (NEW."id", NEW."opened_at", NEW."opened_by_id", NEW."period_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason"); RETURN NULL;', hash='d8d4189dea82a33081142efecffaca9d9d5adb36', operation='INSERT', pgid='pgtrigger_insert_insert_38af3', table='scorecard_smallcountsopening', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='threshold',
                trigger=pgtrigger.compiler.Trigger(name='no_overlap', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        PERFORM pg_advisory_xact_lock(hashtext('scorecard_threshold'), NEW.indicator_id::int);\n        IF EXISTS (\n            SELECT 1 FROM scorecard_threshold other\n            WHERE other.indicator_id = NEW.indicator_id AND other.variant = NEW.variant AND other.id <> NEW.id\n              AND daterange(other.valid_from, other.valid_to, '[]')\n                  && daterange(NEW.valid_from, NEW.valid_to, '[]')\n        ) THEN\n            RAISE EXCEPTION 'Another target is already set for part of these dates.'\n                USING ERRCODE = 'exclusion_violation';\n        END IF;\n        RETURN NEW;\n        ", hash='fa6a0fcf87ee10f7197f518f17eeefe50bac1e7d', operation='INSERT OR UPDATE', pgid='pgtrigger_no_overlap_150ad', table='scorecard_threshold', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='threshold',
                trigger=pgtrigger.compiler.Trigger(name='reported_months_stay', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        PERFORM pg_advisory_xact_lock_shared(hashtext('scorecard_panelreport'));\n        IF EXISTS (\n            SELECT 1\n            FROM (\n                SELECT figure.indicator_id, figure.variant,\n                    coalesce(\n                        figure.indicator_id = OLD.indicator_id AND figure.variant = OLD.variant\n                        AND period.ends_on >= OLD.valid_from\n                        AND (OLD.valid_to IS NULL OR period.ends_on <= OLD.valid_to), false) AS was_valid,\n                    coalesce(\n                        figure.indicator_id = NEW.indicator_id AND figure.variant = NEW.variant\n                        AND period.ends_on >= NEW.valid_from\n                        AND (NEW.valid_to IS NULL OR period.ends_on <= NEW.valid_to), false) AS is_valid\n                FROM (\n    SELECT figure.indicator_id, figure.variant, figure.status, report.period_id\n    FROM scorecard_panelreport report JOIN scorecard_figure figure\n        ON figure.period_id = report.period_id AND figure.is_current\n    WHERE report.withdrawn_at IS NULL\n    UNION\n    SELECT printed.indicator_id, printed.variant, printed.status, report.period_id\n    FROM scorecard_panelreport report JOIN scorecard_publishedfigure printed ON printed.report_id = report.id\n    WHERE report.withdrawn_at IS NULL\n) AS figure\n                JOIN scorecard_reportingperiod period ON period.id = figure.period_id\n                WHERE figure.indicator_id IN (OLD.indicator_id, NEW.indicator_id)\n            ) reported\n            WHERE was_valid <> is_valid\n               OR (was_valid AND (OLD.target, OLD.floor, OLD.tolerance, OLD.floor_low, OLD.floor_high)\n                   IS DISTINCT FROM (NEW.target, NEW.floor, NEW.tolerance, NEW.floor_low, NEW.floor_high))\n        ) THEN\n            RAISE EXCEPTION 'A month that the panel has seen keeps its target.'\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'reported_months_stay';\n        END IF;\n        IF TG_OP = 'DELETE' THEN\n            RETURN OLD;\n        END IF;\n        RETURN NEW;\n        ", hash='230ef7de768a2ed4c5e8cbdf4d69d5b04d49a57c', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_reported_months_stay_f5697', table='scorecard_threshold', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='threshold',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "scorecard_thresholdevent" ("approved_by", "floor", "floor_high", "floor_low", "id", "indicator_id", "is_floor_illustrative", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "target", "tolerance", "valid_from", "valid_to", "variant") VALUES (NEW."approved_by", NEW."floor", NEW."floor_high", NEW."floor_low", NEW."id", NEW."indicator_id", NEW."is_floor_illustrative", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."source", NEW."target", NEW."tolerance", NEW."valid_from", NEW."valid_to", NEW."variant"); RETURN NULL;', hash='5ab64c54054b74a9357534cbafd3e1c9697055af', operation='INSERT', pgid='pgtrigger_insert_insert_bc4ee', table='scorecard_threshold', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='threshold',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "scorecard_thresholdevent" ("approved_by", "floor", "floor_high", "floor_low", "id", "indicator_id", "is_floor_illustrative", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "target", "tolerance", "valid_from", "valid_to", "variant") VALUES (NEW."approved_by", NEW."floor", NEW."floor_high", NEW."floor_low", NEW."id", NEW."indicator_id", NEW."is_floor_illustrative", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."source", NEW."target", NEW."tolerance", NEW."valid_from", NEW."valid_to", NEW."variant"); RETURN NULL;', hash='5d67d83635421265a3097617331c446346ce3930', operation='UPDATE', pgid='pgtrigger_update_update_a6a93', table='scorecard_threshold', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='threshold',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "scorecard_thresholdevent" ("approved_by", "floor", "floor_high", "floor_low", "id", "indicator_id", "is_floor_illustrative", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "target", "tolerance", "valid_from", "valid_to", "variant") VALUES (OLD."approved_by", OLD."floor", OLD."floor_high", OLD."floor_low", OLD."id", OLD."indicator_id", OLD."is_floor_illustrative", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."source", OLD."target", OLD."tolerance", OLD."valid_from", OLD."valid_to", OLD."variant"); RETURN NULL;', hash='adb12e979f9806a96502c64fe120477f709935da', operation='DELETE', pgid='pgtrigger_delete_delete_1dfaf', table='scorecard_threshold', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='workbookupload',
                trigger=pgtrigger.compiler.Trigger(name='no_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='7ed22db7f41952bc2e93cb0c4e407517102f6070', operation='DELETE', pgid='pgtrigger_no_delete_2662e', table='scorecard_workbookupload', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='workbookupload',
                trigger=pgtrigger.compiler.Trigger(name='decision_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."state" IN (\'applied\', \'declined\', \'withdrawn\') AND (OLD."decided_by_id" IS DISTINCT FROM (NEW."decided_by_id") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."report" IS DISTINCT FROM (NEW."report") OR OLD."fingerprint" IS DISTINCT FROM (NEW."fingerprint") OR OLD."month_ends" IS DISTINCT FROM (NEW."month_ends")))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='50b5786c9f480d571c2aba90a2ffb8822d2df293', operation='UPDATE', pgid='pgtrigger_decision_stays_2ad9a', table='scorecard_workbookupload', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='workbookupload',
                trigger=pgtrigger.compiler.Trigger(name='decided_state_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."state" IN (\'applied\', \'declined\', \'withdrawn\') AND (OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."withdrawn_by_id" IS DISTINCT FROM (NEW."withdrawn_by_id") OR OLD."withdrawn_at" IS DISTINCT FROM (NEW."withdrawn_at") OR OLD."withdrawal_reason" IS DISTINCT FROM (NEW."withdrawal_reason")) AND NOT (NEW."state" = \'withdrawn\' AND OLD."state" = \'applied\'))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='c76f32ad1946a917bb6ee1a2e0bbdb4f443718b8', operation='UPDATE', pgid='pgtrigger_decided_state_stays_4f296', table='scorecard_workbookupload', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='workbookupload',
                trigger=pgtrigger.compiler.Trigger(name='file_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."channel" IS DISTINCT FROM (NEW."channel") OR OLD."file" IS DISTINCT FROM (NEW."file") OR OLD."for_month" IS DISTINCT FROM (NEW."for_month") OR OLD."is_history" IS DISTINCT FROM (NEW."is_history") OR OLD."original_name" IS DISTINCT FROM (NEW."original_name") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."size" IS DISTINCT FROM (NEW."size") OR OLD."uploaded_at" IS DISTINCT FROM (NEW."uploaded_at") OR OLD."uploaded_by_id" IS DISTINCT FROM (NEW."uploaded_by_id"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='f1069d89e06fd2f540e8943358e172fa52af930b', operation='UPDATE', pgid='pgtrigger_file_stays_00487', table='scorecard_workbookupload', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='workbookupload',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "scorecard_workbookuploadevent" ("channel", "decided_at", "decided_by_id", "decision_note", "extension", "file", "fingerprint", "for_month", "id", "is_history", "is_illustrative", "month_ends", "original_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "size", "state", "submitted_at", "uploaded_at", "uploaded_by_id", "warnings_note", "withdrawal_reason", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."channel", NEW."decided_at", NEW."decided_by_id", NEW."decision_note", NEW."extension", NEW."file", NEW."fingerprint", NEW."for_month", NEW."id", NEW."is_history", NEW."is_illustrative", NEW."month_ends", NEW."original_name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sha256", NEW."size", NEW."state", NEW."submitted_at", NEW."uploaded_at", NEW."uploaded_by_id", NEW."warnings_note", NEW."withdrawal_reason", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;', hash='38bec49b1350193cb163a7f1cb188d8b61d1fb53', operation='INSERT', pgid='pgtrigger_insert_insert_7d3bc', table='scorecard_workbookupload', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='workbookupload',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."channel" IS DISTINCT FROM (NEW."channel") OR OLD."decided_at" IS DISTINCT FROM (NEW."decided_at") OR OLD."decided_by_id" IS DISTINCT FROM (NEW."decided_by_id") OR OLD."decision_note" IS DISTINCT FROM (NEW."decision_note") OR OLD."extension" IS DISTINCT FROM (NEW."extension") OR OLD."file" IS DISTINCT FROM (NEW."file") OR OLD."fingerprint" IS DISTINCT FROM (NEW."fingerprint") OR OLD."for_month" IS DISTINCT FROM (NEW."for_month") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_history" IS DISTINCT FROM (NEW."is_history") OR OLD."is_illustrative" IS DISTINCT FROM (NEW."is_illustrative") OR OLD."month_ends" IS DISTINCT FROM (NEW."month_ends") OR OLD."original_name" IS DISTINCT FROM (NEW."original_name") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."size" IS DISTINCT FROM (NEW."size") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."submitted_at" IS DISTINCT FROM (NEW."submitted_at") OR OLD."uploaded_at" IS DISTINCT FROM (NEW."uploaded_at") OR OLD."uploaded_by_id" IS DISTINCT FROM (NEW."uploaded_by_id") OR OLD."warnings_note" IS DISTINCT FROM (NEW."warnings_note") OR OLD."withdrawal_reason" IS DISTINCT FROM (NEW."withdrawal_reason") OR OLD."withdrawn_at" IS DISTINCT FROM (NEW."withdrawn_at") OR OLD."withdrawn_by_id" IS DISTINCT FROM (NEW."withdrawn_by_id"))', func='INSERT INTO "scorecard_workbookuploadevent" ("channel", "decided_at", "decided_by_id", "decision_note", "extension", "file", "fingerprint", "for_month", "id", "is_history", "is_illustrative", "month_ends", "original_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "size", "state", "submitted_at", "uploaded_at", "uploaded_by_id", "warnings_note", "withdrawal_reason", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."channel", NEW."decided_at", NEW."decided_by_id", NEW."decision_note", NEW."extension", NEW."file", NEW."fingerprint", NEW."for_month", NEW."id", NEW."is_history", NEW."is_illustrative", NEW."month_ends", NEW."original_name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sha256", NEW."size", NEW."state", NEW."submitted_at", NEW."uploaded_at", NEW."uploaded_by_id", NEW."warnings_note", NEW."withdrawal_reason", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;', hash='d06318ae06a4b826cbcd992de58eda69b803b718', operation='UPDATE', pgid='pgtrigger_update_update_59334', table='scorecard_workbookupload', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='workbookupload',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "scorecard_workbookuploadevent" ("channel", "decided_at", "decided_by_id", "decision_note", "extension", "file", "fingerprint", "for_month", "id", "is_history", "is_illustrative", "month_ends", "original_name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sha256", "size", "state", "submitted_at", "uploaded_at", "uploaded_by_id", "warnings_note", "withdrawal_reason", "withdrawn_at", "withdrawn_by_id") VALUES (OLD."channel", OLD."decided_at", OLD."decided_by_id", OLD."decision_note", OLD."extension", OLD."file", OLD."fingerprint", OLD."for_month", OLD."id", OLD."is_history", OLD."is_illustrative", OLD."month_ends", OLD."original_name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sha256", OLD."size", OLD."state", OLD."submitted_at", OLD."uploaded_at", OLD."uploaded_by_id", OLD."warnings_note", OLD."withdrawal_reason", OLD."withdrawn_at", OLD."withdrawn_by_id"); RETURN NULL;', hash='b7aede00eefd29e3e1b5238401102ae00a1508c8', operation='DELETE', pgid='pgtrigger_delete_delete_a3153', table='scorecard_workbookupload', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='figure',
                trigger=pgtrigger.compiler.Trigger(name='no_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='5e055e94190a8ea1454f8fe36a2cbf2a42104b0b', operation='DELETE', pgid='pgtrigger_no_delete_90e40', table='scorecard_figure', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='figure',
                trigger=pgtrigger.compiler.Trigger(name='only_current_may_change', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."denominator" IS DISTINCT FROM (NEW."denominator") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."indicator_id" IS DISTINCT FROM (NEW."indicator_id") OR OLD."is_illustrative" IS DISTINCT FROM (NEW."is_illustrative") OR OLD."is_provisional" IS DISTINCT FROM (NEW."is_provisional") OR OLD."month_denominator" IS DISTINCT FROM (NEW."month_denominator") OR OLD."month_numerator" IS DISTINCT FROM (NEW."month_numerator") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."numerator" IS DISTINCT FROM (NEW."numerator") OR OLD."period_id" IS DISTINCT FROM (NEW."period_id") OR OLD."revision" IS DISTINCT FROM (NEW."revision") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."upload_id" IS DISTINCT FROM (NEW."upload_id") OR OLD."value" IS DISTINCT FROM (NEW."value") OR OLD."variant" IS DISTINCT FROM (NEW."variant"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='b1e61286b12d6e76b8fba3280c5df48589672ab1', operation='UPDATE', pgid='pgtrigger_only_current_may_change_d85db', table='scorecard_figure', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='figure',
                trigger=pgtrigger.compiler.Trigger(name='added_by_applied_upload', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF EXISTS (\n            SELECT 1 FROM scorecard_workbookupload AS upload\n            WHERE upload.id IN (SELECT upload_id FROM added) AND upload.state <> 'applied'\n        ) THEN\n            RAISE EXCEPTION 'A figure comes from an upload that was applied.' USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NULL;\n        ", hash='d8f1febc64363a1b2978270cca1381387688c87e', level='STATEMENT', operation='INSERT', pgid='pgtrigger_added_by_applied_upload_0cd02', referencing='REFERENCING NEW TABLE AS added ', table='scorecard_figure', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='figure',
                trigger=pgtrigger.compiler.Trigger(name='stands_by_applied_upload', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NEW."is_current" AND NOT OLD."is_current")', func="\n        IF (SELECT state FROM scorecard_workbookupload WHERE id = NEW.upload_id) <> 'applied' THEN\n            RAISE EXCEPTION 'The upload of this figure was withdrawn.' USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NEW;\n        ", hash='e20e4e2c648a235bcfd9967ee674173cd13df0a7', operation='UPDATE', pgid='pgtrigger_stands_by_applied_upload_0b046', table='scorecard_figure', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='figure',
                trigger=pgtrigger.compiler.Trigger(name='percent_in_range', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n                    IF EXISTS (\n                        SELECT 1 FROM added\n                        JOIN scorecard_indicator AS indicator\n                            ON indicator.id = added.indicator_id\n                        WHERE indicator.unit = 'percent' AND added.status = 'reported'\n                          AND (added.value < 0 OR added.value > 100 OR added.numerator > added.denominator\n                               OR added.month_numerator > added.month_denominator)\n                    ) THEN\n                        RAISE EXCEPTION 'A percentage is between 0 and 100.' USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NULL;\n                    ", hash='41b114361dc7548e18671521d41d602bf9156100', level='STATEMENT', operation='INSERT', pgid='pgtrigger_percent_in_range_b7171', referencing='REFERENCING NEW TABLE AS added ', table='scorecard_figure', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='figure',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "scorecard_figureevent" ("denominator", "id", "indicator_id", "is_current", "is_illustrative", "is_provisional", "month_denominator", "month_numerator", "note", "numerator", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "status", "upload_id", "value", "variant") SELECT new_values."denominator", new_values."id", new_values."indicator_id", new_values."is_current", new_values."is_illustrative", new_values."is_provisional", new_values."month_denominator", new_values."month_numerator", new_values."note", new_values."numerator", new_values."period_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."revision", new_values."status", new_values."upload_id", new_values."value", new_values."variant" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='4047a2be1c70d1c5400cfcb6d4058d2887473d97', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_e4abb', referencing='REFERENCING NEW TABLE AS new_values ', table='scorecard_figure', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='figure',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "scorecard_figureevent" ("denominator", "id", "indicator_id", "is_current", "is_illustrative", "is_provisional", "month_denominator", "month_numerator", "note", "numerator", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "status", "upload_id", "value", "variant") VALUES (NEW."denominator", NEW."id", NEW."indicator_id", NEW."is_current", NEW."is_illustrative", NEW."is_provisional", NEW."month_denominator", NEW."month_numerator", NEW."note", NEW."numerator", NEW."period_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."revision", NEW."status", NEW."upload_id", NEW."value", NEW."variant"); RETURN NULL;', hash='6f7e56db99872efaee84d136cf5860e36f1825a3', operation='UPDATE', pgid='pgtrigger_update_update_f9f08', table='scorecard_figure', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='demographiccount',
                trigger=pgtrigger.compiler.Trigger(name='stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='9dc22ba24ddeb81d192cda89749c5834505a7375', operation='UPDATE OR DELETE', pgid='pgtrigger_stays_62281', table='scorecard_demographiccount', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='demographiccount',
                trigger=pgtrigger.compiler.Trigger(name='added_by_applied_upload', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF EXISTS (\n            SELECT 1 FROM scorecard_workbookupload AS upload\n            WHERE upload.id IN (SELECT upload_id FROM added) AND upload.state <> 'applied'\n        ) THEN\n            RAISE EXCEPTION 'A figure comes from an upload that was applied.' USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NULL;\n        ", hash='b3e3728d78c20f5e5f1265722e2e8d8935668d95', level='STATEMENT', operation='INSERT', pgid='pgtrigger_added_by_applied_upload_5dd8f', referencing='REFERENCING NEW TABLE AS added ', table='scorecard_demographiccount', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='demographiccount',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "scorecard_demographiccountevent" ("category_id", "everyone", "female", "id", "is_illustrative", "male", "period_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "upload_id", "variant") SELECT new_values."category_id", new_values."everyone", new_values."female", new_values."id", new_values."is_illustrative", new_values."male", new_values."period_id", _pgh_attached_context.value, NOW(), \'insert\', new_values."id", new_values."revision", new_values."upload_id", new_values."variant" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='e96a06c387a42e3f694890e9fdf61bc32f325980', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_7c40e', referencing='REFERENCING NEW TABLE AS new_values ', table='scorecard_demographiccount', when='AFTER')),
            )],
        ),
    ]

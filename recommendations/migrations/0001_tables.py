import core.first_migration
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('meetings', '0001_tables'),
        ('people', '0001_tables'),
        ('people', '__first__'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('scorecard', '0001_tables'),
    ]

    operations = [
        core.first_migration.AllAtOnce(
            operations=[migrations.CreateModel(
                name='Strategy',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('title', models.CharField(max_length=250)),
                    ('starts_on', models.DateField()),
                    ('ends_on', models.DateField()),
                ],
                options={
                    'verbose_name_plural': 'strategies',
                    'ordering': ['-starts_on'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('starts_on'))), name='strategy_days_in_order', violation_error_message='The strategy ends before it begins.')],
                },
            ), migrations.CreateModel(
                name='StrategyQuestion',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.PositiveSmallIntegerField()),
                    ('text', models.CharField(max_length=250)),
                    ('strategy', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='questions', to='recommendations.strategy')),
                ],
                options={
                    'ordering': ['strategy', 'number'],
                    'constraints': [models.UniqueConstraint(fields=('strategy', 'number'), name='question_number_once')],
                },
            ), migrations.CreateModel(
                name='StrategyOutcome',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.PositiveSmallIntegerField()),
                    ('text', models.CharField(max_length=250)),
                    ('baseline', models.CharField(blank=True, max_length=150, verbose_name='where it started')),
                    ('due_on', models.DateField(blank=True, null=True, verbose_name='when the panel wants to see it')),
                    ('version', models.PositiveIntegerField(default=1, editable=False)),
                    ('indicators', models.ManyToManyField(blank=True, related_name='outcomes', to='scorecard.indicator')),
                    ('question', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='outcomes', to='recommendations.strategyquestion')),
                ],
                options={
                    'ordering': ['question', 'number'],
                    'constraints': [models.UniqueConstraint(fields=('question', 'number'), name='outcome_number_once')],
                },
            ), migrations.CreateModel(
                name='PledgeTheme',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('code', models.SlugField(max_length=30, unique=True)),
                    ('title', models.CharField(max_length=250)),
                    ('position', models.PositiveSmallIntegerField()),
                ],
                options={
                    'ordering': ['position'],
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='Principle',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('code', models.SlugField(max_length=30, unique=True)),
                    ('title', models.CharField(max_length=250)),
                    ('position', models.PositiveSmallIntegerField()),
                ],
                options={
                    'ordering': ['position'],
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='Report',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('title', models.CharField(max_length=250)),
                    ('body', models.CharField(max_length=150, verbose_name='who wrote it')),
                    ('presented_to', models.CharField(max_length=150)),
                    ('presented_on', models.DateField()),
                    ('adopted_on', models.DateField()),
                    ('received_on', models.DateField(blank=True, null=True, verbose_name='when the cabinet had it')),
                    ('notice_on', models.DateField(blank=True, null=True, verbose_name='when the cabinet had the notice asking for a response')),
                    ('response_kind', models.CharField(choices=[('statutory', 'A response within two months, by law'), ('local', "A response by the council's own rule"), ('none', 'No response')], default='none', max_length=10)),
                ],
                options={
                    'ordering': ['-presented_on', 'pk'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('adopted_on__gte', models.F('presented_on'))), name='report_adopted_after_it_was_presented', violation_error_message='A report cannot be adopted before it was presented.')],
                },
            ), migrations.CreateModel(
                name='Theme',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('position', models.PositiveSmallIntegerField()),
                    ('title', models.CharField(max_length=150)),
                    ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='themes', to='recommendations.report')),
                ],
                options={
                    'ordering': ['report', 'position'],
                    'constraints': [models.UniqueConstraint(fields=('report', 'title'), name='theme_once')],
                },
            ), migrations.CreateModel(
                name='Recommendation',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.PositiveSmallIntegerField()),
                    ('short_title', models.CharField(max_length=120)),
                    ('text', models.TextField(verbose_name='as adopted')),
                    ('restated', models.TextField(blank=True, verbose_name='as said again since')),
                    ('finding', models.TextField(blank=True, verbose_name='what the committee found')),
                    ('pages', models.CharField(blank=True, max_length=30, verbose_name='pages of the report')),
                    ('response', models.CharField(choices=[('awaiting', 'Awaiting a response'), ('accepted', 'Accepted'), ('partly', 'Partly accepted'), ('rejected', 'Rejected')], default='awaiting', max_length=10)),
                    ('response_reason', models.TextField(blank=True)),
                    ('response_by', models.CharField(blank=True, max_length=150, verbose_name='who responded')),
                    ('response_on', models.DateField(blank=True, null=True)),
                    ('due_rule', models.CharField(choices=[('none', 'No date'), ('date', 'A date'), ('month', 'The end of a month or other period'), ('relative', 'So many months after it was adopted'), ('recurring', 'Again and again'), ('event', 'Once something has happened'), ('meeting', 'A meeting of the panel'), ('continuous', 'Always')], default='none', max_length=10)),
                    ('due_on', models.DateField(blank=True, null=True, verbose_name='last day, as first set')),
                    ('due_precision', models.CharField(choices=[('day', 'A day'), ('month', 'A month'), ('quarter', 'A quarter'), ('year', 'A year'), ('financial_year', 'A financial year (to 31 March)'), ('academic_year', 'An academic year (to 31 August)')], default='day', max_length=15)),
                    ('due_words', models.CharField(blank=True, max_length=200, verbose_name='when, in its own words')),
                    ('every_months', models.PositiveSmallIntegerField(blank=True, null=True)),
                    ('awaited_event', models.CharField(blank=True, max_length=150)),
                    ('event_on', models.DateField(blank=True, null=True, verbose_name='when the event came')),
                    ('met_on', models.DateField(blank=True, null=True, verbose_name='when it was met, as far as recorded')),
                    ('groups_named', models.CharField(blank=True, max_length=250, verbose_name='groups of children it names')),
                    ('affects_young_people', models.BooleanField(default=False)),
                    ('is_forced_slipped', models.BooleanField(default=False, verbose_name='its owner says it has slipped')),
                    ('impact', models.CharField(choices=[('none_claimed', 'No effect claimed'), ('too_early', 'Too early to tell'), ('improved', 'Improved'), ('no_change', 'No change'), ('worse', 'Worse')], default='none_claimed', max_length=15)),
                    ('impact_reason', models.TextField(blank=True)),
                    ('has_no_movement', models.BooleanField(default=False, editable=False, verbose_name='two returns in a row with nothing')),
                    ('version', models.PositiveIntegerField(default=1, editable=False)),
                    ('due_meeting', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='recommendations_due', to='meetings.meeting')),
                    ('indicators', models.ManyToManyField(blank=True, related_name='recommendations', to='scorecard.indicator')),
                    ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='recommendations_owned', to='people.post')),
                    ('partners', models.ManyToManyField(blank=True, related_name='recommendations_helped', to='people.post')),
                    ('pledges', models.ManyToManyField(blank=True, related_name='recommendations', to='recommendations.pledgetheme')),
                    ('principles', models.ManyToManyField(blank=True, related_name='recommendations', to='recommendations.principle')),
                    ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='recommendations', to='recommendations.report')),
                    ('outcomes', models.ManyToManyField(blank=True, related_name='recommendations', to='recommendations.strategyoutcome')),
                    ('theme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='recommendations', to='recommendations.theme')),
                    ('current_update', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='recommendations.update')),
                ],
                options={
                    'ordering': ['report', 'number'],
                    'constraints': [models.UniqueConstraint(fields=('report', 'number'), name='recommendation_number_once', violation_error_message='This report has a recommendation of that number already.'), models.CheckConstraint(condition=models.Q(models.Q(('response', 'rejected'), _negated=True), models.Q(('response_reason', ''), _negated=True), _connector='OR'), name='recommendation_rejected_with_reason', violation_error_message='Say why the recommendation was rejected.'), models.CheckConstraint(condition=models.Q(('due_rule__in', ('none', 'continuous', 'event', 'recurring')), ('due_on__isnull', False), _connector='OR'), name='recommendation_due_on_a_day', violation_error_message='Enter the date, month or meeting by which it is due.'), models.CheckConstraint(condition=models.Q(models.Q(('due_rule', 'meeting'), _negated=True), ('due_meeting__isnull', False), _connector='OR'), name='recommendation_due_at_a_meeting', violation_error_message='Choose the meeting by which it is due.')],
                },
            ), migrations.CreateModel(
                name='Update',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('progress', 'Progress'), ('nil', 'Nothing to report'), ('completion_claim', 'All of it is done'), ('response', 'Response'), ('correction', 'Correction of an earlier update')], default='progress', max_length=20)),
                    ('as_at', models.DateField(verbose_name='what day or period it speaks of')),
                    ('precision', models.CharField(choices=[('day', 'A day'), ('month', 'A month'), ('quarter', 'A quarter'), ('year', 'A year'), ('financial_year', 'A financial year (to 31 March)'), ('academic_year', 'An academic year (to 31 August)')], default='month', max_length=15)),
                    ('reported_on', models.DateField(blank=True, null=True)),
                    ('reported_to', models.CharField(blank=True, max_length=150, verbose_name='to whom, when not the panel')),
                    ('text', models.TextField()),
                    ('reason', models.TextField(blank=True, verbose_name='why there is nothing to report')),
                    ('says_slipped', models.BooleanField(default=False, verbose_name='its owner says it has slipped')),
                    ('impact', models.CharField(choices=[('none_claimed', 'No effect claimed'), ('too_early', 'Too early to tell'), ('improved', 'Improved'), ('no_change', 'No change'), ('worse', 'Worse')], default='none_claimed', max_length=15)),
                    ('impact_reason', models.CharField(blank=True, max_length=250)),
                    ('classification', models.CharField(choices=[('public', 'Anyone'), ('members', 'People with a sign-in'), ('exempt', 'Exempt: members of the panel, and officers with cause')], default='public', max_length=10)),
                    ('state', models.CharField(choices=[('draft', 'Draft'), ('submitted', 'With democratic services'), ('published', 'Published')], default='draft', max_length=10)),
                    ('returned_because', models.TextField(blank=True, verbose_name='what democratic services asked to change')),
                    ('published_at', models.DateTimeField(blank=True, null=True)),
                    ('version', models.PositiveIntegerField(default=1, editable=False)),
                    ('author', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('author_post', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.post')),
                    ('item', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='updates', to='meetings.agendaitem')),
                    ('outcome', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='updates', to='recommendations.strategyoutcome')),
                    ('published_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('recommendation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='updates', to='recommendations.recommendation')),
                    ('supersedes', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='recommendations.update')),
                ],
                options={
                    'ordering': ['-as_at', '-reported_on', '-pk'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('recommendation', None), ('outcome', None), _connector='XOR'), name='update_about_one_thing'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'published'), _negated=True), models.Q(('published_at__isnull', False), ('reported_on__isnull', False)), _connector='OR'), name='update_published_on_a_day'), models.UniqueConstraint(condition=models.Q(('state', 'published')), fields=('supersedes',), name='update_corrected_once', violation_error_message='This update was corrected already: correct the newer one.')],
                },
            ), migrations.CreateModel(
                name='DocumentCited',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('title', models.CharField(max_length=200)),
                    ('where', models.CharField(max_length=300)),
                    ('update', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='documents', to='recommendations.update')),
                ],
                options={
                    'verbose_name_plural': 'documents cited',
                    'ordering': ['update', 'pk'],
                },
            ), migrations.CreateModel(
                name='DueRound',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('due_on', models.DateField()),
                    ('met_on', models.DateField(blank=True, null=True)),
                    ('recommendation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rounds', to='recommendations.recommendation')),
                ],
                options={
                    'ordering': ['recommendation', 'due_on'],
                    'constraints': [models.UniqueConstraint(fields=('recommendation', 'due_on'), name='due_round_once')],
                },
            ), migrations.CreateModel(
                name='FigureTold',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('label', models.CharField(max_length=150)),
                    ('value', models.DecimalField(blank=True, decimal_places=4, max_digits=14, null=True)),
                    ('unit', models.CharField(blank=True, max_length=30)),
                    ('as_at', models.DateField()),
                    ('precision', models.CharField(choices=[('day', 'A day'), ('month', 'A month'), ('quarter', 'A quarter'), ('year', 'A year'), ('financial_year', 'A financial year (to 31 March)'), ('academic_year', 'An academic year (to 31 August)')], default='day', max_length=15)),
                    ('period_start', models.DateField(blank=True, null=True)),
                    ('numerator', models.DecimalField(blank=True, decimal_places=4, max_digits=14, null=True)),
                    ('denominator', models.DecimalField(blank=True, decimal_places=4, max_digits=14, null=True)),
                    ('qualifier', models.CharField(choices=[('exact', ''), ('at_least', 'at least'), ('more_than', 'more than'), ('about', 'about'), ('planned', 'planned')], default='exact', max_length=10)),
                    ('polarity', models.CharField(choices=[('higher', 'Higher is better'), ('lower', 'Lower is better'), ('neutral', 'Neither way is better')], default='neutral', max_length=10)),
                    ('source', models.CharField(blank=True, max_length=200)),
                    ('note', models.CharField(blank=True, max_length=250)),
                    ('indicator', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='figures_told', to='scorecard.indicator')),
                    ('update', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='figures', to='recommendations.update')),
                ],
                options={
                    'verbose_name_plural': 'figures told',
                    'ordering': ['label', 'as_at', 'pk'],
                },
            ), migrations.CreateModel(
                name='Follower',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('recommendation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='followers', to='recommendations.recommendation')),
                ],
                options={
                    'ordering': ['pk'],
                    'constraints': [models.UniqueConstraint(fields=('recommendation', 'user'), name='follower_once')],
                },
            ), migrations.CreateModel(
                name='FollowerEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='recommendations.follower')),
                    ('user', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('recommendation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='recommendations.recommendation')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='Limb',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('letter', models.CharField(max_length=2)),
                    ('text', models.CharField(max_length=250)),
                    ('status', models.CharField(choices=[('not_started', 'Not started'), ('on_track', 'On track'), ('slipped', 'Slipped'), ('done', 'Done')], default='not_started', max_length=11)),
                    ('done_on', models.DateField(blank=True, null=True)),
                    ('recommendation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='limbs', to='recommendations.recommendation')),
                ],
                options={
                    'ordering': ['recommendation', 'letter'],
                    'constraints': [models.UniqueConstraint(fields=('recommendation', 'letter'), name='limb_letter_once'), models.CheckConstraint(condition=models.Q(('status', 'done'), ('done_on', None), _connector='OR'), name='limb_done_on_a_day_when_done', violation_error_message='Only a part that is done has a day on which it was done.')],
                },
            ), migrations.CreateModel(
                name='LimbEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('letter', models.CharField(max_length=2)),
                    ('text', models.CharField(max_length=250)),
                    ('status', models.CharField(choices=[('not_started', 'Not started'), ('on_track', 'On track'), ('slipped', 'Slipped'), ('done', 'Done')], default='not_started', max_length=11)),
                    ('done_on', models.DateField(blank=True, null=True)),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='recommendations.limb')),
                    ('recommendation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='recommendations.recommendation')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='LimbReport',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('status', models.CharField(choices=[('not_started', 'Not started'), ('on_track', 'On track'), ('slipped', 'Slipped'), ('done', 'Done')], max_length=11)),
                    ('coverage', models.CharField(choices=[('evidenced', 'Shown by evidence'), ('claimed', 'Said, without evidence')], max_length=10)),
                    ('note', models.CharField(blank=True, max_length=250)),
                    ('done_on', models.DateField(blank=True, null=True)),
                    ('limb', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reports', to='recommendations.limb')),
                    ('update', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='limb_reports', to='recommendations.update')),
                ],
                options={
                    'ordering': ['update', 'limb'],
                    'constraints': [models.UniqueConstraint(fields=('update', 'limb'), name='limb_reported_once'), models.CheckConstraint(condition=models.Q(('status', 'done'), ('done_on', None), _connector='OR'), name='limb_report_done_on_a_day_when_done')],
                },
            ), migrations.CreateModel(
                name='NextStep',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('what', models.CharField(max_length=250)),
                    ('by', models.DateField(blank=True, null=True)),
                    ('precision', models.CharField(choices=[('day', 'A day'), ('month', 'A month'), ('quarter', 'A quarter'), ('year', 'A year'), ('financial_year', 'A financial year (to 31 March)'), ('academic_year', 'An academic year (to 31 August)')], default='month', max_length=15)),
                    ('update', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='next_steps', to='recommendations.update')),
                ],
                options={
                    'ordering': ['update', 'pk'],
                },
            ), migrations.CreateModel(
                name='RecommendationEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('number', models.PositiveSmallIntegerField()),
                    ('short_title', models.CharField(max_length=120)),
                    ('text', models.TextField(verbose_name='as adopted')),
                    ('restated', models.TextField(blank=True, verbose_name='as said again since')),
                    ('finding', models.TextField(blank=True, verbose_name='what the committee found')),
                    ('pages', models.CharField(blank=True, max_length=30, verbose_name='pages of the report')),
                    ('response', models.CharField(choices=[('awaiting', 'Awaiting a response'), ('accepted', 'Accepted'), ('partly', 'Partly accepted'), ('rejected', 'Rejected')], default='awaiting', max_length=10)),
                    ('response_reason', models.TextField(blank=True)),
                    ('response_by', models.CharField(blank=True, max_length=150, verbose_name='who responded')),
                    ('response_on', models.DateField(blank=True, null=True)),
                    ('due_rule', models.CharField(choices=[('none', 'No date'), ('date', 'A date'), ('month', 'The end of a month or other period'), ('relative', 'So many months after it was adopted'), ('recurring', 'Again and again'), ('event', 'Once something has happened'), ('meeting', 'A meeting of the panel'), ('continuous', 'Always')], default='none', max_length=10)),
                    ('due_on', models.DateField(blank=True, null=True, verbose_name='last day, as first set')),
                    ('due_precision', models.CharField(choices=[('day', 'A day'), ('month', 'A month'), ('quarter', 'A quarter'), ('year', 'A year'), ('financial_year', 'A financial year (to 31 March)'), ('academic_year', 'An academic year (to 31 August)')], default='day', max_length=15)),
                    ('due_words', models.CharField(blank=True, max_length=200, verbose_name='when, in its own words')),
                    ('every_months', models.PositiveSmallIntegerField(blank=True, null=True)),
                    ('awaited_event', models.CharField(blank=True, max_length=150)),
                    ('event_on', models.DateField(blank=True, null=True, verbose_name='when the event came')),
                    ('met_on', models.DateField(blank=True, null=True, verbose_name='when it was met, as far as recorded')),
                    ('groups_named', models.CharField(blank=True, max_length=250, verbose_name='groups of children it names')),
                    ('affects_young_people', models.BooleanField(default=False)),
                    ('is_forced_slipped', models.BooleanField(default=False, verbose_name='its owner says it has slipped')),
                    ('impact', models.CharField(choices=[('none_claimed', 'No effect claimed'), ('too_early', 'Too early to tell'), ('improved', 'Improved'), ('no_change', 'No change'), ('worse', 'Worse')], default='none_claimed', max_length=15)),
                    ('impact_reason', models.TextField(blank=True)),
                    ('has_no_movement', models.BooleanField(default=False, editable=False, verbose_name='two returns in a row with nothing')),
                    ('version', models.PositiveIntegerField(default=1, editable=False)),
                    ('due_meeting', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='meetings.meeting')),
                    ('owner', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='people.post')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='recommendations.recommendation')),
                    ('report', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='recommendations.report')),
                    ('theme', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='recommendations.theme')),
                    ('current_update', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='recommendations.update')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='Reminder',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('rule', models.CharField(choices=[('due_45', '45 days before it is due'), ('due_14', '14 days before it is due'), ('paper_7', '7 days before the papers go out'), ('overdue', 'The day after it was due'), ('weekly', 'Every week while it is overdue'), ('stale', 'Every month while nothing is heard'), ('closed', 'Closed by the panel'), ('void', 'The closure was struck out'), ('reopened', 'Taken up again by the panel')], max_length=20)),
                    ('due_on', models.DateField()),
                    ('for_day', models.DateField()),
                    ('sent_on', models.DateField()),
                    ('at', models.DateTimeField(auto_now_add=True)),
                    ('recommendation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reminders', to='recommendations.recommendation')),
                    ('undertaking', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reminders', to='meetings.undertaking')),
                    ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reminders', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'ordering': ['at', 'pk'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('recommendation', None), ('undertaking', None), _connector='XOR'), name='reminder_about_one_thing'), models.UniqueConstraint(fields=('recommendation', 'undertaking', 'rule', 'due_on', 'for_day', 'user'), name='reminder_once', nulls_distinct=False)],
                },
            ), migrations.CreateModel(
                name='Closure',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('outcome', models.CharField(choices=[('implemented', 'Implemented'), ('implemented_aim_not_met', 'Implemented, but its aim was not met'), ('not_implemented_accepted', 'Not implemented, accepted by the panel'), ('superseded', 'Replaced by another'), ('rejected', 'Rejected')], max_length=30)),
                    ('impact', models.CharField(choices=[('none_claimed', 'No effect claimed'), ('too_early', 'Too early to tell'), ('improved', 'Improved'), ('no_change', 'No change'), ('worse', 'Worse')], max_length=15)),
                    ('panel_reason', models.TextField(blank=True)),
                    ('at', models.DateTimeField(auto_now_add=True)),
                    ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('resolution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='closures', to='meetings.resolution')),
                    ('recommendation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='closures', to='recommendations.recommendation')),
                    ('replaced_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaces', to='recommendations.recommendation')),
                ],
                options={
                    'ordering': ['recommendation', 'at', 'pk'],
                    'constraints': [models.UniqueConstraint(fields=('recommendation', 'resolution'), name='closure_once_by_a_resolution', violation_error_message='This resolution has closed the recommendation already.'), models.CheckConstraint(condition=models.Q(models.Q(('outcome', 'superseded'), _negated=True), ('replaced_by__isnull', False), _connector='OR'), name='closure_names_what_replaces_it')],
                },
            ), migrations.CreateModel(
                name='Reopening',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('reason', models.TextField()),
                    ('due_on', models.DateField()),
                    ('at', models.DateTimeField(auto_now_add=True)),
                    ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('closure', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='reopening', to='recommendations.closure')),
                    ('resolution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reopenings', to='meetings.resolution')),
                ],
                options={
                    'ordering': ['at', 'pk'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='reopening_has_a_reason')],
                },
            ), migrations.CreateModel(
                name='ReopenedLimb',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('limb', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reopenings', to='recommendations.limb')),
                    ('reopening', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='limbs', to='recommendations.reopening')),
                ],
                options={
                    'ordering': ['reopening', 'limb'],
                    'constraints': [models.UniqueConstraint(fields=('reopening', 'limb'), name='reopened_limb_once')],
                },
            ), migrations.CreateModel(
                name='ReportEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('title', models.CharField(max_length=250)),
                    ('body', models.CharField(max_length=150, verbose_name='who wrote it')),
                    ('presented_to', models.CharField(max_length=150)),
                    ('presented_on', models.DateField()),
                    ('adopted_on', models.DateField()),
                    ('received_on', models.DateField(blank=True, null=True, verbose_name='when the cabinet had it')),
                    ('notice_on', models.DateField(blank=True, null=True, verbose_name='when the cabinet had the notice asking for a response')),
                    ('response_kind', models.CharField(choices=[('statutory', 'A response within two months, by law'), ('local', "A response by the council's own rule"), ('none', 'No response')], default='none', max_length=10)),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='recommendations.report')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='Service',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name', models.CharField(max_length=150, unique=True)),
                    ('post', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='services', to='people.post')),
                ],
                options={
                    'ordering': ['name'],
                },
            ), migrations.CreateModel(
                name='StrategyAction',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.PositiveSmallIntegerField()),
                    ('text', models.CharField(max_length=250)),
                    ('by', models.DateField(blank=True, null=True)),
                    ('every_months', models.PositiveSmallIntegerField(blank=True, null=True)),
                    ('services', models.ManyToManyField(blank=True, related_name='actions', to='recommendations.service')),
                    ('outcome', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='actions', to='recommendations.strategyoutcome')),
                ],
                options={
                    'ordering': ['outcome', 'number'],
                    'constraints': [models.UniqueConstraint(fields=('outcome', 'number'), name='action_number_once')],
                },
            ), migrations.CreateModel(
                name='StrategyActionEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('number', models.PositiveSmallIntegerField()),
                    ('text', models.CharField(max_length=250)),
                    ('by', models.DateField(blank=True, null=True)),
                    ('every_months', models.PositiveSmallIntegerField(blank=True, null=True)),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='recommendations.strategyaction')),
                    ('outcome', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='recommendations.strategyoutcome')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='StrategyEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('title', models.CharField(max_length=250)),
                    ('starts_on', models.DateField()),
                    ('ends_on', models.DateField()),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='recommendations.strategy')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='StrategyOutcomeEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('number', models.PositiveSmallIntegerField()),
                    ('text', models.CharField(max_length=250)),
                    ('baseline', models.CharField(blank=True, max_length=150, verbose_name='where it started')),
                    ('due_on', models.DateField(blank=True, null=True, verbose_name='when the panel wants to see it')),
                    ('version', models.PositiveIntegerField(default=1, editable=False)),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='recommendations.strategyoutcome')),
                    ('question', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='recommendations.strategyquestion')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='StrategyQuestionEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('number', models.PositiveSmallIntegerField()),
                    ('text', models.CharField(max_length=250)),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='recommendations.strategyquestion')),
                    ('strategy', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='recommendations.strategy')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='UpdateEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('kind', models.CharField(choices=[('progress', 'Progress'), ('nil', 'Nothing to report'), ('completion_claim', 'All of it is done'), ('response', 'Response'), ('correction', 'Correction of an earlier update')], default='progress', max_length=20)),
                    ('as_at', models.DateField(verbose_name='what day or period it speaks of')),
                    ('precision', models.CharField(choices=[('day', 'A day'), ('month', 'A month'), ('quarter', 'A quarter'), ('year', 'A year'), ('financial_year', 'A financial year (to 31 March)'), ('academic_year', 'An academic year (to 31 August)')], default='month', max_length=15)),
                    ('reported_on', models.DateField(blank=True, null=True)),
                    ('reported_to', models.CharField(blank=True, max_length=150, verbose_name='to whom, when not the panel')),
                    ('text', models.TextField()),
                    ('reason', models.TextField(blank=True, verbose_name='why there is nothing to report')),
                    ('says_slipped', models.BooleanField(default=False, verbose_name='its owner says it has slipped')),
                    ('impact', models.CharField(choices=[('none_claimed', 'No effect claimed'), ('too_early', 'Too early to tell'), ('improved', 'Improved'), ('no_change', 'No change'), ('worse', 'Worse')], default='none_claimed', max_length=15)),
                    ('impact_reason', models.CharField(blank=True, max_length=250)),
                    ('classification', models.CharField(choices=[('public', 'Anyone'), ('members', 'People with a sign-in'), ('exempt', 'Exempt: members of the panel, and officers with cause')], default='public', max_length=10)),
                    ('state', models.CharField(choices=[('draft', 'Draft'), ('submitted', 'With democratic services'), ('published', 'Published')], default='draft', max_length=10)),
                    ('returned_because', models.TextField(blank=True, verbose_name='what democratic services asked to change')),
                    ('published_at', models.DateTimeField(blank=True, null=True)),
                    ('version', models.PositiveIntegerField(default=1, editable=False)),
                    ('author', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('author_post', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='people.post')),
                    ('item', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='meetings.agendaitem')),
                    ('outcome', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='recommendations.strategyoutcome')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='recommendations.update')),
                    ('published_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('recommendation', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='recommendations.recommendation')),
                    ('supersedes', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='recommendations.update')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='DueRevision',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('due_on', models.DateField()),
                    ('reason', models.TextField()),
                    ('agreed_by', models.CharField(max_length=150, verbose_name='who agreed')),
                    ('agreed_on', models.DateField()),
                    ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('resolution', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='due_revisions', to='meetings.resolution')),
                    ('recommendation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='revisions', to='recommendations.recommendation')),
                ],
                options={
                    'ordering': ['recommendation', 'agreed_on', 'pk'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='due_revision_has_a_reason')],
                },
            ), migrations.CreateModel(
                name='DueRevisionEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('due_on', models.DateField()),
                    ('reason', models.TextField()),
                    ('agreed_by', models.CharField(max_length=150, verbose_name='who agreed')),
                    ('agreed_on', models.DateField()),
                    ('by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='recommendations.duerevision')),
                    ('resolution', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='meetings.resolution')),
                    ('recommendation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='recommendations.recommendation')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='DueRoundEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('due_on', models.DateField()),
                    ('met_on', models.DateField(blank=True, null=True)),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='recommendations.dueround')),
                    ('recommendation', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='recommendations.recommendation')),
                ],
                options={
                    'abstract': False,
                },
            ), pgtrigger.migrations.AddTrigger(
                model_name='report',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "recommendations_reportevent" ("adopted_on", "body", "id", "notice_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "presented_on", "presented_to", "received_on", "response_kind", "title") VALUES (NEW."adopted_on", NEW."body", NEW."id", NEW."notice_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."presented_on", NEW."presented_to", NEW."received_on", NEW."response_kind", NEW."title"); RETURN NULL;', hash='e5f57b43cd9f449070c4d2090f61083ff1072414', operation='INSERT', pgid='pgtrigger_insert_insert_a3bc0', table='recommendations_report', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='report',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "recommendations_reportevent" ("adopted_on", "body", "id", "notice_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "presented_on", "presented_to", "received_on", "response_kind", "title") VALUES (NEW."adopted_on", NEW."body", NEW."id", NEW."notice_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."presented_on", NEW."presented_to", NEW."received_on", NEW."response_kind", NEW."title"); RETURN NULL;', hash='a67e73e598a3c3f605df154c9ca4433187d17190', operation='UPDATE', pgid='pgtrigger_update_update_8a80f', table='recommendations_report', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='report',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "recommendations_reportevent" ("adopted_on", "body", "id", "notice_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "presented_on", "presented_to", "received_on", "response_kind", "title") VALUES (OLD."adopted_on", OLD."body", OLD."id", OLD."notice_on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."presented_on", OLD."presented_to", OLD."received_on", OLD."response_kind", OLD."title"); RETURN NULL;', hash='1045858aa3baeea40e449e4e0363c59eec5b376a', operation='DELETE', pgid='pgtrigger_delete_delete_b75e7', table='recommendations_report', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='strategy',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "recommendations_strategyevent" ("ends_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "title") VALUES (NEW."ends_on", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."starts_on", NEW."title"); RETURN NULL;', hash='6107319bb646c3eaac2015afb29aa8594ea31801', operation='INSERT', pgid='pgtrigger_insert_insert_3c4ce', table='recommendations_strategy', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='strategy',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "recommendations_strategyevent" ("ends_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "title") VALUES (NEW."ends_on", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."starts_on", NEW."title"); RETURN NULL;', hash='4bc530171e60c938a1fb03ef6452e4f332ee3e39', operation='UPDATE', pgid='pgtrigger_update_update_4f5f8', table='recommendations_strategy', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='strategy',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "recommendations_strategyevent" ("ends_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "title") VALUES (OLD."ends_on", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."starts_on", OLD."title"); RETURN NULL;', hash='9846c577a2521e2784da34d66fee81bad57f2053', operation='DELETE', pgid='pgtrigger_delete_delete_9fedb', table='recommendations_strategy', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='limb',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "recommendations_limbevent" ("done_on", "id", "letter", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation_id", "status", "text") VALUES (NEW."done_on", NEW."id", NEW."letter", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."recommendation_id", NEW."status", NEW."text"); RETURN NULL;', hash='9b389237adb2850c4b0c34b5d5040e60179cffe4', operation='INSERT', pgid='pgtrigger_insert_insert_c2d52', table='recommendations_limb', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='limb',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "recommendations_limbevent" ("done_on", "id", "letter", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation_id", "status", "text") VALUES (NEW."done_on", NEW."id", NEW."letter", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."recommendation_id", NEW."status", NEW."text"); RETURN NULL;', hash='482bc3b9519c0c3f8655cb30d4dae0942ff54d68', operation='UPDATE', pgid='pgtrigger_update_update_69d14', table='recommendations_limb', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='limb',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "recommendations_limbevent" ("done_on", "id", "letter", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation_id", "status", "text") VALUES (OLD."done_on", OLD."id", OLD."letter", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."recommendation_id", OLD."status", OLD."text"); RETURN NULL;', hash='1796f33cf89d1f18b15de109d1c88fcf01fbfdbd', operation='DELETE', pgid='pgtrigger_delete_delete_ccfc1', table='recommendations_limb', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='follower',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "recommendations_followerevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation_id", "user_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."recommendation_id", NEW."user_id"); RETURN NULL;', hash='2a309ce0727793ddfab40a19c58f240f2b1207d9', operation='INSERT', pgid='pgtrigger_insert_insert_1cccb', table='recommendations_follower', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='follower',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "recommendations_followerevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation_id", "user_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."recommendation_id", NEW."user_id"); RETURN NULL;', hash='d24a63e252a3119d50e7d73c1ce27e39d3d7872b', operation='UPDATE', pgid='pgtrigger_update_update_48ac1', table='recommendations_follower', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='follower',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "recommendations_followerevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation_id", "user_id") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."recommendation_id", OLD."user_id"); RETURN NULL;', hash='2af18c16cda3fb5b395f006992db1330166217f1', operation='DELETE', pgid='pgtrigger_delete_delete_2d2ff', table='recommendations_follower', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='dueround',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "recommendations_dueroundevent" ("due_on", "id", "met_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation_id") VALUES (NEW."due_on", NEW."id", NEW."met_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."recommendation_id"); RETURN NULL;', hash='bcb8f4038184365e03e2346bd7873dc5f4bdc5da', operation='INSERT', pgid='pgtrigger_insert_insert_1c413', table='recommendations_dueround', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='dueround',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "recommendations_dueroundevent" ("due_on", "id", "met_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation_id") VALUES (NEW."due_on", NEW."id", NEW."met_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."recommendation_id"); RETURN NULL;', hash='e5bff559bb8a6aea4a52fc9461dc33c13dfb2aff', operation='UPDATE', pgid='pgtrigger_update_update_5735c', table='recommendations_dueround', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='dueround',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "recommendations_dueroundevent" ("due_on", "id", "met_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recommendation_id") VALUES (OLD."due_on", OLD."id", OLD."met_on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."recommendation_id"); RETURN NULL;', hash='b4506fe6cd729204e6d4abb23b1ea22d6ec0af60', operation='DELETE', pgid='pgtrigger_delete_delete_6ebb2', table='recommendations_dueround', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='duerevision',
                trigger=pgtrigger.compiler.Trigger(name='stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='708129c9fc1c2d58796162e6ef8fc9ac91e26270', operation='UPDATE OR DELETE', pgid='pgtrigger_stays_e3c0f', table='recommendations_duerevision', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='duerevision',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "recommendations_duerevisionevent" ("agreed_by", "agreed_on", "by_id", "due_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recommendation_id", "resolution_id") VALUES (NEW."agreed_by", NEW."agreed_on", NEW."by_id", NEW."due_on", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."recommendation_id", NEW."resolution_id"); RETURN NULL;', hash='427402b9cc2397616d44450c738b77f50a5ad2db', operation='INSERT', pgid='pgtrigger_insert_insert_64d8a', table='recommendations_duerevision', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='duerevision',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "recommendations_duerevisionevent" ("agreed_by", "agreed_on", "by_id", "due_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recommendation_id", "resolution_id") VALUES (NEW."agreed_by", NEW."agreed_on", NEW."by_id", NEW."due_on", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."recommendation_id", NEW."resolution_id"); RETURN NULL;', hash='71fa18395989f612aeabe1ed8d991d4ebd939d78', operation='UPDATE', pgid='pgtrigger_update_update_f432f', table='recommendations_duerevision', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='duerevision',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "recommendations_duerevisionevent" ("agreed_by", "agreed_on", "by_id", "due_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "recommendation_id", "resolution_id") VALUES (OLD."agreed_by", OLD."agreed_on", OLD."by_id", OLD."due_on", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."recommendation_id", OLD."resolution_id"); RETURN NULL;', hash='cb18324932e0c56a007f5c4e7f8cb7558ac7532d', operation='DELETE', pgid='pgtrigger_delete_delete_cb6e4', table='recommendations_duerevision', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='closure',
                trigger=pgtrigger.compiler.Trigger(name='stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='2a5f99460bf337c429f28070d47abbd7c9e2bf65', operation='UPDATE OR DELETE', pgid='pgtrigger_stays_4deb8', table='recommendations_closure', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='reminder',
                trigger=pgtrigger.compiler.Trigger(name='stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='4c331cd4e43ea0ac5cffb1e10d84bbd14c77eb34', operation='UPDATE OR DELETE', pgid='pgtrigger_stays_6496f', table='recommendations_reminder', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='reopening',
                trigger=pgtrigger.compiler.Trigger(name='stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='6cd34cd67a4cb3fcff941991a0d7c6f2ccfb1023', operation='UPDATE OR DELETE', pgid='pgtrigger_stays_c6c77', table='recommendations_reopening', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='reopenedlimb',
                trigger=pgtrigger.compiler.Trigger(name='stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='bdee9a5bfa6a845d3198b0591deb1f7c17a403cf', operation='UPDATE OR DELETE', pgid='pgtrigger_stays_058cd', table='recommendations_reopenedlimb', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='strategyaction',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "recommendations_strategyactionevent" ("by", "every_months", "id", "number", "outcome_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."by", NEW."every_months", NEW."id", NEW."number", NEW."outcome_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."text"); RETURN NULL;', hash='96bb44703f3f38b19b7aa6e132ebf403fbbf9459', operation='INSERT', pgid='pgtrigger_insert_insert_fa26c', table='recommendations_strategyaction', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='strategyaction',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "recommendations_strategyactionevent" ("by", "every_months", "id", "number", "outcome_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (NEW."by", NEW."every_months", NEW."id", NEW."number", NEW."outcome_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."text"); RETURN NULL;', hash='4e87b2877fdcc6ede87d345476f4dbe3c1a7efff', operation='UPDATE', pgid='pgtrigger_update_update_d9f2d', table='recommendations_strategyaction', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='strategyaction',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "recommendations_strategyactionevent" ("by", "every_months", "id", "number", "outcome_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") VALUES (OLD."by", OLD."every_months", OLD."id", OLD."number", OLD."outcome_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."text"); RETURN NULL;', hash='f2858b2802cf638d7d6a4fad8efecb7b56661e20', operation='DELETE', pgid='pgtrigger_delete_delete_ef807', table='recommendations_strategyaction', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='strategyquestion',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "recommendations_strategyquestionevent" ("id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "strategy_id", "text") VALUES (NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."strategy_id", NEW."text"); RETURN NULL;', hash='193f9df8c4e5ec6c5222a210791f8085696e7a74', operation='INSERT', pgid='pgtrigger_insert_insert_6a9a9', table='recommendations_strategyquestion', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='strategyquestion',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "recommendations_strategyquestionevent" ("id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "strategy_id", "text") VALUES (NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."strategy_id", NEW."text"); RETURN NULL;', hash='6b5463ca852ddb9a8a79ba4ec3bdc739b4b0594c', operation='UPDATE', pgid='pgtrigger_update_update_4b876', table='recommendations_strategyquestion', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='strategyquestion',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "recommendations_strategyquestionevent" ("id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "strategy_id", "text") VALUES (OLD."id", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."strategy_id", OLD."text"); RETURN NULL;', hash='a63686613bd5bda1d53afc3778e00cb03e0d7fd7', operation='DELETE', pgid='pgtrigger_delete_delete_cf259', table='recommendations_strategyquestion', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='strategyoutcome',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "recommendations_strategyoutcomeevent" ("baseline", "due_on", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_id", "text", "version") VALUES (NEW."baseline", NEW."due_on", NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."question_id", NEW."text", NEW."version"); RETURN NULL;', hash='422c99688959dc0f700dc37db401dde8fbd128ff', operation='INSERT', pgid='pgtrigger_insert_insert_86cfe', table='recommendations_strategyoutcome', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='strategyoutcome',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "recommendations_strategyoutcomeevent" ("baseline", "due_on", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_id", "text", "version") VALUES (NEW."baseline", NEW."due_on", NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."question_id", NEW."text", NEW."version"); RETURN NULL;', hash='a0d6a3757241025446af22f595d6566627dcd43a', operation='UPDATE', pgid='pgtrigger_update_update_1d433', table='recommendations_strategyoutcome', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='strategyoutcome',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "recommendations_strategyoutcomeevent" ("baseline", "due_on", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question_id", "text", "version") VALUES (OLD."baseline", OLD."due_on", OLD."id", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."question_id", OLD."text", OLD."version"); RETURN NULL;', hash='1648402393a2266899de826ce3b1898db9b35ef5', operation='DELETE', pgid='pgtrigger_delete_delete_4377d', table='recommendations_strategyoutcome', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='update',
                trigger=pgtrigger.compiler.Trigger(name='published_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."state" = \'published\')', func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='6169434e31c874f1f6b18bee66c8be0604db8fd3', operation='UPDATE OR DELETE', pgid='pgtrigger_published_stays_0a6cf', table='recommendations_update', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='update',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "recommendations_updateevent" ("as_at", "author_id", "author_post_id", "classification", "id", "impact", "impact_reason", "item_id", "kind", "outcome_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "published_at", "published_by_id", "reason", "recommendation_id", "reported_on", "reported_to", "returned_because", "says_slipped", "state", "supersedes_id", "text", "version") VALUES (NEW."as_at", NEW."author_id", NEW."author_post_id", NEW."classification", NEW."id", NEW."impact", NEW."impact_reason", NEW."item_id", NEW."kind", NEW."outcome_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."precision", NEW."published_at", NEW."published_by_id", NEW."reason", NEW."recommendation_id", NEW."reported_on", NEW."reported_to", NEW."returned_because", NEW."says_slipped", NEW."state", NEW."supersedes_id", NEW."text", NEW."version"); RETURN NULL;', hash='5c4d9cfffdccf6949c4fdc4d2ebd39902257c071', operation='INSERT', pgid='pgtrigger_insert_insert_1e9c1', table='recommendations_update', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='update',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "recommendations_updateevent" ("as_at", "author_id", "author_post_id", "classification", "id", "impact", "impact_reason", "item_id", "kind", "outcome_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "published_at", "published_by_id", "reason", "recommendation_id", "reported_on", "reported_to", "returned_because", "says_slipped", "state", "supersedes_id", "text", "version") VALUES (NEW."as_at", NEW."author_id", NEW."author_post_id", NEW."classification", NEW."id", NEW."impact", NEW."impact_reason", NEW."item_id", NEW."kind", NEW."outcome_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."precision", NEW."published_at", NEW."published_by_id", NEW."reason", NEW."recommendation_id", NEW."reported_on", NEW."reported_to", NEW."returned_because", NEW."says_slipped", NEW."state", NEW."supersedes_id", NEW."text", NEW."version"); RETURN NULL;', hash='fffc7b35abf4eafc87f6dd745c76fdf28c4df64b', operation='UPDATE', pgid='pgtrigger_update_update_ef3d5', table='recommendations_update', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='update',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "recommendations_updateevent" ("as_at", "author_id", "author_post_id", "classification", "id", "impact", "impact_reason", "item_id", "kind", "outcome_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "published_at", "published_by_id", "reason", "recommendation_id", "reported_on", "reported_to", "returned_because", "says_slipped", "state", "supersedes_id", "text", "version") VALUES (OLD."as_at", OLD."author_id", OLD."author_post_id", OLD."classification", OLD."id", OLD."impact", OLD."impact_reason", OLD."item_id", OLD."kind", OLD."outcome_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."precision", OLD."published_at", OLD."published_by_id", OLD."reason", OLD."recommendation_id", OLD."reported_on", OLD."reported_to", OLD."returned_because", OLD."says_slipped", OLD."state", OLD."supersedes_id", OLD."text", OLD."version"); RETURN NULL;', hash='aa6452e57d47fd2fdcd806a1d9b8714533dba624', operation='DELETE', pgid='pgtrigger_delete_delete_fe9c0', table='recommendations_update', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='recommendation',
                trigger=pgtrigger.compiler.Trigger(name='no_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='8556bcea73cc4d9e3e38f1fe6d073fe982b628df', operation='DELETE', pgid='pgtrigger_no_delete_db252', table='recommendations_recommendation', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='recommendation',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "recommendations_recommendationevent" ("affects_young_people", "awaited_event", "current_update_id", "due_meeting_id", "due_on", "due_precision", "due_rule", "due_words", "event_on", "every_months", "finding", "groups_named", "has_no_movement", "id", "impact", "impact_reason", "is_forced_slipped", "met_on", "number", "owner_id", "pages", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "response", "response_by", "response_on", "response_reason", "restated", "short_title", "text", "theme_id", "version") VALUES (NEW."affects_young_people", NEW."awaited_event", NEW."current_update_id", NEW."due_meeting_id", NEW."due_on", NEW."due_precision", NEW."due_rule", NEW."due_words", NEW."event_on", NEW."every_months", NEW."finding", NEW."groups_named", NEW."has_no_movement", NEW."id", NEW."impact", NEW."impact_reason", NEW."is_forced_slipped", NEW."met_on", NEW."number", NEW."owner_id", NEW."pages", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."report_id", NEW."response", NEW."response_by", NEW."response_on", NEW."response_reason", NEW."restated", NEW."short_title", NEW."text", NEW."theme_id", NEW."version"); RETURN NULL;', hash='35722967d853cc93d1faff4a93d8b0399d27eb65', operation='INSERT', pgid='pgtrigger_insert_insert_d6b9e', table='recommendations_recommendation', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='recommendation',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "recommendations_recommendationevent" ("affects_young_people", "awaited_event", "current_update_id", "due_meeting_id", "due_on", "due_precision", "due_rule", "due_words", "event_on", "every_months", "finding", "groups_named", "has_no_movement", "id", "impact", "impact_reason", "is_forced_slipped", "met_on", "number", "owner_id", "pages", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "response", "response_by", "response_on", "response_reason", "restated", "short_title", "text", "theme_id", "version") VALUES (NEW."affects_young_people", NEW."awaited_event", NEW."current_update_id", NEW."due_meeting_id", NEW."due_on", NEW."due_precision", NEW."due_rule", NEW."due_words", NEW."event_on", NEW."every_months", NEW."finding", NEW."groups_named", NEW."has_no_movement", NEW."id", NEW."impact", NEW."impact_reason", NEW."is_forced_slipped", NEW."met_on", NEW."number", NEW."owner_id", NEW."pages", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."report_id", NEW."response", NEW."response_by", NEW."response_on", NEW."response_reason", NEW."restated", NEW."short_title", NEW."text", NEW."theme_id", NEW."version"); RETURN NULL;', hash='a04562bf31aa3a2cbd452ec18bfadcfc75d6f861', operation='UPDATE', pgid='pgtrigger_update_update_f7db8', table='recommendations_recommendation', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='recommendation',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "recommendations_recommendationevent" ("affects_young_people", "awaited_event", "current_update_id", "due_meeting_id", "due_on", "due_precision", "due_rule", "due_words", "event_on", "every_months", "finding", "groups_named", "has_no_movement", "id", "impact", "impact_reason", "is_forced_slipped", "met_on", "number", "owner_id", "pages", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "report_id", "response", "response_by", "response_on", "response_reason", "restated", "short_title", "text", "theme_id", "version") VALUES (OLD."affects_young_people", OLD."awaited_event", OLD."current_update_id", OLD."due_meeting_id", OLD."due_on", OLD."due_precision", OLD."due_rule", OLD."due_words", OLD."event_on", OLD."every_months", OLD."finding", OLD."groups_named", OLD."has_no_movement", OLD."id", OLD."impact", OLD."impact_reason", OLD."is_forced_slipped", OLD."met_on", OLD."number", OLD."owner_id", OLD."pages", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."report_id", OLD."response", OLD."response_by", OLD."response_on", OLD."response_reason", OLD."restated", OLD."short_title", OLD."text", OLD."theme_id", OLD."version"); RETURN NULL;', hash='ceec631acc29eae21cc3746ab52f1d4248973283', operation='DELETE', pgid='pgtrigger_delete_delete_540f8', table='recommendations_recommendation', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='nextstep',
                trigger=pgtrigger.compiler.Trigger(name='part_of_published_stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF EXISTS (\n            SELECT 1 FROM recommendations_update one\n            WHERE one.state = 'published' AND one.id IN (OLD.update_id, NEW.update_id)\n        ) THEN\n            RAISE EXCEPTION 'This update is published: a correction is a new update.'\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'part_of_published_stays';\n        END IF;\n        IF TG_OP = 'DELETE' THEN\n            RETURN OLD;\n        END IF;\n        RETURN NEW;\n    ", hash='bb97a888f2e93260bbf0ca4168d5774b00b47689', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_part_of_published_stays_838d2', table='recommendations_nextstep', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='limbreport',
                trigger=pgtrigger.compiler.Trigger(name='part_of_published_stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF EXISTS (\n            SELECT 1 FROM recommendations_update one\n            WHERE one.state = 'published' AND one.id IN (OLD.update_id, NEW.update_id)\n        ) THEN\n            RAISE EXCEPTION 'This update is published: a correction is a new update.'\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'part_of_published_stays';\n        END IF;\n        IF TG_OP = 'DELETE' THEN\n            RETURN OLD;\n        END IF;\n        RETURN NEW;\n    ", hash='794c05219b6d3081c793c0ba748f927df3d47d5b', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_part_of_published_stays_b8bab', table='recommendations_limbreport', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='figuretold',
                trigger=pgtrigger.compiler.Trigger(name='part_of_published_stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF EXISTS (\n            SELECT 1 FROM recommendations_update one\n            WHERE one.state = 'published' AND one.id IN (OLD.update_id, NEW.update_id)\n        ) THEN\n            RAISE EXCEPTION 'This update is published: a correction is a new update.'\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'part_of_published_stays';\n        END IF;\n        IF TG_OP = 'DELETE' THEN\n            RETURN OLD;\n        END IF;\n        RETURN NEW;\n    ", hash='cd5dd95b4e47dc505036146052deb403ffbf8c49', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_part_of_published_stays_a0d9b', table='recommendations_figuretold', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='documentcited',
                trigger=pgtrigger.compiler.Trigger(name='part_of_published_stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF EXISTS (\n            SELECT 1 FROM recommendations_update one\n            WHERE one.state = 'published' AND one.id IN (OLD.update_id, NEW.update_id)\n        ) THEN\n            RAISE EXCEPTION 'This update is published: a correction is a new update.'\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'part_of_published_stays';\n        END IF;\n        IF TG_OP = 'DELETE' THEN\n            RETURN OLD;\n        END IF;\n        RETURN NEW;\n    ", hash='de7d95da4488c506b9847f88c4e78a1e7ee95762', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_part_of_published_stays_ac06d', table='recommendations_documentcited', when='BEFORE')),
            )],
        ),
    ]

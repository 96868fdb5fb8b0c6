import core.first_migration
import django.contrib.postgres.fields
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
        ('recommendations', '0001_tables'),
    ]

    operations = [
        core.first_migration.AllAtOnce(
            operations=[migrations.CreateModel(
                name='Group',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name', models.CharField(error_messages={'unique': 'There is a group of that name already.'}, max_length=100, unique=True)),
                    ('members', models.PositiveSmallIntegerField(verbose_name='how many young people belong to it now')),
                    ('youngest', models.PositiveSmallIntegerField(verbose_name='youngest age it is for')),
                    ('oldest', models.PositiveSmallIntegerField(verbose_name='oldest age it is for')),
                    ('is_council', models.BooleanField(default=False, verbose_name='a children in care council, which decides on cards')),
                    ('is_active', models.BooleanField(default=True)),
                    ('version', models.PositiveIntegerField(default=1, editable=False)),
                ],
                options={
                    'ordering': ['name'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('oldest__gte', models.F('youngest'))), name='group_ages_in_order', violation_error_message='The oldest age is below the youngest.')],
                },
            ), migrations.CreateModel(
                name='ChallengeCard',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('year', models.PositiveSmallIntegerField()),
                    ('number', models.PositiveSmallIntegerField()),
                    ('members_then', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='how many the group were')),
                    ('is_from_before', models.BooleanField(default=False, verbose_name='taken over from before the portal')),
                    ('title', models.CharField(max_length=120)),
                    ('question', models.TextField(max_length=1500, verbose_name='what the group asks for')),
                    ('why', models.TextField(blank=True, max_length=1500, verbose_name='why it matters to them')),
                    ('outcome', models.TextField(blank=True, max_length=1500, verbose_name='what is known of its outcome')),
                    ('received_on', models.DateField(blank=True, null=True)),
                    ('received_precision', models.CharField(choices=[('day', 'A day'), ('month', 'A month'), ('quarter', 'A quarter'), ('year', 'A year'), ('financial_year', 'A financial year (to 31 March)'), ('academic_year', 'An academic year (to 31 August)')], default='day', max_length=15)),
                    ('state', models.CharField(choices=[('received', 'Received'), ('redirected', 'Passed to the right person'), ('with_council', 'With a children in care council'), ('not_taken_forward', 'Not taken forward'), ('supported', 'Supported by a children in care council'), ('with_officers', 'With senior officers'), ('actions_agreed', 'Actions agreed'), ('responded', 'Answered, verdict asked for'), ('closed', 'Closed by the group’s verdict'), ('withdrawn', 'Withdrawn by the group')], default='received', max_length=20)),
                    ('round', models.PositiveSmallIntegerField(default=1, verbose_name='which answer is being given')),
                    ('is_held', models.BooleanField(default=False, verbose_name='two people look at its words first')),
                    ('taken_down_at', models.DateTimeField(blank=True, null=True)),
                    ('version', models.PositiveIntegerField(default=1, editable=False)),
                    ('outcomes', models.ManyToManyField(blank=True, related_name='cards', to='recommendations.strategyoutcome')),
                    ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='cards', to='people.post')),
                    ('pledges', models.ManyToManyField(blank=True, related_name='cards', to='recommendations.pledgetheme')),
                    ('principles', models.ManyToManyField(blank=True, related_name='cards', to='recommendations.principle')),
                    ('recommendations', models.ManyToManyField(blank=True, related_name='cards', to='recommendations.recommendation')),
                    ('undertakings', models.ManyToManyField(blank=True, related_name='cards', to='meetings.undertaking')),
                    ('group', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='cards', to='challenge_cards.group')),
                ],
                options={
                    'ordering': ['-year', '-number'],
                    'constraints': [models.UniqueConstraint(fields=('year', 'number'), name='card_number_once'), models.CheckConstraint(condition=models.Q(('is_from_before', True), models.Q(('group__isnull', False), ('members_then__gte', 5), ('received_on__isnull', False)), _connector='OR'), name='card_of_a_group_large_enough', violation_error_message='A card is raised by a group of at least 5 young people.'), models.CheckConstraint(condition=models.Q(('state', 'redirected'), _negated=True), name='card_passed_on_is_only_a_count')],
                },
            ), migrations.CreateModel(
                name='CardAction',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('round', models.PositiveSmallIntegerField(default=1)),
                    ('text', models.TextField(max_length=500, verbose_name='what will be done')),
                    ('due_on', models.DateField(blank=True, null=True, verbose_name='by the end of')),
                    ('precision', models.CharField(choices=[('day', 'A day'), ('month', 'A month'), ('quarter', 'A quarter'), ('year', 'A year'), ('financial_year', 'A financial year (to 31 March)'), ('academic_year', 'An academic year (to 31 August)')], default='day', max_length=15)),
                    ('status', models.CharField(choices=[('agreed', 'Agreed'), ('on_track', 'On track'), ('done', 'Done'), ('not_possible', 'Cannot be done')], default='agreed', max_length=12)),
                    ('done_on', models.DateField(blank=True, null=True)),
                    ('evidence', models.TextField(blank=True, max_length=1000, verbose_name='what shows it, or why it cannot be done')),
                    ('is_held', models.BooleanField(default=False)),
                    ('version', models.PositiveIntegerField(default=1, editable=False)),
                    ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='card_actions', to='people.post')),
                    ('card', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='actions', to='challenge_cards.challengecard')),
                ],
                options={
                    'ordering': ['card', 'round', 'pk'],
                    'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('status', 'not_possible'), _negated=True), models.Q(('evidence', ''), _negated=True), ('is_held', True), _connector='OR'), name='card_action_not_possible_with_a_reason', violation_error_message='Say why it cannot be done.'), models.CheckConstraint(condition=models.Q(('status', 'done'), ('done_on', None), _connector='OR'), name='card_action_done_on_a_day_when_done')],
                },
            ), migrations.CreateModel(
                name='CardActionEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('round', models.PositiveSmallIntegerField(default=1)),
                    ('due_on', models.DateField(blank=True, null=True, verbose_name='by the end of')),
                    ('precision', models.CharField(choices=[('day', 'A day'), ('month', 'A month'), ('quarter', 'A quarter'), ('year', 'A year'), ('financial_year', 'A financial year (to 31 March)'), ('academic_year', 'An academic year (to 31 August)')], default='day', max_length=15)),
                    ('status', models.CharField(choices=[('agreed', 'Agreed'), ('on_track', 'On track'), ('done', 'Done'), ('not_possible', 'Cannot be done')], default='agreed', max_length=12)),
                    ('done_on', models.DateField(blank=True, null=True)),
                    ('is_held', models.BooleanField(default=False)),
                    ('version', models.PositiveIntegerField(default=1, editable=False)),
                    ('owner', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='people.post')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='challenge_cards.cardaction')),
                    ('card', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='challenge_cards.challengecard')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='CardPromise',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('round', models.PositiveSmallIntegerField(default=1)),
                    ('due_on', models.DateField(verbose_name='the last day')),
                    ('precision', models.CharField(choices=[('day', 'A day'), ('month', 'A month'), ('quarter', 'A quarter'), ('year', 'A year'), ('financial_year', 'A financial year (to 31 March)'), ('academic_year', 'An academic year (to 31 August)')], default='month', max_length=15)),
                    ('made_on', models.DateField()),
                    ('agreed_by', models.CharField(blank=True, max_length=150, verbose_name='who agreed')),
                    ('reason', models.TextField(blank=True, max_length=1000, verbose_name='why it is later')),
                    ('is_held', models.BooleanField(default=False)),
                    ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('card', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='promises', to='challenge_cards.challengecard')),
                ],
                options={
                    'ordering': ['card', 'round', 'made_on', 'pk'],
                },
            ), migrations.CreateModel(
                name='CardPromiseEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('round', models.PositiveSmallIntegerField(default=1)),
                    ('due_on', models.DateField(verbose_name='the last day')),
                    ('precision', models.CharField(choices=[('day', 'A day'), ('month', 'A month'), ('quarter', 'A quarter'), ('year', 'A year'), ('financial_year', 'A financial year (to 31 March)'), ('academic_year', 'An academic year (to 31 August)')], default='month', max_length=15)),
                    ('made_on', models.DateField()),
                    ('agreed_by', models.CharField(blank=True, max_length=150, verbose_name='who agreed')),
                    ('is_held', models.BooleanField(default=False)),
                    ('by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='challenge_cards.cardpromise')),
                    ('card', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='challenge_cards.challengecard')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='CardResponse',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('round', models.PositiveSmallIntegerField(default=1)),
                    ('text', models.TextField(max_length=5000, verbose_name='the answer')),
                    ('published_on', models.DateField(blank=True, null=True)),
                    ('is_held', models.BooleanField(default=False)),
                    ('version', models.PositiveIntegerField(default=1, editable=False)),
                    ('item', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='card_responses', to='meetings.agendaitem')),
                    ('published_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('card', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='responses', to='challenge_cards.challengecard')),
                ],
                options={
                    'ordering': ['card', 'round'],
                    'constraints': [models.UniqueConstraint(fields=('card', 'round'), name='card_answered_once_a_round'), models.CheckConstraint(condition=models.Q(('published_on', None), models.Q(('is_held', False), ('item__isnull', False)), _connector='OR'), name='card_response_on_an_agenda', violation_error_message="Say at which item of a panel's agenda the answer is given.")],
                },
            ), migrations.CreateModel(
                name='CardResponseEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('round', models.PositiveSmallIntegerField(default=1)),
                    ('published_on', models.DateField(blank=True, null=True)),
                    ('is_held', models.BooleanField(default=False)),
                    ('version', models.PositiveIntegerField(default=1, editable=False)),
                    ('item', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='meetings.agendaitem')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='challenge_cards.cardresponse')),
                    ('published_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('card', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='challenge_cards.challengecard')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='CardStep',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('received', 'The group asked'), ('to_council', 'Given to a children in care council'), ('supported', 'The council supported it'), ('not_forward', 'The council did not take it forward'), ('to_officers', 'Given to senior officers'), ('agreed', 'Actions agreed'), ('begun', 'Work began'), ('event', 'An event'), ('reported', 'Reported to the panel'), ('responded', 'Answered'), ('delayed', 'A later day was promised'), ('verdict', 'The group was told, and said whether it worked'), ('reopened', 'Taken up again'), ('closed', 'Closed'), ('withdrawn', 'Withdrawn by the group'), ('taken_down', 'Taken off the public page'), ('put_back', 'Put back on the public page')], max_length=12)),
                    ('on', models.DateField(blank=True, null=True)),
                    ('precision', models.CharField(choices=[('day', 'A day'), ('month', 'A month'), ('quarter', 'A quarter'), ('year', 'A year'), ('financial_year', 'A financial year (to 31 March)'), ('academic_year', 'An academic year (to 31 August)')], default='day', max_length=15)),
                    ('body', models.CharField(blank=True, max_length=150, verbose_name='who')),
                    ('note', models.TextField(blank=True, max_length=1000)),
                    ('round', models.PositiveSmallIntegerField(default=1)),
                    ('is_held', models.BooleanField(default=False)),
                    ('at', models.DateTimeField(auto_now_add=True)),
                    ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('item', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='card_steps', to='meetings.agendaitem')),
                    ('card', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='steps', to='challenge_cards.challengecard')),
                ],
                options={
                    'ordering': ['card', 'on', 'pk'],
                },
            ), migrations.CreateModel(
                name='CardStepEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('kind', models.CharField(choices=[('received', 'The group asked'), ('to_council', 'Given to a children in care council'), ('supported', 'The council supported it'), ('not_forward', 'The council did not take it forward'), ('to_officers', 'Given to senior officers'), ('agreed', 'Actions agreed'), ('begun', 'Work began'), ('event', 'An event'), ('reported', 'Reported to the panel'), ('responded', 'Answered'), ('delayed', 'A later day was promised'), ('verdict', 'The group was told, and said whether it worked'), ('reopened', 'Taken up again'), ('closed', 'Closed'), ('withdrawn', 'Withdrawn by the group'), ('taken_down', 'Taken off the public page'), ('put_back', 'Put back on the public page')], max_length=12)),
                    ('on', models.DateField(blank=True, null=True)),
                    ('precision', models.CharField(choices=[('day', 'A day'), ('month', 'A month'), ('quarter', 'A quarter'), ('year', 'A year'), ('financial_year', 'A financial year (to 31 March)'), ('academic_year', 'An academic year (to 31 August)')], default='day', max_length=15)),
                    ('round', models.PositiveSmallIntegerField(default=1)),
                    ('is_held', models.BooleanField(default=False)),
                    ('at', models.DateTimeField(auto_now_add=True)),
                    ('by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('item', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='meetings.agendaitem')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='challenge_cards.cardstep')),
                    ('card', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='challenge_cards.challengecard')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='CardVerdict',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('round', models.PositiveSmallIntegerField()),
                    ('told_on', models.DateField(verbose_name='when the group was told')),
                    ('told_at', models.CharField(max_length=150, verbose_name='at which of its meetings')),
                    ('opinion', models.CharField(choices=[('yes', 'Yes'), ('partly', 'Partly'), ('not_yet', 'Not yet'), ('no_view', 'No view')], max_length=10)),
                    ('words', models.TextField(blank=True, max_length=600, verbose_name="in the group's words")),
                    ('council_asks', models.BooleanField(default=False, verbose_name='the council asks for more')),
                    ('is_held', models.BooleanField(default=False)),
                    ('at', models.DateTimeField(auto_now_add=True)),
                    ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('card', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='verdicts', to='challenge_cards.challengecard')),
                ],
                options={
                    'ordering': ['card', 'round'],
                    'constraints': [models.UniqueConstraint(fields=('card', 'round'), name='card_verdict_once_a_round')],
                },
            ), migrations.CreateModel(
                name='CardVerdictEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('round', models.PositiveSmallIntegerField()),
                    ('told_on', models.DateField(verbose_name='when the group was told')),
                    ('told_at', models.CharField(max_length=150, verbose_name='at which of its meetings')),
                    ('opinion', models.CharField(choices=[('yes', 'Yes'), ('partly', 'Partly'), ('not_yet', 'Not yet'), ('no_view', 'No view')], max_length=10)),
                    ('council_asks', models.BooleanField(default=False, verbose_name='the council asks for more')),
                    ('is_held', models.BooleanField(default=False)),
                    ('at', models.DateTimeField(auto_now_add=True)),
                    ('by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='challenge_cards.cardverdict')),
                    ('card', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='challenge_cards.challengecard')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='CardWording',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('round', models.PositiveSmallIntegerField(default=1)),
                    ('audience', models.CharField(choices=[('7-11', 'Ages 7 to 11'), ('11-16', 'Ages 11 to 16'), ('16-21', 'Ages 16 to 21')], default='11-16', max_length=5)),
                    ('language', models.CharField(choices=[('en', 'English'), ('sq', 'Shqip'), ('ar', 'العربية'), ('prs', 'دری'), ('ckb', 'کوردی'), ('ps', 'پښتو'), ('ti', 'ትግርኛ'), ('uk', 'Українська'), ('vi', 'Tiếng Việt')], default='en', max_length=3)),
                    ('you_said', models.TextField(max_length=600)),
                    ('we_promised', models.TextField(blank=True, max_length=600, verbose_name='what we promised')),
                    ('we_did', models.TextField(blank=True, max_length=600, verbose_name='what we did')),
                    ('we_could_not', models.TextField(blank=True, max_length=600, verbose_name='what we could not do, and why')),
                    ('what_next', models.TextField(blank=True, max_length=600, verbose_name='what comes next')),
                    ('checked_at', models.DateTimeField(blank=True, null=True)),
                    ('is_held', models.BooleanField(default=False)),
                    ('version', models.PositiveIntegerField(default=1, editable=False)),
                    ('checked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('card', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='wordings', to='challenge_cards.challengecard')),
                ],
                options={
                    'ordering': ['card', '-round', 'audience', 'language'],
                    'constraints': [models.UniqueConstraint(fields=('card', 'round', 'audience', 'language'), name='card_wording_once'), models.CheckConstraint(condition=models.Q(models.Q(('checked_at', None), ('checked_by', None)), models.Q(('checked_at__isnull', False), ('checked_by__isnull', False), ('is_held', False)), _connector='OR'), name='card_wording_checked_by_somebody')],
                },
            ), migrations.CreateModel(
                name='CardWordingEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('round', models.PositiveSmallIntegerField(default=1)),
                    ('audience', models.CharField(choices=[('7-11', 'Ages 7 to 11'), ('11-16', 'Ages 11 to 16'), ('16-21', 'Ages 16 to 21')], default='11-16', max_length=5)),
                    ('language', models.CharField(choices=[('en', 'English'), ('sq', 'Shqip'), ('ar', 'العربية'), ('prs', 'دری'), ('ckb', 'کوردی'), ('ps', 'پښتو'), ('ti', 'ትግርኛ'), ('uk', 'Українська'), ('vi', 'Tiếng Việt')], default='en', max_length=3)),
                    ('checked_at', models.DateTimeField(blank=True, null=True)),
                    ('is_held', models.BooleanField(default=False)),
                    ('version', models.PositiveIntegerField(default=1, editable=False)),
                    ('checked_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='challenge_cards.cardwording')),
                    ('card', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='challenge_cards.challengecard')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='ChallengeCardIdYearNumberStateRoundOwnerTakenDownAtVersionEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('year', models.PositiveSmallIntegerField()),
                    ('number', models.PositiveSmallIntegerField()),
                    ('state', models.CharField(choices=[('received', 'Received'), ('redirected', 'Passed to the right person'), ('with_council', 'With a children in care council'), ('not_taken_forward', 'Not taken forward'), ('supported', 'Supported by a children in care council'), ('with_officers', 'With senior officers'), ('actions_agreed', 'Actions agreed'), ('responded', 'Answered, verdict asked for'), ('closed', 'Closed by the group’s verdict'), ('withdrawn', 'Withdrawn by the group')], default='received', max_length=20)),
                    ('round', models.PositiveSmallIntegerField(default=1, verbose_name='which answer is being given')),
                    ('taken_down_at', models.DateTimeField(blank=True, null=True)),
                    ('version', models.PositiveIntegerField(default=1, editable=False)),
                    ('owner', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='people.post')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='id_year_number_state_round_owner_taken_down_at_version_events', to='challenge_cards.challengecard')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='GroupEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('name', models.CharField(error_messages={'unique': 'There is a group of that name already.'}, max_length=100)),
                    ('members', models.PositiveSmallIntegerField(verbose_name='how many young people belong to it now')),
                    ('youngest', models.PositiveSmallIntegerField(verbose_name='youngest age it is for')),
                    ('oldest', models.PositiveSmallIntegerField(verbose_name='oldest age it is for')),
                    ('is_council', models.BooleanField(default=False, verbose_name='a children in care council, which decides on cards')),
                    ('is_active', models.BooleanField(default=True)),
                    ('version', models.PositiveIntegerField(default=1, editable=False)),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='challenge_cards.group')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='KnownName',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name', models.CharField(error_messages={'unique': 'This name is on the list already.'}, max_length=100, unique=True)),
                ],
                options={
                    'ordering': ['name'],
                },
            ), migrations.CreateModel(
                name='KnownNameEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('name', models.CharField(error_messages={'unique': 'This name is on the list already.'}, max_length=100)),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='challenge_cards.knownname')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='RedirectCount',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('month', models.DateField(verbose_name='first day of the month')),
                    ('route', models.CharField(choices=[('safeguarding', 'The safeguarding team'), ('social_worker', 'Their social worker or personal adviser'), ('advocate', 'An advocate'), ('reviewing_officer', 'Their independent reviewing officer'), ('complaints', 'The complaints team'), ('health', 'A nurse or doctor'), ('school', 'The virtual school')], max_length=20)),
                    ('count', models.PositiveIntegerField(default=0)),
                ],
                options={
                    'ordering': ['-month', 'route'],
                    'constraints': [models.UniqueConstraint(fields=('month', 'route'), name='redirects_counted_once'), models.CheckConstraint(condition=models.Q(('month__day', 1)), name='redirects_counted_by_month')],
                },
            ), migrations.CreateModel(
                name='Refusal',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('rule', models.CharField(choices=[('email', 'an e-mail address'), ('phone', 'a telephone number'), ('postcode', 'a postcode'), ('birth_date', 'a date of birth'), ('number_of_a_person', 'the number by which a person is kept on file'), ('handle', 'a name or address on a social network'), ('name', "a person's name"), ('initials', "a person's initials"), ('age', 'the age of one person'), ('place', 'the name of a school, home or street'), ('story', "one person's own story"), ('rare', 'details that together fit very few children')], max_length=20)),
                    ('field', models.CharField(max_length=40)),
                    ('at', models.DateTimeField(auto_now_add=True)),
                    ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'ordering': ['-at', '-pk'],
                },
            ), migrations.CreateModel(
                name='Review',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(max_length=12)),
                    ('row', models.PositiveBigIntegerField()),
                    ('fields', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), size=None)),
                    ('rules', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('email', 'an e-mail address'), ('phone', 'a telephone number'), ('postcode', 'a postcode'), ('birth_date', 'a date of birth'), ('number_of_a_person', 'the number by which a person is kept on file'), ('handle', 'a name or address on a social network'), ('name', "a person's name"), ('initials', "a person's initials"), ('age', 'the age of one person'), ('place', 'the name of a school, home or street'), ('story', "one person's own story"), ('rare', 'details that together fit very few children')], max_length=20), size=None)),
                    ('state', models.CharField(choices=[('waiting', 'Waiting'), ('released', 'Released'), ('removed', 'Taken out'), ('replaced', 'Written anew')], default='waiting', max_length=10)),
                    ('entered_at', models.DateTimeField(auto_now_add=True)),
                    ('ended_at', models.DateTimeField(blank=True, null=True)),
                    ('card', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reviews', to='challenge_cards.challengecard')),
                    ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('officer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('worker', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'ordering': ['entered_at', 'pk'],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'waiting')), fields=('kind', 'row'), name='review_one_waiting'), models.CheckConstraint(condition=models.Q(('worker', None), ('officer', None), models.Q(('worker', models.F('officer')), _negated=True), _connector='OR'), name='review_by_two_people', violation_error_message='Two different people look at these words.'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'released'), _negated=True), models.Q(('officer__isnull', False), ('worker__isnull', False)), _connector='OR'), name='review_released_by_both')],
                },
            ), pgtrigger.migrations.AddTrigger(
                model_name='group',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "challenge_cards_groupevent" ("id", "is_active", "is_council", "members", "name", "oldest", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "youngest") VALUES (NEW."id", NEW."is_active", NEW."is_council", NEW."members", NEW."name", NEW."oldest", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."version", NEW."youngest"); RETURN NULL;', hash='fa37a54cd92f83b2aaf956eba0253100a9e29730', operation='INSERT', pgid='pgtrigger_insert_insert_b8a92', table='challenge_cards_group', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='group',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "challenge_cards_groupevent" ("id", "is_active", "is_council", "members", "name", "oldest", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "youngest") VALUES (NEW."id", NEW."is_active", NEW."is_council", NEW."members", NEW."name", NEW."oldest", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."version", NEW."youngest"); RETURN NULL;', hash='46f98e80195b416aa01995880311b2e7523ed34e', operation='UPDATE', pgid='pgtrigger_update_update_2d75f', table='challenge_cards_group', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='group',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "challenge_cards_groupevent" ("id", "is_active", "is_council", "members", "name", "oldest", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "version", "youngest") VALUES (OLD."id", OLD."is_active", OLD."is_council", OLD."members", OLD."name", OLD."oldest", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."version", OLD."youngest"); RETURN NULL;', hash='de5c70b3ca0dc4d1622f40c03c65dd2e6a4a7ef3', operation='DELETE', pgid='pgtrigger_delete_delete_348c3', table='challenge_cards_group', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='knownname',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "challenge_cards_knownnameevent" ("id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='a7b2a0bbef494b4da864e199d95ce2835e8ee908', operation='INSERT', pgid='pgtrigger_insert_insert_521f7', table='challenge_cards_knownname', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='knownname',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "challenge_cards_knownnameevent" ("id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;', hash='bfe60a74ec0d26b84e95ec29f27cdc0a000a97c9', operation='UPDATE', pgid='pgtrigger_update_update_8ec9a', table='challenge_cards_knownname', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='knownname',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "challenge_cards_knownnameevent" ("id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;', hash='e86c7dac4b2a16bff36e1323ade913fd27adc1ac', operation='DELETE', pgid='pgtrigger_delete_delete_82883', table='challenge_cards_knownname', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='cardwording',
                trigger=pgtrigger.compiler.Trigger(name='no_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='c215a187e31ad80ceec4dd49ffd8bf17ee20bcce', operation='DELETE', pgid='pgtrigger_no_delete_920c2', table='challenge_cards_cardwording', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='cardwording',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "challenge_cards_cardwordingevent" ("audience", "card_id", "checked_at", "checked_by_id", "id", "is_held", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "round", "version") VALUES (NEW."audience", NEW."card_id", NEW."checked_at", NEW."checked_by_id", NEW."id", NEW."is_held", NEW."language", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."round", NEW."version"); RETURN NULL;', hash='bb8e12ebcc0dd6e27590a501e2d77ee240b57143', operation='INSERT', pgid='pgtrigger_insert_insert_6c5d8', table='challenge_cards_cardwording', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='cardwording',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."audience" IS DISTINCT FROM (NEW."audience") OR OLD."card_id" IS DISTINCT FROM (NEW."card_id") OR OLD."checked_at" IS DISTINCT FROM (NEW."checked_at") OR OLD."checked_by_id" IS DISTINCT FROM (NEW."checked_by_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_held" IS DISTINCT FROM (NEW."is_held") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."round" IS DISTINCT FROM (NEW."round") OR OLD."version" IS DISTINCT FROM (NEW."version"))', func='INSERT INTO "challenge_cards_cardwordingevent" ("audience", "card_id", "checked_at", "checked_by_id", "id", "is_held", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "round", "version") VALUES (NEW."audience", NEW."card_id", NEW."checked_at", NEW."checked_by_id", NEW."id", NEW."is_held", NEW."language", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."round", NEW."version"); RETURN NULL;', hash='5d8fda834a6c3e2744d86878cbb36979c0a6ddd7', operation='UPDATE', pgid='pgtrigger_update_update_69490', table='challenge_cards_cardwording', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='cardwording',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "challenge_cards_cardwordingevent" ("audience", "card_id", "checked_at", "checked_by_id", "id", "is_held", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "round", "version") VALUES (OLD."audience", OLD."card_id", OLD."checked_at", OLD."checked_by_id", OLD."id", OLD."is_held", OLD."language", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."round", OLD."version"); RETURN NULL;', hash='2ccf9851a17273d7e636b464598578d3aa4e4ccc', operation='DELETE', pgid='pgtrigger_delete_delete_7aaad', table='challenge_cards_cardwording', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='cardverdict',
                trigger=pgtrigger.compiler.Trigger(name='verdict_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."card_id" IS DISTINCT FROM (NEW."card_id") OR OLD."round" IS DISTINCT FROM (NEW."round") OR OLD."told_on" IS DISTINCT FROM (NEW."told_on") OR OLD."opinion" IS DISTINCT FROM (NEW."opinion") OR OLD."council_asks" IS DISTINCT FROM (NEW."council_asks") OR OLD."by_id" IS DISTINCT FROM (NEW."by_id") OR OLD."at" IS DISTINCT FROM (NEW."at"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='efa2f5a4e3553cfae92287d462e41025bdd759eb', operation='UPDATE', pgid='pgtrigger_verdict_stays_bfe13', table='challenge_cards_cardverdict', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='cardverdict',
                trigger=pgtrigger.compiler.Trigger(name='no_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='d9c4926c035895b6c51734bfdfe4cbd9deac1c9b', operation='DELETE', pgid='pgtrigger_no_delete_8b111', table='challenge_cards_cardverdict', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='cardverdict',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "challenge_cards_cardverdictevent" ("at", "by_id", "card_id", "council_asks", "id", "is_held", "opinion", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "round", "told_at", "told_on") VALUES (NEW."at", NEW."by_id", NEW."card_id", NEW."council_asks", NEW."id", NEW."is_held", NEW."opinion", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."round", NEW."told_at", NEW."told_on"); RETURN NULL;', hash='c2bf389db71b15d4f3cfbb4b9186dc8dddcf03d7', operation='INSERT', pgid='pgtrigger_insert_insert_c8281', table='challenge_cards_cardverdict', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='cardverdict',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."at" IS DISTINCT FROM (NEW."at") OR OLD."by_id" IS DISTINCT FROM (NEW."by_id") OR OLD."card_id" IS DISTINCT FROM (NEW."card_id") OR OLD."council_asks" IS DISTINCT FROM (NEW."council_asks") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_held" IS DISTINCT FROM (NEW."is_held") OR OLD."opinion" IS DISTINCT FROM (NEW."opinion") OR OLD."round" IS DISTINCT FROM (NEW."round") OR OLD."told_at" IS DISTINCT FROM (NEW."told_at") OR OLD."told_on" IS DISTINCT FROM (NEW."told_on"))', func='INSERT INTO "challenge_cards_cardverdictevent" ("at", "by_id", "card_id", "council_asks", "id", "is_held", "opinion", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "round", "told_at", "told_on") VALUES (NEW."at", NEW."by_id", NEW."card_id", NEW."council_asks", NEW."id", NEW."is_held", NEW."opinion", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."round", NEW."told_at", NEW."told_on"); RETURN NULL;', hash='b4970fcca4ad92bcbc1c636cd808d2ed6dfd352d', operation='UPDATE', pgid='pgtrigger_update_update_44cec', table='challenge_cards_cardverdict', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='cardverdict',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "challenge_cards_cardverdictevent" ("at", "by_id", "card_id", "council_asks", "id", "is_held", "opinion", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "round", "told_at", "told_on") VALUES (OLD."at", OLD."by_id", OLD."card_id", OLD."council_asks", OLD."id", OLD."is_held", OLD."opinion", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."round", OLD."told_at", OLD."told_on"); RETURN NULL;', hash='a91a59a72e3a988092ac7cdd6cdebd3aa4ce85df', operation='DELETE', pgid='pgtrigger_delete_delete_6c7d4', table='challenge_cards_cardverdict', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='cardstep',
                trigger=pgtrigger.compiler.Trigger(name='step_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."card_id" IS DISTINCT FROM (NEW."card_id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."on" IS DISTINCT FROM (NEW."on") OR OLD."precision" IS DISTINCT FROM (NEW."precision") OR OLD."item_id" IS DISTINCT FROM (NEW."item_id") OR OLD."round" IS DISTINCT FROM (NEW."round") OR OLD."by_id" IS DISTINCT FROM (NEW."by_id") OR OLD."at" IS DISTINCT FROM (NEW."at"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='270fa6066c8bc3a0978231f915da6c4c9c919c75', operation='UPDATE', pgid='pgtrigger_step_stays_c3ccd', table='challenge_cards_cardstep', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='cardstep',
                trigger=pgtrigger.compiler.Trigger(name='goes_only_while_received', sql=pgtrigger.compiler.UpsertTriggerSql(func="\n        IF EXISTS (\n            SELECT 1 FROM challenge_cards_challengecard one WHERE one.id = OLD.card_id AND one.state <> 'received'\n        ) THEN\n            RAISE EXCEPTION 'A step of a card stays.'\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'goes_only_while_received';\n        END IF;\n        RETURN OLD;\n    ", hash='b732b04da379ab0cce341de9009e6ca2a8282b85', operation='DELETE', pgid='pgtrigger_goes_only_while_received_633d5', table='challenge_cards_cardstep', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='cardstep',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "challenge_cards_cardstepevent" ("at", "by_id", "card_id", "id", "is_held", "item_id", "kind", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "round") VALUES (NEW."at", NEW."by_id", NEW."card_id", NEW."id", NEW."is_held", NEW."item_id", NEW."kind", NEW."on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."precision", NEW."round"); RETURN NULL;', hash='a85799ac92454eef8c38f052329f9cf37c39c428', operation='INSERT', pgid='pgtrigger_insert_insert_efe45', table='challenge_cards_cardstep', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='cardstep',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."at" IS DISTINCT FROM (NEW."at") OR OLD."by_id" IS DISTINCT FROM (NEW."by_id") OR OLD."card_id" IS DISTINCT FROM (NEW."card_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_held" IS DISTINCT FROM (NEW."is_held") OR OLD."item_id" IS DISTINCT FROM (NEW."item_id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."on" IS DISTINCT FROM (NEW."on") OR OLD."precision" IS DISTINCT FROM (NEW."precision") OR OLD."round" IS DISTINCT FROM (NEW."round"))', func='INSERT INTO "challenge_cards_cardstepevent" ("at", "by_id", "card_id", "id", "is_held", "item_id", "kind", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "round") VALUES (NEW."at", NEW."by_id", NEW."card_id", NEW."id", NEW."is_held", NEW."item_id", NEW."kind", NEW."on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."precision", NEW."round"); RETURN NULL;', hash='0497725fb34adcde25da83bed6651e0336cd1c92', operation='UPDATE', pgid='pgtrigger_update_update_b9007', table='challenge_cards_cardstep', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='cardstep',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "challenge_cards_cardstepevent" ("at", "by_id", "card_id", "id", "is_held", "item_id", "kind", "on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "round") VALUES (OLD."at", OLD."by_id", OLD."card_id", OLD."id", OLD."is_held", OLD."item_id", OLD."kind", OLD."on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."precision", OLD."round"); RETURN NULL;', hash='af74be66fd04548ee5b4a522b0c0d753550c33e2', operation='DELETE', pgid='pgtrigger_delete_delete_ae9fd', table='challenge_cards_cardstep', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='cardresponse',
                trigger=pgtrigger.compiler.Trigger(name='published_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."published_on" IS NOT NULL)', func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='687a58765b73976107e888c0d9ad026a76600a4e', operation='UPDATE OR DELETE', pgid='pgtrigger_published_stays_96b60', table='challenge_cards_cardresponse', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='cardresponse',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "challenge_cards_cardresponseevent" ("card_id", "id", "is_held", "item_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_by_id", "published_on", "round", "version") VALUES (NEW."card_id", NEW."id", NEW."is_held", NEW."item_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."published_by_id", NEW."published_on", NEW."round", NEW."version"); RETURN NULL;', hash='aedf6fabe4a510f9341be9772794673c4f14e8be', operation='INSERT', pgid='pgtrigger_insert_insert_210b1', table='challenge_cards_cardresponse', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='cardresponse',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."card_id" IS DISTINCT FROM (NEW."card_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_held" IS DISTINCT FROM (NEW."is_held") OR OLD."item_id" IS DISTINCT FROM (NEW."item_id") OR OLD."published_by_id" IS DISTINCT FROM (NEW."published_by_id") OR OLD."published_on" IS DISTINCT FROM (NEW."published_on") OR OLD."round" IS DISTINCT FROM (NEW."round") OR OLD."version" IS DISTINCT FROM (NEW."version"))', func='INSERT INTO "challenge_cards_cardresponseevent" ("card_id", "id", "is_held", "item_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_by_id", "published_on", "round", "version") VALUES (NEW."card_id", NEW."id", NEW."is_held", NEW."item_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."published_by_id", NEW."published_on", NEW."round", NEW."version"); RETURN NULL;', hash='0e812cdc5a4522a92bbd950745b86ddb3fc8af84', operation='UPDATE', pgid='pgtrigger_update_update_be5c4', table='challenge_cards_cardresponse', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='cardresponse',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "challenge_cards_cardresponseevent" ("card_id", "id", "is_held", "item_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_by_id", "published_on", "round", "version") VALUES (OLD."card_id", OLD."id", OLD."is_held", OLD."item_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."published_by_id", OLD."published_on", OLD."round", OLD."version"); RETURN NULL;', hash='03f96d2dc7ab4540f04517a898772e7a77e877b7', operation='DELETE', pgid='pgtrigger_delete_delete_293b8', table='challenge_cards_cardresponse', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='cardpromise',
                trigger=pgtrigger.compiler.Trigger(name='promise_stays', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."card_id" IS DISTINCT FROM (NEW."card_id") OR OLD."round" IS DISTINCT FROM (NEW."round") OR OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."precision" IS DISTINCT FROM (NEW."precision") OR OLD."made_on" IS DISTINCT FROM (NEW."made_on") OR OLD."agreed_by" IS DISTINCT FROM (NEW."agreed_by") OR OLD."by_id" IS DISTINCT FROM (NEW."by_id"))', func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;", hash='aaa158c317374749963c4c287a225b910cc03d12', operation='UPDATE', pgid='pgtrigger_promise_stays_a9b14', table='challenge_cards_cardpromise', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='cardpromise',
                trigger=pgtrigger.compiler.Trigger(name='no_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='f0f980c5c7544ea9fe3e83ece6174a10ba152647', operation='DELETE', pgid='pgtrigger_no_delete_2ca02', table='challenge_cards_cardpromise', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='cardpromise',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "challenge_cards_cardpromiseevent" ("agreed_by", "by_id", "card_id", "due_on", "id", "is_held", "made_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "round") VALUES (NEW."agreed_by", NEW."by_id", NEW."card_id", NEW."due_on", NEW."id", NEW."is_held", NEW."made_on", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."precision", NEW."round"); RETURN NULL;', hash='4ffeb37de0f15a4d80f813279e6cbddc6d9e1374', operation='INSERT', pgid='pgtrigger_insert_insert_a52a7', table='challenge_cards_cardpromise', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='cardpromise',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."agreed_by" IS DISTINCT FROM (NEW."agreed_by") OR OLD."by_id" IS DISTINCT FROM (NEW."by_id") OR OLD."card_id" IS DISTINCT FROM (NEW."card_id") OR OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_held" IS DISTINCT FROM (NEW."is_held") OR OLD."made_on" IS DISTINCT FROM (NEW."made_on") OR OLD."precision" IS DISTINCT FROM (NEW."precision") OR OLD."round" IS DISTINCT FROM (NEW."round"))', func='INSERT INTO "challenge_cards_cardpromiseevent" ("agreed_by", "by_id", "card_id", "due_on", "id", "is_held", "made_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "round") VALUES (NEW."agreed_by", NEW."by_id", NEW."card_id", NEW."due_on", NEW."id", NEW."is_held", NEW."made_on", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."precision", NEW."round"); RETURN NULL;', hash='362297195c87cd1121e844d46d706a3e94fe623f', operation='UPDATE', pgid='pgtrigger_update_update_eab72', table='challenge_cards_cardpromise', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='cardpromise',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "challenge_cards_cardpromiseevent" ("agreed_by", "by_id", "card_id", "due_on", "id", "is_held", "made_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "round") VALUES (OLD."agreed_by", OLD."by_id", OLD."card_id", OLD."due_on", OLD."id", OLD."is_held", OLD."made_on", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."precision", OLD."round"); RETURN NULL;', hash='56a53b91013286bd07d73014a8ec8932b9c5de55', operation='DELETE', pgid='pgtrigger_delete_delete_9e0df', table='challenge_cards_cardpromise', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='cardaction',
                trigger=pgtrigger.compiler.Trigger(name='no_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='06ca3063715875f9daa8114502822b5f9b9b2eb6', operation='DELETE', pgid='pgtrigger_no_delete_2a032', table='challenge_cards_cardaction', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='cardaction',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "challenge_cards_cardactionevent" ("card_id", "done_on", "due_on", "id", "is_held", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "round", "status", "version") VALUES (NEW."card_id", NEW."done_on", NEW."due_on", NEW."id", NEW."is_held", NEW."owner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."precision", NEW."round", NEW."status", NEW."version"); RETURN NULL;', hash='09496c43c8231556efaf55c4ec63c5bc29a50b20', operation='INSERT', pgid='pgtrigger_insert_insert_b6a38', table='challenge_cards_cardaction', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='cardaction',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."card_id" IS DISTINCT FROM (NEW."card_id") OR OLD."done_on" IS DISTINCT FROM (NEW."done_on") OR OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_held" IS DISTINCT FROM (NEW."is_held") OR OLD."owner_id" IS DISTINCT FROM (NEW."owner_id") OR OLD."precision" IS DISTINCT FROM (NEW."precision") OR OLD."round" IS DISTINCT FROM (NEW."round") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."version" IS DISTINCT FROM (NEW."version"))', func='INSERT INTO "challenge_cards_cardactionevent" ("card_id", "done_on", "due_on", "id", "is_held", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "round", "status", "version") VALUES (NEW."card_id", NEW."done_on", NEW."due_on", NEW."id", NEW."is_held", NEW."owner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."precision", NEW."round", NEW."status", NEW."version"); RETURN NULL;', hash='c1ff1e980d599504a0114734d7c53398ddda32b0', operation='UPDATE', pgid='pgtrigger_update_update_938f9', table='challenge_cards_cardaction', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='cardaction',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "challenge_cards_cardactionevent" ("card_id", "done_on", "due_on", "id", "is_held", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "precision", "round", "status", "version") VALUES (OLD."card_id", OLD."done_on", OLD."due_on", OLD."id", OLD."is_held", OLD."owner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."precision", OLD."round", OLD."status", OLD."version"); RETURN NULL;', hash='f596fbe1a9ed4395e545418460351941d9fd6461', operation='DELETE', pgid='pgtrigger_delete_delete_22a09', table='challenge_cards_cardaction', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='challengecard',
                trigger=pgtrigger.compiler.Trigger(name='stays_once_it_goes_on', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (NOT (OLD."state" = \'received\'))', func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='ccebbd97af0c260c20d2254af43ab37c7e36c6d4', operation='DELETE', pgid='pgtrigger_stays_once_it_goes_on_4dac7', table='challenge_cards_challengecard', when='BEFORE')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='challengecard',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "challenge_cards_challengecardidyearnumberstateroundownertakff06" ("id", "number", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "round", "state", "taken_down_at", "version", "year") VALUES (NEW."id", NEW."number", NEW."owner_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."round", NEW."state", NEW."taken_down_at", NEW."version", NEW."year"); RETURN NULL;', hash='71862cfe31a2fbd4ba907b2447b04d55db42c05a', operation='INSERT', pgid='pgtrigger_insert_insert_d905d', table='challenge_cards_challengecard', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='challengecard',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."number" IS DISTINCT FROM (NEW."number") OR OLD."owner_id" IS DISTINCT FROM (NEW."owner_id") OR OLD."round" IS DISTINCT FROM (NEW."round") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."taken_down_at" IS DISTINCT FROM (NEW."taken_down_at") OR OLD."version" IS DISTINCT FROM (NEW."version") OR OLD."year" IS DISTINCT FROM (NEW."year"))', func='INSERT INTO "challenge_cards_challengecardidyearnumberstateroundownertakff06" ("id", "number", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "round", "state", "taken_down_at", "version", "year") VALUES (NEW."id", NEW."number", NEW."owner_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."round", NEW."state", NEW."taken_down_at", NEW."version", NEW."year"); RETURN NULL;', hash='42e30163c21565df3e522346e1c1a116bb30fae6', operation='UPDATE', pgid='pgtrigger_update_update_00115', table='challenge_cards_challengecard', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='challengecard',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "challenge_cards_challengecardidyearnumberstateroundownertakff06" ("id", "number", "owner_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "round", "state", "taken_down_at", "version", "year") VALUES (OLD."id", OLD."number", OLD."owner_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."round", OLD."state", OLD."taken_down_at", OLD."version", OLD."year"); RETURN NULL;', hash='e185e60d4b09960841bb62692167304424217b40', operation='DELETE', pgid='pgtrigger_delete_delete_bdcd7', table='challenge_cards_challengecard', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='refusal',
                trigger=pgtrigger.compiler.Trigger(name='stays', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c593ce2e78b46813ede92800e2e99c9c508b5009', operation='UPDATE OR DELETE', pgid='pgtrigger_stays_cd8ce', table='challenge_cards_refusal', when='BEFORE')),
            )],
        ),
    ]

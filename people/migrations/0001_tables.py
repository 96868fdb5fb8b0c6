import core.first_migration
import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.text
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    replaces = [('people', '0001_initial'), ('people', '0002_account_deactivation'), ('people', '0003_keep_an_administrator'), ('people', '0004_invitation'), ('people', '0005_cache_table'), ('people', '0006_address_taken_in_words'), ('people', '0007_persons')]

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        core.first_migration.AllAtOnce(
            operations=[migrations.CreateModel(
                name='Post',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('title', models.CharField(max_length=200, unique=True)),
                ],
                options={
                    'ordering': ['title'],
                },
            ), migrations.CreateModel(
                name='PostEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('title', models.CharField(max_length=200)),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='people.post')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='User',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('password', models.CharField(max_length=128, verbose_name='password')),
                    ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                    ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                    ('email', models.EmailField(error_messages={'unique': 'Somebody already has an account with this e-mail address.'}, max_length=254, unique=True, verbose_name='e-mail address')),
                    ('name', models.CharField(max_length=200)),
                    ('roles', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('member', 'Member of the council'), ('panel_member', 'Panel member'), ('participation_worker', 'Participation worker'), ('report_owner', 'Report owner'), ('mi_officer', 'Management information officer'), ('mi_approver', 'Management information approver'), ('democratic_services', 'Democratic services officer'), ('administrator', 'Administrator')], max_length=30), blank=True, default=list, size=None)),
                    ('is_active', models.BooleanField(default=True)),
                    ('is_staff', models.BooleanField(default=False, verbose_name='may open the admin site')),
                    ('joined_at', models.DateTimeField(auto_now_add=True)),
                    ('deactivated_at', models.DateTimeField(blank=True, null=True)),
                    ('deactivation_reason', models.TextField(blank=True)),
                    ('second_factor_removed_at', models.DateTimeField(blank=True, null=True)),
                    ('sessions_ended_at', models.DateTimeField(blank=True, null=True)),
                    ('deactivated_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                    ('invited_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='invited', to=settings.AUTH_USER_MODEL)),
                    ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
                ],
                options={
                    'ordering': ['name', 'pk'],
                    'constraints': [models.UniqueConstraint(django.db.models.functions.text.Lower('email'), name='user_email_once', violation_error_message='Somebody already has an account with this e-mail address.'), models.CheckConstraint(condition=models.Q(('roles__contained_by', ['member', 'panel_member', 'participation_worker', 'report_owner', 'mi_officer', 'mi_approver', 'democratic_services', 'administrator'])), name='user_roles_known', violation_error_message='Choose roles from the list.'), models.CheckConstraint(condition=models.Q(models.Q(('deactivated_at', None), ('deactivated_by', None), ('deactivation_reason', '')), models.Q(('deactivated_at__isnull', False), ('deactivated_by__isnull', False), ('is_active', False), models.Q(('deactivation_reason', ''), _negated=True)), _connector='OR'), name='user_deactivation_whole', violation_error_message='Say who deactivated the account, when and why.')],
                },
            ), migrations.CreateModel(
                name='PostHolding',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('starts_on', models.DateField()),
                    ('ends_on', models.DateField(blank=True, null=True)),
                    ('post', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='holdings', to='people.post')),
                    ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='holdings', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'ordering': ['post', 'starts_on'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('ends_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='post_holding_dates_in_order', violation_error_message='Enter an end date on or after the start date.')],
                },
            ), migrations.CreateModel(
                name='PostHoldingEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('starts_on', models.DateField()),
                    ('ends_on', models.DateField(blank=True, null=True)),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='people.postholding')),
                    ('post', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='people.post')),
                    ('user', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='UserEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                    ('email', models.EmailField(error_messages={'unique': 'Somebody already has an account with this e-mail address.'}, max_length=254, verbose_name='e-mail address')),
                    ('name', models.CharField(max_length=200)),
                    ('roles', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(choices=[('member', 'Member of the council'), ('panel_member', 'Panel member'), ('participation_worker', 'Participation worker'), ('report_owner', 'Report owner'), ('mi_officer', 'Management information officer'), ('mi_approver', 'Management information approver'), ('democratic_services', 'Democratic services officer'), ('administrator', 'Administrator')], max_length=30), blank=True, default=list, size=None)),
                    ('is_active', models.BooleanField(default=True)),
                    ('is_staff', models.BooleanField(default=False, verbose_name='may open the admin site')),
                    ('joined_at', models.DateTimeField(auto_now_add=True)),
                    ('deactivated_at', models.DateTimeField(blank=True, null=True)),
                    ('deactivation_reason', models.TextField(blank=True)),
                    ('second_factor_removed_at', models.DateTimeField(blank=True, null=True)),
                    ('deactivated_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('invited_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='Invitation',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('token_hash', models.CharField(max_length=64, unique=True)),
                    ('sent_to', models.EmailField(max_length=254)),
                    ('sent_at', models.DateTimeField()),
                    ('expires_at', models.DateTimeField()),
                    ('accepted_at', models.DateTimeField(blank=True, null=True)),
                    ('accepted_with', models.CharField(blank=True, choices=[('password', 'a password'), ('single_sign_on', 'single sign-on')], max_length=20)),
                    ('cancelled_at', models.DateTimeField(blank=True, null=True)),
                    ('sent_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                    ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='invitations', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'ordering': ['-sent_at'],
                    'constraints': [models.UniqueConstraint(models.F('user'), condition=models.Q(('accepted_at', None), ('cancelled_at', None)), name='invitation_one_open_for_each_user', violation_error_message='Cancel the earlier invitation first.'), models.CheckConstraint(condition=models.Q(('accepted_at', None), ('cancelled_at', None), _connector='OR'), name='invitation_accepted_or_cancelled'), models.CheckConstraint(condition=models.Q(('expires_at__gt', models.F('sent_at'))), name='invitation_expires_after_sending'), models.CheckConstraint(condition=models.Q(models.Q(('accepted_at', None), ('accepted_with', '')), models.Q(('accepted_at__isnull', False), ('accepted_with__in', ['password', 'single_sign_on'])), _connector='OR'), name='invitation_accepted_with_a_method')],
                },
            ), migrations.CreateModel(
                name='InvitationEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('sent_to', models.EmailField(max_length=254)),
                    ('sent_at', models.DateTimeField()),
                    ('expires_at', models.DateTimeField()),
                    ('accepted_at', models.DateTimeField(blank=True, null=True)),
                    ('accepted_with', models.CharField(blank=True, choices=[('password', 'a password'), ('single_sign_on', 'single sign-on')], max_length=20)),
                    ('cancelled_at', models.DateTimeField(blank=True, null=True)),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='people.invitation')),
                    ('sent_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                    ('user', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='Person',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('title', models.CharField(blank=True, max_length=20)),
                    ('initials', models.CharField(blank=True, max_length=20)),
                    ('first_name', models.CharField(max_length=100)),
                    ('surname', models.CharField(max_length=100)),
                    ('honours', models.CharField(blank=True, max_length=50)),
                    ('print_name', models.CharField(blank=True, max_length=150, verbose_name='name as printed, where the usual form does not fit')),
                    ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail address')),
                    ('telephone', models.CharField(blank=True, max_length=30)),
                    ('user', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='person', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'ordering': ['surname', 'first_name', 'pk'],
                },
            ), migrations.CreateModel(
                name='PersonEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('title', models.CharField(blank=True, max_length=20)),
                    ('initials', models.CharField(blank=True, max_length=20)),
                    ('first_name', models.CharField(max_length=100)),
                    ('surname', models.CharField(max_length=100)),
                    ('honours', models.CharField(blank=True, max_length=50)),
                    ('print_name', models.CharField(blank=True, max_length=150, verbose_name='name as printed, where the usual form does not fit')),
                    ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail address')),
                    ('telephone', models.CharField(blank=True, max_length=30)),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='people.person')),
                    ('user', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.CreateModel(
                name='PersonRole',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('title', models.CharField(max_length=200)),
                    ('is_county_councillor', models.BooleanField(default=False)),
                    ('starts_on', models.DateField()),
                    ('ends_on', models.DateField(blank=True, null=True)),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='roles', to='people.person')),
                ],
                options={
                    'ordering': ['person', 'starts_on', 'pk'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='person_role_dates_in_order', violation_error_message='Enter an end date on or after the start date.')],
                },
            ), migrations.CreateModel(
                name='PersonRoleEvent',
                fields=[
                    ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                    ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                    ('pgh_label', models.TextField(help_text='The event label.')),
                    ('id', models.BigIntegerField()),
                    ('title', models.CharField(max_length=200)),
                    ('is_county_councillor', models.BooleanField(default=False)),
                    ('starts_on', models.DateField()),
                    ('ends_on', models.DateField(blank=True, null=True)),
                    ('person', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='people.person')),
                    ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                    ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='people.personrole')),
                ],
                options={
                    'abstract': False,
                },
            ), migrations.RunSQL(
                sql='\nCREATE TABLE cache (\n    cache_key varchar(255) NOT NULL PRIMARY KEY,\n    value text NOT NULL,\n    expires timestamp with time zone NOT NULL\n);\nCREATE INDEX cache_expires ON cache (expires);\n',
                reverse_sql='DROP TABLE cache',
            ), pgtrigger.migrations.AddTrigger(
                model_name='post',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "people_postevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."title"); RETURN NULL;', hash='0ad0a6e7d8b59010e1e56ded25aa4cd1375d250b', operation='INSERT', pgid='pgtrigger_insert_insert_cd456', table='people_post', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='post',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "people_postevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."title"); RETURN NULL;', hash='886e8bdc1aaa179946c4c289978c9d9a9592a115', operation='UPDATE', pgid='pgtrigger_update_update_ec9d1', table='people_post', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='post',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "people_postevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."title"); RETURN NULL;', hash='77180dd6ca414412429c0f6e973109539a49eab8', operation='DELETE', pgid='pgtrigger_delete_delete_262ab', table='people_post', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='user',
                trigger=pgtrigger.compiler.Trigger(name='keep_an_administrator', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."is_active" AND OLD."roles" @> (ARRAY[\'administrator\'])::varchar(30)[])', func="\n        PERFORM pg_advisory_xact_lock(hashtext('keep_an_administrator'));\n        IF NOT EXISTS (SELECT 1 FROM people_user WHERE is_active AND 'administrator' = ANY(roles)) THEN\n            RAISE EXCEPTION 'The portal needs at least one active administrator.'\n                USING ERRCODE = 'check_violation', CONSTRAINT = 'keep_an_administrator';\n        END IF;\n        RETURN NULL;\n    ", hash='e827fda348cca45dccd8071e114d387e49fb862d', operation='UPDATE OR DELETE', pgid='pgtrigger_keep_an_administrator_89eb0', table='people_user', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='user',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "people_userevent" ("deactivated_at", "deactivated_by_id", "deactivation_reason", "email", "id", "invited_by_id", "is_active", "is_staff", "is_superuser", "joined_at", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "roles", "second_factor_removed_at") VALUES (NEW."deactivated_at", NEW."deactivated_by_id", NEW."deactivation_reason", NEW."email", NEW."id", NEW."invited_by_id", NEW."is_active", NEW."is_staff", NEW."is_superuser", NEW."joined_at", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."roles", NEW."second_factor_removed_at"); RETURN NULL;', hash='e1c1830673f6de31e9010b87933f2e99412d8f28', operation='INSERT', pgid='pgtrigger_insert_insert_7e9ab', table='people_user', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='user',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."deactivated_at" IS DISTINCT FROM (NEW."deactivated_at") OR OLD."deactivated_by_id" IS DISTINCT FROM (NEW."deactivated_by_id") OR OLD."deactivation_reason" IS DISTINCT FROM (NEW."deactivation_reason") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."invited_by_id" IS DISTINCT FROM (NEW."invited_by_id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."is_staff" IS DISTINCT FROM (NEW."is_staff") OR OLD."is_superuser" IS DISTINCT FROM (NEW."is_superuser") OR OLD."joined_at" IS DISTINCT FROM (NEW."joined_at") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."roles" IS DISTINCT FROM (NEW."roles") OR OLD."second_factor_removed_at" IS DISTINCT FROM (NEW."second_factor_removed_at"))', func='INSERT INTO "people_userevent" ("deactivated_at", "deactivated_by_id", "deactivation_reason", "email", "id", "invited_by_id", "is_active", "is_staff", "is_superuser", "joined_at", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "roles", "second_factor_removed_at") VALUES (NEW."deactivated_at", NEW."deactivated_by_id", NEW."deactivation_reason", NEW."email", NEW."id", NEW."invited_by_id", NEW."is_active", NEW."is_staff", NEW."is_superuser", NEW."joined_at", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."roles", NEW."second_factor_removed_at"); RETURN NULL;', hash='92310848ac98137f8bb2acb1ed1c77a5d92d5cf6', operation='UPDATE', pgid='pgtrigger_update_update_86e64', table='people_user', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='user',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "people_userevent" ("deactivated_at", "deactivated_by_id", "deactivation_reason", "email", "id", "invited_by_id", "is_active", "is_staff", "is_superuser", "joined_at", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "roles", "second_factor_removed_at") VALUES (OLD."deactivated_at", OLD."deactivated_by_id", OLD."deactivation_reason", OLD."email", OLD."id", OLD."invited_by_id", OLD."is_active", OLD."is_staff", OLD."is_superuser", OLD."joined_at", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."roles", OLD."second_factor_removed_at"); RETURN NULL;', hash='8a38f5c1f09ec48e31f0ed4369f3aaf474afd368', operation='DELETE', pgid='pgtrigger_delete_delete_bec80', table='people_user', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='invitation',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "people_invitationevent" ("accepted_at", "accepted_with", "cancelled_at", "expires_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "sent_by_id", "sent_to", "user_id") VALUES (NEW."accepted_at", NEW."accepted_with", NEW."cancelled_at", NEW."expires_at", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sent_at", NEW."sent_by_id", NEW."sent_to", NEW."user_id"); RETURN NULL;', hash='4daadd423df3bcb67b7b04f0710ab83d0042ba36', operation='INSERT', pgid='pgtrigger_insert_insert_6ecd8', table='people_invitation', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='invitation',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."accepted_at" IS DISTINCT FROM (NEW."accepted_at") OR OLD."accepted_with" IS DISTINCT FROM (NEW."accepted_with") OR OLD."cancelled_at" IS DISTINCT FROM (NEW."cancelled_at") OR OLD."expires_at" IS DISTINCT FROM (NEW."expires_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."sent_at" IS DISTINCT FROM (NEW."sent_at") OR OLD."sent_by_id" IS DISTINCT FROM (NEW."sent_by_id") OR OLD."sent_to" IS DISTINCT FROM (NEW."sent_to") OR OLD."user_id" IS DISTINCT FROM (NEW."user_id"))', func='INSERT INTO "people_invitationevent" ("accepted_at", "accepted_with", "cancelled_at", "expires_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "sent_by_id", "sent_to", "user_id") VALUES (NEW."accepted_at", NEW."accepted_with", NEW."cancelled_at", NEW."expires_at", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sent_at", NEW."sent_by_id", NEW."sent_to", NEW."user_id"); RETURN NULL;', hash='92bfeb4b095030d9f553ea00445949c059a1bde1', operation='UPDATE', pgid='pgtrigger_update_update_1209f', table='people_invitation', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='invitation',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "people_invitationevent" ("accepted_at", "accepted_with", "cancelled_at", "expires_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sent_at", "sent_by_id", "sent_to", "user_id") VALUES (OLD."accepted_at", OLD."accepted_with", OLD."cancelled_at", OLD."expires_at", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sent_at", OLD."sent_by_id", OLD."sent_to", OLD."user_id"); RETURN NULL;', hash='c506f5a75621da8b0c3feffd24b262830b797d51', operation='DELETE', pgid='pgtrigger_delete_delete_88427', table='people_invitation', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='person',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "people_personevent" ("email", "first_name", "honours", "id", "initials", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "print_name", "surname", "telephone", "title", "user_id") VALUES (NEW."email", NEW."first_name", NEW."honours", NEW."id", NEW."initials", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."print_name", NEW."surname", NEW."telephone", NEW."title", NEW."user_id"); RETURN NULL;', hash='2f9555fca30cb92e6f68c4071b480cac4052e14c', operation='INSERT', pgid='pgtrigger_insert_insert_65688', table='people_person', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='person',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "people_personevent" ("email", "first_name", "honours", "id", "initials", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "print_name", "surname", "telephone", "title", "user_id") VALUES (NEW."email", NEW."first_name", NEW."honours", NEW."id", NEW."initials", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."print_name", NEW."surname", NEW."telephone", NEW."title", NEW."user_id"); RETURN NULL;', hash='539fda65e87f30beb43b3c82bf8c25deed020733', operation='UPDATE', pgid='pgtrigger_update_update_de829', table='people_person', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='person',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "people_personevent" ("email", "first_name", "honours", "id", "initials", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "print_name", "surname", "telephone", "title", "user_id") VALUES (OLD."email", OLD."first_name", OLD."honours", OLD."id", OLD."initials", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."print_name", OLD."surname", OLD."telephone", OLD."title", OLD."user_id"); RETURN NULL;', hash='6fda4e1b8469f2f0aca46c0aff635baebb8bc69a', operation='DELETE', pgid='pgtrigger_delete_delete_2ca2d', table='people_person', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='personrole',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "people_personroleevent" ("ends_on", "id", "is_county_councillor", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "title") VALUES (NEW."ends_on", NEW."id", NEW."is_county_councillor", NEW."person_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."starts_on", NEW."title"); RETURN NULL;', hash='02757d033c01a0e74b2c11dc5fe6ca5d0f293e9f', operation='INSERT', pgid='pgtrigger_insert_insert_b13a9', table='people_personrole', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='personrole',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "people_personroleevent" ("ends_on", "id", "is_county_councillor", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "title") VALUES (NEW."ends_on", NEW."id", NEW."is_county_councillor", NEW."person_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."starts_on", NEW."title"); RETURN NULL;', hash='3b2acaabb7be7dbdd2604a1a17ccf121499b8727', operation='UPDATE', pgid='pgtrigger_update_update_8f4a7', table='people_personrole', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='personrole',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "people_personroleevent" ("ends_on", "id", "is_county_councillor", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "starts_on", "title") VALUES (OLD."ends_on", OLD."id", OLD."is_county_councillor", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."starts_on", OLD."title"); RETURN NULL;', hash='28091657e109b77ea486a447e7e2bab8045a395f', operation='DELETE', pgid='pgtrigger_delete_delete_d86c1', table='people_personrole', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='postholding',
                trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "people_postholdingevent" ("ends_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post_id", "starts_on", "user_id") VALUES (NEW."ends_on", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."post_id", NEW."starts_on", NEW."user_id"); RETURN NULL;', hash='b30f24c80393a3a890e9c2accef384094c37c75d', operation='INSERT', pgid='pgtrigger_insert_insert_07ccd', table='people_postholding', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='postholding',
                trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "people_postholdingevent" ("ends_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post_id", "starts_on", "user_id") VALUES (NEW."ends_on", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."post_id", NEW."starts_on", NEW."user_id"); RETURN NULL;', hash='dd77bc1164235ed789c26e5f8a3905dd6ab17971', operation='UPDATE', pgid='pgtrigger_update_update_07fcc', table='people_postholding', when='AFTER')),
            ), pgtrigger.migrations.AddTrigger(
                model_name='postholding',
                trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "people_postholdingevent" ("ends_on", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "post_id", "starts_on", "user_id") VALUES (OLD."ends_on", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."post_id", OLD."starts_on", OLD."user_id"); RETURN NULL;', hash='4850fddc5c7e57b5265d4311464eaad832103c76', operation='DELETE', pgid='pgtrigger_delete_delete_759a7', table='people_postholding', when='AFTER')),
            )],
        ),
    ]

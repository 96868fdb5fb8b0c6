from django.db import migrations

# What Django's createcachetable makes. Throttles of sign-in count here, so that all worker
# processes count together.
FORWARDS = """
CREATE TABLE cache (
    cache_key varchar(255) NOT NULL PRIMARY KEY,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);
CREATE INDEX cache_expires ON cache (expires);
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0004_invitation")]
    operations = [migrations.RunSQL(FORWARDS, "DROP TABLE cache")]

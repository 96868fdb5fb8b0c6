from typing import Any

from django.db import connection
from django_tasks_db.management.commands import db_worker

from cpp_portal.health import WORKER


class Command(db_worker.Command):
    help = "Do the portal's background work. Its database connection bears a name by which /health/ knows it."

    def handle(self, **options: Any) -> None:
        connection.settings_dict["OPTIONS"]["application_name"] = WORKER
        super().handle(**options)

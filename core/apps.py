from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "core"

    def ready(self) -> None:
        from core.history import protect_after_migrations  # models can be imported only now

        protect_after_migrations()

from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "core"

    def ready(self) -> None:
        from core.history import protect_after_migrations  # models can be imported only now
        from core.plain_errors import say_unseen_plainly

        protect_after_migrations()
        say_unseen_plainly()

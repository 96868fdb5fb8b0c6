from functools import partial

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "people"

    def ready(self) -> None:
        from core import navigation
        from core.access import Permission
        from people import checks as checks  # registers itself
        from people import sign_in_log

        sign_in_log.listen()
        section = partial(navigation.register, area="Accounts")
        section("Accounts", "people:account_list", permission=Permission.MANAGE_ACCOUNTS, order=80)
        section("Posts", "people:post_list", permission=Permission.MANAGE_POSTS, order=81)

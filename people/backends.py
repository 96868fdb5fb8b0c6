from allauth.account.auth_backends import AuthenticationBackend
from django.conf import settings

from people.demonstration import is_demonstration
from people.models import User


class AccountBackend(AuthenticationBackend):
    """Loads the account of a session in one query that also says whether it has a second factor."""

    def get_user(self, user_id: int) -> User | None:
        user = User.objects.with_second_factor().filter(pk=user_id).first()
        return user if user and self.user_can_authenticate(user) else None

    def user_can_authenticate(self, user: User) -> bool:
        return super().user_can_authenticate(user) and not _is_out_of_place(user)

    def _check_password(self, user: User | None, password: str) -> User | None:
        """An account that is out of place is answered as if it were not there."""
        return None if user is None or _is_out_of_place(user) else super()._check_password(user, password)


def _is_out_of_place(user: User) -> bool:
    """The password of the demonstration's accounts is public."""
    return not settings.DEMO and is_demonstration(user.email)

from allauth.account.auth_backends import AuthenticationBackend

from people.models import User


class AccountBackend(AuthenticationBackend):
    """Loads the account of a session in one query that also says whether it has a second factor."""

    def get_user(self, user_id: int) -> User | None:
        user = User.objects.with_second_factor().filter(pk=user_id).first()
        return user if user and self.user_can_authenticate(user) else None

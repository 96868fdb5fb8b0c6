"""What the pages about access and one's own account show."""

from allauth.mfa.models import Authenticator
from django.conf import settings

from core.access import ROLE_DESCRIPTIONS, ROLE_PERMISSIONS, Permission, Role, needs_second_factor
from people.models import User


def access_context() -> dict:
    """Each permission with Yes or No for each role, and each role with its permissions, as core.access has it."""
    rows = [
        {"permission": p.label, "answers": [(r.label, p in ROLE_PERMISSIONS[r]) for r in Role]}
        for p in Permission
    ]
    roles = [
        {
            "name": r.label,
            "description": ROLE_DESCRIPTIONS[r],
            "permissions": [p.label for p in Permission if p in ROLE_PERMISSIONS[r]],
        }
        for r in Role
    ]
    return {"roles": roles, "rows": rows}


def own_account_context(user: User) -> dict:
    factors = Authenticator.objects.filter(user=user).order_by("created_at")
    by_type = {kind: [f for f in factors if f.type == kind] for kind in Authenticator.Type}
    return {
        "roles": [{"name": r.label, "description": ROLE_DESCRIPTIONS[r]} for r in Role if r in user.roles],
        "has_app": bool(by_type[Authenticator.Type.TOTP]),
        "has_recovery_codes": bool(by_type[Authenticator.Type.RECOVERY_CODES]),
        "passkeys": by_type[Authenticator.Type.WEBAUTHN],
        "needs_second_factor": settings.REQUIRE_SECOND_FACTOR and needs_second_factor(user),
        "single_sign_on": settings.OIDC_NAME if user.socialaccount_set.exists() else "",
        "holdings": user.holdings.select_related("post").order_by("-starts_on"),
    }

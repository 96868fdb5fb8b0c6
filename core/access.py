"""Who may do what: the one table. Roles are sets of permissions; code asks ``may`` or ``requires``."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import TextChoices
from django.http import HttpRequest, HttpResponse


class Role(TextChoices):
    MEMBER = "member", "Member of the council"
    PANEL_MEMBER = "panel_member", "Panel member"
    PARTICIPATION_WORKER = "participation_worker", "Participation worker"
    REPORT_OWNER = "report_owner", "Report owner"
    MI_OFFICER = "mi_officer", "Management information officer"
    MI_APPROVER = "mi_approver", "Management information approver"
    DEMOCRATIC_SERVICES = "democratic_services", "Democratic services officer"
    ADMINISTRATOR = "administrator", "Administrator"


class Permission(TextChoices):
    READ_SCORECARD = "read_scorecard", "Read the scorecard"
    READ_UPLOADS = "read_uploads", "See the register of uploads and their check reports"
    UPLOAD_FIGURES = "upload_figures", "Upload a month's figures"
    APPROVE_FIGURES = "approve_figures", "Approve another officer's figures"
    MANAGE_INDICATORS = "manage_indicators", "Manage indicators, targets and floors"
    READ_EXEMPT_PAPERS = "read_exempt_papers", "Read papers that are not open to the public"
    MANAGE_ACCOUNTS = "manage_accounts", "Invite people, change their roles, deactivate them"
    READ_ACCESS_MATRIX = "read_access_matrix", "See who may do what"


READER = {Permission.READ_SCORECARD, Permission.READ_ACCESS_MATRIX}

ROLE_PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.MEMBER: frozenset(READER),
    Role.PANEL_MEMBER: frozenset(READER | {Permission.READ_EXEMPT_PAPERS}),
    Role.PARTICIPATION_WORKER: frozenset(READER),
    Role.REPORT_OWNER: frozenset(READER),
    Role.MI_OFFICER: frozenset(
        READER | {Permission.READ_UPLOADS, Permission.UPLOAD_FIGURES, Permission.MANAGE_INDICATORS}
    ),
    Role.MI_APPROVER: frozenset(
        READER
        | {
            Permission.READ_UPLOADS,
            Permission.UPLOAD_FIGURES,
            Permission.APPROVE_FIGURES,
            Permission.MANAGE_INDICATORS,
        }
    ),
    Role.DEMOCRATIC_SERVICES: frozenset(READER | {Permission.READ_EXEMPT_PAPERS}),
    Role.ADMINISTRATOR: frozenset(READER | {Permission.MANAGE_ACCOUNTS}),
}


def may(user: Any, permission: Permission) -> bool:
    """Whether this user, signed in and active, holds a role with the permission."""
    return (
        user.is_authenticated
        and user.is_active
        and any(permission in ROLE_PERMISSIONS[r] for r in user.roles)
    )


def requires(permission: Permission) -> Callable:
    """Only for users with the permission; others get a 403. Strangers were asked to sign in before."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not may(request.user, permission):
                raise PermissionDenied(f"Your account may not do this: {permission.label.lower()}.")
            return view(request, *args, **kwargs)

        checked.required_permission = permission
        return checked

    return decorate

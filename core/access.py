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
    READ_SMALL_COUNTS = "read_small_counts", "See small numbers of children, after saying why"
    READ_SMALL_COUNTS_REGISTER = "read_small_counts_register", "See who opened small numbers, and why"
    READ_EXEMPT_PAPERS = (
        "read_exempt_papers",
        "Read the exempt papers of the meetings they belong to",
    )
    REBASE_LIMITS = "rebase_limits", "Start control limits again at a month, with a reason"
    WRITE_COMMENTARY = "write_commentary", "Write the commentary on the indicators they answer for"
    PREPARE_REPORTS = "prepare_reports", "Prepare a month's report: follow its commentary, edit its text"
    PUBLISH_REPORTS = "publish_reports", "Publish a month's report to the panel, or withdraw it"
    MANAGE_MEETINGS = "manage_meetings", "Reserve dates, prepare agendas and issue them"
    RECORD_MEETINGS = "record_meetings", "Record what happens at a meeting, and write its minutes"
    MANAGE_MEMBERSHIP = "manage_membership", "Keep the register of members, seats and offices"
    WRITE_REPORTS = "write_reports", "Write reports to the panel"
    READ_EXEMPT_UPDATES = "read_exempt_updates", "Read what is exempt in updates on recommendations"
    ENTER_RECOMMENDATIONS = "enter_recommendations", "Enter reports with what they recommend"
    WRITE_UPDATES = "write_updates", "Write updates on the recommendations that their posts answer for"
    PUBLISH_UPDATES = "publish_updates", "Publish updates, or send them back"
    CLOSE_RECOMMENDATIONS = (
        "close_recommendations",
        "Record that the panel closed a recommendation, took it up again or gave it a later day",
    )
    READ_CARDS = "read_cards", "Read challenge cards"
    ENTER_CARDS = "enter_cards", "Enter challenge cards, pass matters of one person on, take a card down"
    SPEAK_FOR_GROUPS = "speak_for_groups", "Record what a group says, and check plain words for young people"
    ANSWER_CARDS = "answer_cards", "Say what is done about challenge cards that their posts answer for"
    PUBLISH_CARD_RESPONSES = "publish_card_responses", "Publish the answer to a challenge card"
    MANAGE_ACCOUNTS = "manage_accounts", "Invite people, change their roles, deactivate them"
    MANAGE_POSTS = "manage_posts", "Keep the list of posts and who holds them"
    READ_ACCESS_MATRIX = "read_access_matrix", "See who may do what"


READER = {Permission.READ_SCORECARD, Permission.READ_CARDS, Permission.READ_ACCESS_MATRIX}

ROLE_PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.MEMBER: frozenset(READER | {Permission.READ_EXEMPT_PAPERS}),
    Role.PANEL_MEMBER: frozenset(READER | {Permission.READ_EXEMPT_PAPERS, Permission.READ_EXEMPT_UPDATES}),
    Role.PARTICIPATION_WORKER: frozenset(
        READER
        | {
            Permission.WRITE_REPORTS,
            Permission.ENTER_CARDS,
            Permission.SPEAK_FOR_GROUPS,
            Permission.ANSWER_CARDS,
        }
    ),
    Role.REPORT_OWNER: frozenset(
        READER
        | {
            Permission.WRITE_COMMENTARY,
            Permission.WRITE_REPORTS,
            Permission.WRITE_UPDATES,
            Permission.ANSWER_CARDS,
        }
    ),
    Role.MI_OFFICER: frozenset(
        READER
        | {
            Permission.READ_UPLOADS,
            Permission.UPLOAD_FIGURES,
            Permission.MANAGE_INDICATORS,
            Permission.REBASE_LIMITS,
            Permission.PREPARE_REPORTS,
            Permission.READ_SMALL_COUNTS,
        }
    ),
    Role.MI_APPROVER: frozenset(
        READER
        | {
            Permission.READ_UPLOADS,
            Permission.UPLOAD_FIGURES,
            Permission.APPROVE_FIGURES,
            Permission.MANAGE_INDICATORS,
            Permission.REBASE_LIMITS,
            Permission.PREPARE_REPORTS,
            Permission.PUBLISH_REPORTS,
            Permission.READ_SMALL_COUNTS,
        }
    ),
    Role.DEMOCRATIC_SERVICES: frozenset(
        READER
        | {
            Permission.READ_EXEMPT_PAPERS,
            Permission.MANAGE_MEETINGS,
            Permission.RECORD_MEETINGS,
            Permission.MANAGE_MEMBERSHIP,
            Permission.WRITE_REPORTS,
            Permission.READ_EXEMPT_UPDATES,
            Permission.ENTER_RECOMMENDATIONS,
            Permission.WRITE_UPDATES,
            Permission.PUBLISH_UPDATES,
            Permission.CLOSE_RECOMMENDATIONS,
            Permission.ENTER_CARDS,
            Permission.ANSWER_CARDS,
            Permission.PUBLISH_CARD_RESPONSES,
        }
    ),
    Role.ADMINISTRATOR: frozenset(
        READER | {Permission.MANAGE_ACCOUNTS, Permission.MANAGE_POSTS, Permission.READ_SMALL_COUNTS_REGISTER}
    ),
}

ROLE_DESCRIPTIONS: dict[Role, str] = {
    Role.MEMBER: "A councillor who reads what the portal shows to all members.",
    Role.PANEL_MEMBER: "Sits on the panel and reads what is put before it.",
    Role.PARTICIPATION_WORKER: "Works with groups of children and young people.",
    Role.REPORT_OWNER: "Answers for a report or an indicator that the panel sees, and comments on its figures.",
    Role.MI_OFFICER: "Uploads the month's figures, looks after the indicators and prepares the report.",
    Role.MI_APPROVER: "Approves the figures that another officer uploaded, and publishes the report.",
    Role.DEMOCRATIC_SERVICES: "Prepares the panel's meetings, issues agendas and writes the minutes.",
    Role.ADMINISTRATOR: "Invites people, gives them roles and keeps the list of posts.",
}

# Whoever may grant the right to read exempt papers could grant it to themselves.
SECOND_FACTOR_PERMISSIONS = frozenset(
    {Permission.READ_EXEMPT_PAPERS, Permission.READ_EXEMPT_UPDATES, Permission.MANAGE_ACCOUNTS}
)


def may(user: Any, permission: Permission) -> bool:
    """Whether this user, signed in and active, holds a role with the permission."""
    return (
        user.is_authenticated
        and user.is_active
        and any(permission in ROLE_PERMISSIONS[r] for r in user.roles)
    )


def needs_second_factor(user: Any) -> bool:
    """Whether a password alone is too little for what this user may do."""
    return any(may(user, permission) for permission in SECOND_FACTOR_PERMISSIONS)


def demand(user: Any, permission: Permission) -> None:
    """For an action: raises PermissionDenied, in words, for whoever may not."""
    if not may(user, permission):
        raise PermissionDenied(f"Your account may not do this: {permission.label.lower()}.")


def requires(permission: Permission) -> Callable:
    """Only for users with the permission; others get a 403. Strangers were asked to sign in before."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            demand(request.user, permission)
            return view(request, *args, **kwargs)

        checked.required_permission = permission
        return checked

    return decorate

"""Packs are built in the background. A build that stops leaves the packs as they were, and what it had ready."""

import logging
from collections.abc import Callable
from datetime import timedelta
from hashlib import sha256

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from core.access import Permission
from core.files import all_files, public_files
from meetings.actions.agenda_turns import turn
from meetings.actions.locks import Refused
from meetings.models import UNDER_WAY, AgendaIssue, BuildState, Pack, PackBuild
from meetings.pack.building import Built, Tell, as_json, build
from meetings.pack.faults import PackFault, Unsettled
from meetings.pack.live_papers import fixed, keep_live
from meetings.pack.planning import plan_of
from people.models import User

LOST_AFTER = timedelta(minutes=5)  # without a sign of life
NOT_ISSUED = "Issue the agenda first: the pack is made of the papers as they were issued."
LOST = "The background worker stopped in the middle of it. Build the pack again: what was ready is kept."
BROKEN = "Something went wrong that is not the fault of a paper. Tell an administrator."
CHANGED = (
    "Built now, the pack would differ from the one that was published: a paper, or the portal itself, has changed "
    "since. The published pack stays as it is. If a paper is to change, issue the agenda again and build its pack."
)

log = logging.getLogger(__name__)


class Differs(Refused):
    """What would be built now is not what was published."""

    def __init__(self) -> None:
        super().__init__(CHANGED)


class Cancelled(Exception):
    """Somebody asked to stop."""


def ask_for_pack(meeting_pk: int, *, by: User) -> PackBuild:
    """Of the latest issue. The build that is under way is the one that is asked for."""
    with turn(meeting_pk, by=by, permission=Permission.MANAGE_MEETINGS) as meeting:
        issue = _issues().filter(meeting=meeting).order_by("-number").first()
        if issue is None:
            raise Refused(NOT_ISSUED)
        under_way = PackBuild.objects.under_way().filter(issue=issue).first()
        if under_way is not None and timezone.now() - under_way.seen_at < LOST_AFTER:
            return under_way
        if under_way is not None:
            _end(under_way, BuildState.FAILED, LOST)
        build = PackBuild.objects.create(issue=issue, asked_by=by)
    build_pack.enqueue(build.pk)
    return PackBuild.objects.get(pk=build.pk)


def cancel_build(meeting_pk: int, *, by: User) -> None:
    """It stops before the next paper. One that nobody began yet ends at once."""
    with turn(meeting_pk, by=by, permission=Permission.MANAGE_MEETINGS) as meeting:
        builds = PackBuild.objects.under_way().filter(issue__meeting=meeting)
        for under_way in builds.select_for_update(of=("self",)):
            under_way.is_cancelled = True
            under_way.save(update_fields=["is_cancelled"])
            if under_way.state == BuildState.WAITING:
                _end(under_way, BuildState.CANCELLED)


@task()
def build_pack(build_pk: int) -> None:
    """A build that another worker took up, or that was cancelled meanwhile, is left alone."""
    taken = PackBuild.objects.filter(pk=build_pk, state=BuildState.WAITING).update(
        state=BuildState.BUILDING, seen_at=timezone.now()
    )
    if taken:
        run = PackBuild.objects.select_related("asked_by").get(pk=build_pk)
        issue = _issues().get(pk=run.issue_id)
        try:
            build_now(issue, by=run.asked_by, tell=_telling(run))
        except Cancelled:
            _end(run, BuildState.CANCELLED)
        except (PackFault, Unsettled, Refused) as fault:
            _end(run, BuildState.FAILED, str(fault))
        except Exception:
            log.exception("a pack could not be built", extra={"build": build_pk})
            _end(run, BuildState.FAILED, BROKEN)
        else:
            _end(run, BuildState.DONE)


def build_now(issue: AgendaIssue, *, by: User | None, tell: Callable[..., None]) -> list[Pack]:
    """The packs of an issue, kept. ``tell`` hears papers ready, papers in all, and what comes.

    Raises PackFault, Unsettled, Differs, and whatever ``tell`` raises.
    """
    files = all_files()
    plan = fixed(plan_of(issue), files)
    total = len(plan.papers)
    say: Tell = lambda done, step: tell(done, total, step)  # noqa: E731  bound to the number of papers
    made = build(plan, files, open_files=public_files(), tell=say)
    with transaction.atomic():
        packs = [_keep(issue, one, by=by) for one in made]
        keep_live(plan)
    return packs


def issue_of(issue_pk: int) -> AgendaIssue:
    return _issues().get(pk=issue_pk)


def _issues():
    return AgendaIssue.objects.select_related("meeting__body", "exempt_part").defer("pdf")


def _telling(run: PackBuild) -> Callable[[int, int, str], None]:
    def tell(done: int, total: int, step: str) -> None:
        now = {"done": done, "total": total, "step": step[:300], "seen_at": timezone.now()}
        if not PackBuild.objects.filter(pk=run.pk, is_cancelled=False, state=BuildState.BUILDING).update(
            **now
        ):
            raise Cancelled

    return tell


def _end(run: PackBuild, state: BuildState, fault: str = "") -> None:
    found = PackBuild.objects.filter(pk=run.pk, state__in=UNDER_WAY)
    found.update(state=state, fault=fault, ended_at=timezone.now())


def _keep(issue: AgendaIssue, built: Built, *, by: User | None) -> Pack:
    """Built again it must be the very same: what was published proves itself by its hash."""
    AgendaIssue.objects.select_for_update(of=("self",)).only("pk").get(pk=issue.pk)
    found = Pack.objects.filter(issue=issue, access=built.access).first()
    hashed = sha256(built.pdf).hexdigest()
    if found is not None:
        if found.sha256 != hashed:
            raise Differs
        return found
    shelf = all_files().shelf(is_exempt=built.is_exempt)
    contents = built.contents
    return Pack.objects.create(
        issue=issue,
        access=built.access,
        sha256=shelf.keep(built.pdf),
        contents_sha256=shelf.keep(as_json(contents)),
        size=len(built.pdf),
        pages=_pages(contents),
        last_number=built.layout.last,
        ranges={item: [place.first, place.last] for item, place in built.layout.ranges.items()},
        papers=[paper["id"] for item in contents["items"] for paper in item["papers"]],
        is_exempt=built.is_exempt,
        built_by=by,
    )


def _pages(contents: dict) -> int:
    """With the empty ones between papers."""
    counts = [contents["front"]["facts"]["pages"]]
    counts += [paper["facts"]["pages"] for item in contents["items"] for paper in item["papers"]]
    return sum(count + count % 2 for count in counts[:-1]) + counts[-1]

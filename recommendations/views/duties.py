"""What I must report and by when; for democratic services, what was sent in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from core.access import Permission, may, requires
from meetings.actions.undertakings import posts_of
from people.models import Post
from recommendations.models import UpdateState
from recommendations.report.at_work import workable
from recommendations.report.duties import duties, next_papers


@require_safe
@requires(Permission.WRITE_UPDATES)
def duty_list(request: HttpRequest) -> HttpResponse:
    posts = posts_of(request.user)
    today = timezone.localdate()
    owed = duties(today, posts=posts)
    unpublished = workable(request.user).exclude(state=UpdateState.PUBLISHED)
    unpublished = unpublished.select_related("recommendation__owner", "author", "author_post")
    unpublished = unpublished.order_by("recommendation__number", "pk")
    context = {
        "posts": list(Post.objects.filter(pk__in=posts)),
        "duties": owed,
        "next_papers": next_papers(today),
        "overdue": sum(duty.standing.is_overdue for duty in owed),
        "sent_in": [one for one in unpublished if one.state == UpdateState.SUBMITTED],
        "drafts": [one for one in unpublished if one.state == UpdateState.DRAFT],
        "publishes": may(request.user, Permission.PUBLISH_UPDATES),
    }
    return render(request, "recommendations/reporting/duties.html", context)

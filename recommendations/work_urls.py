from django.urls import path

from recommendations.views import duties, entering, panel, progress, publication, strategy_work, updates

urlpatterns = [
    path("reports/", entering.report_list, name="report_list"),
    path("reports/add/", entering.report_add, name="report_add"),
    path("reports/<int:pk>/edit/", entering.report_edit, name="report_edit"),
    path("reports/<int:pk>/add/", entering.recommendation_add, name="recommendation_add"),
    path("<int:pk>/edit/", entering.recommendation_edit, name="recommendation_edit"),
    path("progress/", progress.progress_read, name="progress_read"),
    path("progress/print/", progress.progress_print, name="progress_print"),
    path("strategy/outcomes/<int:pk>/edit/", strategy_work.outcome_edit, name="outcome_edit"),
    path("strategy/outcomes/<int:pk>/report/", strategy_work.outcome_report, name="outcome_report"),
    path("strategy/updates/<int:pk>/correct/", strategy_work.outcome_correct, name="outcome_correct"),
    path("strategy/actions/<int:pk>/review/", strategy_work.review_record, name="review_record"),
    path("mine/", duties.duty_list, name="duty_list"),
    path("<int:pk>/update/", updates.update_add, name="update_add"),
    path("updates/<int:pk>/", updates.update_read, name="update_read"),
    path("updates/<int:pk>/edit/", updates.update_edit, name="update_edit"),
    path("updates/<int:pk>/submit/", updates.update_submit, name="update_submit"),
    path("updates/<int:pk>/discard/", updates.update_discard, name="update_discard"),
    path("updates/<int:pk>/correct/", updates.update_correct, name="update_correct"),
    path("updates/<int:pk>/publish/", publication.update_publish, name="update_publish"),
    path("updates/<int:pk>/take-off/", publication.update_take_off, name="update_take_off"),
    path("updates/<int:pk>/return/", publication.update_return, name="update_return"),
    path("<int:pk>/response/", panel.response_record, name="response_record"),
    path("<int:pk>/due/", panel.due_revise, name="due_revise"),
    path("<int:pk>/round/", panel.round_record, name="round_record"),
    path("<int:pk>/event/", panel.event_record, name="event_record"),
    path("<int:pk>/close/", panel.recommendation_close, name="recommendation_close"),
    path("<int:pk>/reopen/", panel.recommendation_reopen, name="recommendation_reopen"),
    path("<int:pk>/follow/", panel.recommendation_follow, name="recommendation_follow"),
]

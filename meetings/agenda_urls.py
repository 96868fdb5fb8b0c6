from django.urls import path

from meetings.views import agenda, agenda_issues, agenda_items, agenda_reports, calendar_upkeep

urlpatterns = [
    path("agendas/", agenda.agenda_list, name="agenda_list"),
    path("<int:pk>/agenda/", agenda.agenda_draft, name="agenda_draft"),
    path("<int:pk>/agenda.pdf", agenda.agenda_pdf, name="agenda_pdf"),
    path("<int:pk>/agenda/start/", agenda.agenda_start, name="agenda_start"),
    path("<int:pk>/agenda/suggestion/", agenda.suggestion_take, name="suggestion_take"),
    path("<int:pk>/agenda/order/", agenda_items.items_order, name="items_order"),
    path("<int:pk>/agenda/add/", agenda_items.item_add, name="item_add"),
    path("agenda/items/<int:pk>/", agenda_items.item_edit, name="item_edit"),
    path("agenda/items/<int:pk>/access/", agenda_items.item_access, name="item_access"),
    path("agenda/items/<int:pk>/urgency/", agenda_items.item_urgency, name="item_urgency"),
    path(
        "agenda/items/<int:pk>/earlier-number/",
        calendar_upkeep.item_earlier_number,
        name="item_earlier_number",
    ),
    path("agenda/items/<int:pk>/withdraw/", agenda_items.item_withdraw, name="item_withdraw"),
    path("agenda/items/<int:pk>/restore/", agenda_items.item_restore, name="item_restore"),
    path("agenda/items/<int:pk>/move/", agenda_items.item_move, name="item_move"),
    path("agenda/items/<int:pk>/report/", agenda_reports.report_ask, name="report_ask"),
    path("reports/", agenda_reports.report_list, name="report_list"),
    path("reports/<int:pk>/", agenda_reports.report_read, name="report_read"),
    path("reports/<int:pk>/edit/", agenda_reports.report_edit, name="report_edit"),
    path("reports/<int:pk>/sign/", agenda_reports.report_sign, name="report_sign"),
    path("reports/<int:pk>.pdf", agenda_reports.report_pdf_read, name="report_pdf"),
    path("<int:pk>/agenda/issue/", agenda_issues.agenda_issue, name="agenda_issue"),
    path("<int:pk>/agenda/notice/", agenda_issues.notice_shorten, name="notice_shorten"),
    path("<int:pk>/agenda/issues/<int:number>/", agenda_issues.issue_read, name="issue_read"),
    path("<int:pk>/agenda/issues/<int:number>.pdf", agenda_issues.issue_pdf, name="issue_pdf"),
]

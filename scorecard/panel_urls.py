from django.urls import path

from scorecard.views import commentary, paper, reports

urlpatterns = [
    path("reports/", reports.report_list, name="report_list"),
    path("reports/<int:pk>/", reports.report_read, name="report_read"),
    path("reports/<int:pk>/report.pdf", reports.report_pdf, name="report_pdf"),
    path("reports/<int:pk>/withdraw/", reports.report_withdraw, name="report_withdraw"),
    path("reports/<month:month>/plan/", paper.report_plan, name="report_plan"),
    path("reports/<month:month>/paper/", paper.paper_read, name="paper_read"),
    path("reports/<month:month>/paper.pdf", paper.paper_pdf_read, name="paper_pdf"),
    path("reports/<month:month>/paper/<slug:key>/", paper.paper_edit, name="paper_edit"),
    path("reports/<month:month>/publish/", paper.report_publish, name="report_publish"),
    path("reports/<month:month>/commentary/", commentary.commentary_progress, name="commentary_progress"),
    path(
        "reports/<month:month>/commentary/<code:code>/",
        commentary.commentary_review,
        name="commentary_review",
    ),
    path("commentary/", commentary.commentary_list, name="commentary_list"),
    path("commentary/<month:month>/<code:code>/", commentary.commentary_write, name="commentary_write"),
]

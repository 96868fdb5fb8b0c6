from django.urls import path

from scorecard.views import benchmark_upkeep, indicator_upkeep, section_upkeep, target_upkeep

urlpatterns = [
    path("", indicator_upkeep.indicator_list, name="indicator_list"),
    path("new/", indicator_upkeep.indicator_add, name="indicator_add"),
    path("sections/new/", section_upkeep.section_add, name="section_add"),
    path("sections/<int:pk>/edit/", section_upkeep.section_edit, name="section_edit"),
    path("sections/<int:pk>/move/", section_upkeep.section_move, name="section_move"),
    path("sections/<int:pk>/retire/", section_upkeep.section_retire, name="section_retire"),
    path("sections/<int:pk>/restore/", section_upkeep.section_restore, name="section_restore"),
    path("targets/<int:pk>/withdraw/", target_upkeep.target_withdraw, name="target_withdraw"),
    path("benchmarks/<int:pk>/edit/", benchmark_upkeep.benchmark_edit, name="benchmark_edit"),
    path("benchmarks/<int:pk>/withdraw/", benchmark_upkeep.benchmark_withdraw, name="benchmark_withdraw"),
    path("breaks/<int:pk>/withdraw/", benchmark_upkeep.break_withdraw, name="break_withdraw"),
    path("<code:code>/", indicator_upkeep.indicator_manage, name="indicator_manage"),
    path("<code:code>/edit/", indicator_upkeep.indicator_edit, name="indicator_edit"),
    path("<code:code>/move/", indicator_upkeep.indicator_move, name="indicator_move"),
    path("<code:code>/retire/", indicator_upkeep.indicator_retire, name="indicator_retire"),
    path("<code:code>/restore/", indicator_upkeep.indicator_restore, name="indicator_restore"),
    path("<code:code>/history/", indicator_upkeep.indicator_changes, name="indicator_history"),
    path("<code:code>/targets/set/", target_upkeep.target_set, name="target_set"),
    path("<code:code>/benchmarks/new/", benchmark_upkeep.benchmark_add, name="benchmark_add"),
    path("<code:code>/breaks/new/", benchmark_upkeep.break_add, name="break_add"),
]

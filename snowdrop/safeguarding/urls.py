"""Addresses of reporting, of what was decided, and of those who keep people safe."""

from django.urls import path

from snowdrop.safeguarding import views, views_of_desk, views_of_names

urlpatterns = [
    path("report/", views.report_thing, name="report"),
    path("report/<str:thing>/", views.report_thing, name="report_thing"),
    path("reported/<str:receipt>/", views.reported, name="reported"),
    path("decided/in/", views.this_year_told, name="this_year_told"),
    path("decided/in/<int:year>/", views.year_told, name="year_told"),
    path("decided/<str:notice>/", views.decision, name="decision"),
    path("safety/", views_of_desk.safety_desk, name="safety_desk"),
    path("safety/rest/", views_of_desk.safety_rest, name="safety_rest"),
    path("safety/reports/<uuid:report_id>/", views_of_desk.decide_report, name="decide_report"),
    path("safety/reports/<uuid:report_id>/return/", views_of_desk.return_report, name="return_report"),
    path("safety/notes/", views_of_desk.leave_desk_note, name="leave_desk_note"),
    path("safety/notes/<uuid:note_id>/removal/", views_of_desk.take_away_desk_note, name="take_away_desk_note"),
    path("safety/topics/", views_of_desk.safety_topics, name="safety_topics"),
    path("safety/appeals/<uuid:appeal_id>/", views_of_desk.safety_appeal, name="safety_appeal"),
    path("safety/audit/", views_of_desk.safety_audit, name="safety_audit"),
    path("safety/cases/", views_of_desk.safety_cases, name="safety_cases"),
    path("safety/cases/<uuid:case_id>/", views_of_desk.safety_case, name="safety_case"),
    path("safety/cases/<uuid:case_id>/mine/", views_of_desk.take_safety_case, name="take_safety_case"),
    path("safety/duty/", views_of_desk.safety_duty, name="safety_duty"),
    path("safety/names/", views_of_names.safety_names, name="safety_names"),
    path("safety/names/of/<str:thing>/", views_of_names.ask_who_wrote, name="ask_who_wrote"),
    path("safety/names/<uuid:one_id>/", views_of_names.safety_name, name="safety_name"),
    path("safety/names/<uuid:one_id>/withdrawal/", views_of_names.withdraw_name, name="withdraw_name"),
    path("safety/names/<uuid:one_id>/opening/", views_of_names.open_name, name="open_name"),
    path("looked-up/<str:notice>/", views_of_names.name_looked_up, name="name_looked_up"),
]

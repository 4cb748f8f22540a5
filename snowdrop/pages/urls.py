"""Addresses of the pages that join rooms."""

from django.urls import path

from snowdrop.pages import views, views_of_discretion, views_of_seeing

urlpatterns = [
    path("", views.home, name="home"),
    path("about/", views.about, name="about"),
    path("about/source/", views.source, name="source"),
    path("help/", views.help_now, name="help"),
    path("leave/", views_of_discretion.leave, name="leave"),
    path("leave/return/", views_of_discretion.come_back, name="come_back"),
    path("look/", views_of_discretion.discreet_look, name="discreet_look"),
    path("robots.txt", views.robots, name="robots"),
    path("scheme/", views.choose_scheme, name="scheme"),
    path("m/<slug:slug>/", views.memorial, name="memorial"),
    path("m/<slug:slug>/who-sees/as/", views_of_seeing.see_as, name="see_as"),
    path("m/<slug:slug>/who-sees/as/<slug:somebody>/", views_of_seeing.seen_as, name="seen_as"),
    path("m/<slug:slug>/who-sees/as/person/<uuid:person_id>/", views_of_seeing.seen_as_person, name="seen_as_person"),
]

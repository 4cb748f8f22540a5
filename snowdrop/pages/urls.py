"""Addresses of the pages that join rooms."""

from django.urls import path

from snowdrop.pages import views

urlpatterns = [
    path("", views.home, name="home"),
    path("about/", views.about, name="about"),
    path("about/source/", views.source, name="source"),
    path("help/", views.help_now, name="help"),
    path("leave/", views.leave, name="leave"),
    path("scheme/", views.choose_scheme, name="scheme"),
    path("m/<slug:slug>/", views.memorial, name="memorial"),
]

"""Addresses of comfort: sending it, its sender's own page, the reading desk, the waiting room."""

from django.urls import path

from snowdrop.comfort import views

urlpatterns = [
    path("m/<slug:slug>/send/", views.send_comfort, name="send_comfort"),
    path("m/<slug:slug>/send/notes/", views.gentle_notes, name="gentle_notes"),
    path("m/<slug:slug>/comfort/", views.older_comfort, name="older_comfort"),
    path("comfort/<str:once>/", views.received, name="received"),
    path("comfort/<str:once>/correction/", views.correct_comfort, name="correct_comfort"),
    path("comfort/<str:once>/withdrawal/", views.take_back_comfort, name="take_back_comfort"),
    path("m/<slug:slug>/reading/", views.reading, name="reading"),
    path("m/<slug:slug>/reading/set-aside/", views.set_aside, name="set_aside"),
    path("m/<slug:slug>/reading/<str:handle>/", views.decide, name="decide"),
    path("m/<slug:slug>/reading/<str:handle>/again/", views.read_again, name="read_again"),
    path("m/<slug:slug>/waiting/", views.waiting_room, name="waiting_room"),
    path("m/<slug:slug>/waiting/open/", views.open_comfort, name="open_comfort"),
    path("m/<slug:slug>/opened/", views.opened, name="opened"),
    path("m/<slug:slug>/opened/<str:handle>/", views.opened_comfort, name="opened_comfort"),
    path("m/<slug:slug>/opened/<str:handle>/place/", views.move_comfort, name="move_comfort"),
    path("m/<slug:slug>/quiet/", views.quiet_page, name="quiet_page"),
]

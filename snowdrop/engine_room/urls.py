"""The one address of the engine room."""

from django.urls import path

from snowdrop.engine_room import views

urlpatterns = [path("engine-room/", views.engine_room, name="engine_room")]

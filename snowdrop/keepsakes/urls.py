"""The address of the keepsake."""

from django.urls import path

from snowdrop.keepsakes import views

urlpatterns = [path("m/<slug:slug>/take-with-you/", views.keepsake, name="keepsake")]

"""Addresses of signing in, signing out, and what a person may change about themselves."""

from django.urls import path

from snowdrop.people import views

urlpatterns = [
    path("sign-in/", views.sign_in, name="sign_in"),
    path("sign-out/", views.sign_out, name="sign_out"),
    path("you/", views.you, name="you"),
]

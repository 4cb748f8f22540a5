"""Addresses that exist only while developing: the page of patterns, and the mails that would have been sent."""

from django.urls import path

from snowdrop.pages import views_of_developers as views

urlpatterns = [
    path("_patterns/", views.patterns, name="patterns"),
    path("_mail/", views.mailbox, name="mailbox"),
]

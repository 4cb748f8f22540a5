"""Addresses of signing in, signing out, and what a person may change about themselves."""

from django.urls import path

from snowdrop.people import views, views_of_passkeys

urlpatterns = [
    path("sign-in/", views.sign_in, name="sign_in"),
    path("sign-in/code/", views.sign_in_code, name="sign_in_code"),
    path("sign-in/passkey/", views_of_passkeys.sign_in_with_passkey, name="sign_in_with_passkey"),
    path("sign-out/", views.sign_out, name="sign_out"),
    path("you/", views.you, name="you"),
    path("you/name/", views.say_name, name="say_name"),
    path("you/passkeys/new/", views_of_passkeys.add_passkey, name="add_passkey"),
    path("you/passkeys/<int:passkey_id>/removal/", views_of_passkeys.remove_passkey, name="remove_passkey"),
    path("you/devices/<int:device_id>/sign-out/", views.sign_out_device, name="sign_out_device"),
    path("you/devices/elsewhere/sign-out/", views.sign_out_elsewhere, name="sign_out_elsewhere"),
    path("you/devices/sign-out/", views.sign_out_everywhere, name="sign_out_everywhere"),
]

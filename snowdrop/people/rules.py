"""Who may do what about a person: only they themselves."""

from __future__ import annotations

from allauth.mfa.models import Authenticator

from snowdrop.people.viewer import Viewer


def owns(viewer: Viewer, passkey: Authenticator) -> bool:
    """Whether the passkey is the viewer's own."""
    return viewer.is_signed_in and passkey.user_id == viewer.person_id

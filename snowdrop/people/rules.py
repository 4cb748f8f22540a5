"""Who may do what about a person: only they themselves."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession

from snowdrop.people.viewer import Viewer


def owns(viewer: Viewer, thing: Authenticator | UserSession) -> bool:
    """Whether a passkey, or a device that is signed in, is the viewer's own."""
    return viewer.is_signed_in and thing.user_id == viewer.person_id

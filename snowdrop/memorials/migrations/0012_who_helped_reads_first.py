"""Whoever helped until now read first, and keeps doing so; whoever is invited to help is asked to.

They also answered people who asked to see. Nobody was asked whether they should see who is in a circle, so that scope
is granted to nobody here: until a keeper grants it, requests lead to the keepers.
"""

from typing import Any

from django.db import migrations

_AT_ONCE = 500


def grant_what_they_did(apps: Any, schema_editor: Any) -> None:
    """One row for each helper, and for each invitation by which nobody is in yet."""
    helper, grant, invitation, offer = (
        apps.get_model("memorials", name) for name in ("Helper", "Grant", "Invitation", "Offer")
    )
    for one in helper.objects.iterator(chunk_size=_AT_ONCE):
        given = {"by": one.asked_by, "at": one.since, "memorial_id": one.memorial_id}
        grant.objects.get_or_create(helper=one, scope="read-first", defaults=given)
    open_invitations = invitation.objects.filter(purpose="helper", let_in_at=None).values("pk", "memorial_id")
    for one in open_invitations.iterator(chunk_size=_AT_ONCE):
        given = {"memorial_id": one["memorial_id"]}
        offer.objects.get_or_create(invitation_id=one["pk"], scope="read-first", defaults=given)


class Migration(migrations.Migration):
    dependencies = [("memorials", "0011_helpers_scope_by_scope")]

    operations = [migrations.RunPython(grant_what_they_did, migrations.RunPython.noop)]

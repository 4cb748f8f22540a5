"""Posts among the things that can be reported and held back (snowdrop/safeguarding/things.py).

Moderators see a post that somebody reported, under its persona's name, and nothing else of a group (trust.md §5.2).
"""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from snowdrop.ground.words import paragraphs_of
from snowdrop.people.viewer import Viewer
from snowdrop.safeguarding.things import Description, Kind, bring_kind
from snowdrop.support_groups.models import Member, Post
from snowdrop.support_groups.vocabulary import Place


def _sees(viewer: Viewer, post_id: UUID) -> bool:
    return Post.objects.visible_to(viewer).filter(pk=post_id).exists()


def _describe(post_id: UUID) -> Description | None:
    """Its words and the persona's name; of what its author took back, nothing."""
    post = Post.objects.select_related("group", "persona").filter(pk=post_id).exclude(place=Place.TAKEN_BACK).first()
    if post is None:
        return None
    return Description(
        label=_("A post in a support group, by %(persona)s") % {"persona": post.persona.called},
        paragraphs=paragraphs_of(post.words),
        language=post.group.language,
        people=tuple(Member.objects.filter(persona=post.persona_id).values_list("person_id", flat=True)),
    )


def _who_wrote(post_id: UUID) -> UUID | None:
    """Whoever goes by the persona of a post, as long as they are in the group."""
    personas = Post.objects.filter(pk=post_id).values("persona")
    return Member.objects.filter(persona__in=personas).values_list("person_id", flat=True).first()


POST = bring_kind(Kind("group-post", gettext_lazy("A post in a support group"), _sees, _describe, who_wrote=_who_wrote))

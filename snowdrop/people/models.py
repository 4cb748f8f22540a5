"""A person who can sign in: an address for mail, and how they like to be called. There are no passwords."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from snowdrop.ground.ids import new_id
from snowdrop.people.marks import MARK_BYTES, address_mark, name_mark


class PersonManager(BaseUserManager["Person"]):
    """Makes people; Django's commands call it by these names."""

    def create_user(self, email: str, password: str | None = None, **extra: Any) -> Person:
        """Makes a person who signs in with a code or a passkey; a password is never kept."""
        person = self.model(email=email.strip().lower(), **extra)
        person.mark()
        person.set_unusable_password()
        person.save()
        return person


class Person(AbstractBaseUser):
    """Somebody with an address for mail. What they are to a memorial is said there, never here."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    email = models.EmailField(_("e-mail address"), unique=True, max_length=254)
    name = models.CharField(_("what we may call you"), max_length=120, blank=True)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(auto_now_add=True)
    discreet_since = models.DateTimeField(null=True, blank=True)
    time_zone = models.CharField(max_length=64, blank=True, default="")
    address_mark = models.BinaryField(max_length=MARK_BYTES, default=b"", db_index=True)
    name_mark = models.BinaryField(max_length=MARK_BYTES, default=b"")

    objects = PersonManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar = []

    def __str__(self) -> str:
        return f"person {self.id}"

    def mark(self) -> None:
        """Marks the address and the name, so that a family's list of blocks finds them; call it when one changes."""
        self.address_mark, self.name_mark = address_mark(self.email), name_mark(self.name)

    def get_full_name(self) -> str:
        """How they like to be called, or nothing."""
        return self.name

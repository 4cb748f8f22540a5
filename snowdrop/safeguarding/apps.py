"""Safeguarding: what keeps people safe, and those whom the operator of a server trusts with it."""

from django.apps import AppConfig


class SafeguardingConfig(AppConfig):
    """Floor 2."""

    name = "snowdrop.safeguarding"
    label = "safeguarding"

    def ready(self) -> None:
        """Registers this room's timed work and mails, and reports among the things that a case can be about."""
        from snowdrop.safeguarding import jobs, mails, own_things  # noqa: F401

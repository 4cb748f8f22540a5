"""The one place that asks what time it is; below the doors, time is an argument."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone


def now() -> datetime:
    """The present moment, with its zone."""
    return timezone.now()

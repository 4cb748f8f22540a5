"""The rows of safeguarding, by noun."""

from snowdrop.safeguarding.models.staff import Staff

__all__ = ["Staff"]

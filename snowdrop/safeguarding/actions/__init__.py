"""The acts of safeguarding, by noun."""

from snowdrop.safeguarding.actions.naming_staff import end_staff, name_staff

__all__ = ["end_staff", "name_staff"]

"""The doctor: looks at an instance, and names what is wrong and how to mend it, in words for whoever runs it."""

from __future__ import annotations

from snowdrop.console.doctor.examining import LOOKS, examine
from snowdrop.console.doctor.findings import Examination, Finding
from snowdrop.console.doctor.inventory import Place, places

__all__ = ["LOOKS", "Examination", "Finding", "Place", "examine", "places"]

"""Names of static files: made from their content once they are collected, so that browsers keep them for a year."""

from __future__ import annotations

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticNames(CompressedManifestStaticFilesStorage):
    """Collected files have names made from their content; before they are collected, plain names stand (developing)."""

    support_js_module_import_aggregation = True

    def stored_name(self, name: str) -> str:
        """The name that a page uses."""
        return super().stored_name(name) if self.hashed_files else name

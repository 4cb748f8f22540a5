"""Names of static files: made from their content once they are collected, so that browsers keep them for a year."""

from __future__ import annotations

from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticNames(CompressedManifestStaticFilesStorage):
    """Collected files have names made from their content; before they are collected, plain names stand (developing)."""

    support_js_module_import_aggregation = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._urls: dict[str, str] = {}

    def url(self, name: str, force: bool = False) -> str:
        """The address of a file, as a page uses it. It stays while a server runs, and each page asks for a score."""
        if force:
            return super().url(name, force)
        if name not in self._urls:
            self._urls[name] = super().url(name)
        return self._urls[name]

    def stored_name(self, name: str) -> str:
        """The name that a page uses."""
        return super().stored_name(name) if self.hashed_files else name

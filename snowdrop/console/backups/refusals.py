"""Why a backup or a restore does not go on; each says a whole sentence, and what to do."""

from __future__ import annotations


class BackupRefused(Exception):
    """It does not go on. Earlier backups are as they were, and nothing half-written counts."""

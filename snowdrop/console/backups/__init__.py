"""Backups of a running instance: made, verified, restored, and a second copy that is kept up (docs/decisions/0023)."""

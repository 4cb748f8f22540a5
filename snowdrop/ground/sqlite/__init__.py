"""The embedded database, SQLite, as Django's backend, with writers that come in their order."""

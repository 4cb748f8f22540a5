"""Support groups: closed, sealed, looked after."""

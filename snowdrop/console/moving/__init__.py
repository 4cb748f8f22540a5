"""Moving an instance from one database to another, row by row, each compared (docs/decisions/0024)."""

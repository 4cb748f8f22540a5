"""Finds the stories that are most like what a reader gave. Pure: no tables, no clock, nothing kept of who asks.

    index = Index()
    index.put(Told(7, {"kind_of_loss": "stillbirth", "gestation_weeks": 38}, "…", "en"))
    index.nearest(Asked({"kind_of_loss": "stillbirth"}, matters=("kind_of_loss",)), most=20)
    index.take_out(7)

`Index` is in `snowdrop.stories.matching.index`, which needs NumPy: import it where it is first used, not when a
process begins.
"""

from snowdrop.stories.matching.asking import Asked, Match, Reason, Told

__all__ = ["Asked", "Match", "Reason", "Told"]

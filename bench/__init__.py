"""Measures Snowdrop beside what this machine can do at all and beside a peer, all in one run."""
